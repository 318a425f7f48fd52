/** The table of jobs. Who runs them is `clockwork.ts`; what each does, in words, is `descriptions.ts`. */
import type { DayKeys, Row, Sessions } from '../domain/drafts/ports.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import { burnDrafts, type ForgetUnsent } from './burn-drafts.js';
import type { JobName } from './descriptions.js';
import type { Due, Job, Work } from './job.js';
import { settleFiles } from './settle-files.js';
import { endedSessions, sweepSessions } from './sweep-sessions.js';
import { turnDayKey } from './turn-day-key.js';

export interface JobPorts {
  readonly sessions: Sessions;
  readonly evidence: EvidenceStore;
  readonly forgetUnsent?: ForgetUnsent;
  readonly dayKeys: DayKeys;
  /** whether a conversation is over: a tombstone of ten minutes, a receipt of an hour */
  readonly ended: (row: Row, now: number) => boolean;
  /** Takes the steps of articles that are due (domain/articles/advance-articles.ts). */
  readonly advanceArticles: Work;
  /** The next twelve months of notices, as drafts. */
  readonly planNotices?: Work;
  /** Takes the steps of planned notices that are due. */
  readonly advanceNotices?: Work;
  /** Goes on with what is being sent. */
  readonly advanceSends?: Work;
  /** Erases consents that nobody used for a year. */
  readonly sweepConsents?: Work;
  readonly careForCalendar?: Work;
  readonly readFigures?: Work;
  readonly careForTokens?: Work;
  readonly alertStaff?: Work;
  readonly deliverOutbox?: Work;
  /** What a dry run asks, by job. */
  readonly due?: Readonly<Partial<Record<JobName, Due>>>;
}

type Planned = Omit<Job, 'run' | 'name'> & { readonly name: JobName; readonly run: Work | undefined };

/** All jobs of the line that have something to run, in the order in which a tick runs them. */
export function createJobs(ports: JobPorts): readonly Job[] {
  const table: readonly Planned[] = [
    { name: 'turn-day-key', every: 'tick', run: (tick) => turnDayKey(ports, tick) },
    { name: 'burn-drafts', every: 'tick', erases: true, discreet: true, run: (t) => burnDrafts(ports, t) },
    {
      ...{ name: 'sweep-sessions', every: 'tick', erases: true, discreet: true },
      ...{ run: (tick) => sweepSessions(ports, tick), due: (tick) => endedSessions(ports, tick) },
    },
    { name: 'settle-files', every: 'day', run: (tick) => settleFiles(ports, tick) },
    { name: 'calendar-care', every: 'day', run: ports.careForCalendar },
    { name: 'plan-notices', every: 'day', run: ports.planNotices },
    { name: 'sweep-consents', every: 'day', erases: true, run: ports.sweepConsents },
    { name: 'read-figures', every: 'hour', run: ports.readFigures },
    { name: 'token-care', every: 'tick', long: true, run: ports.careForTokens },
    { name: 'advance-articles', every: 'tick', sends: true, run: ports.advanceArticles },
    { name: 'advance-notices', every: 'tick', sends: true, run: ports.advanceNotices },
    { name: 'advance-sends', every: 'tick', sends: true, long: true, run: ports.advanceSends },
    { name: 'staff-alerts', every: 'tick', run: ports.alertStaff },
    { name: 'retry-outbox', every: 'tick', run: ports.deliverOutbox },
  ];
  return table.flatMap(({ run, ...job }) => {
    const due = job.due ?? ports.due?.[job.name];
    return run === undefined ? [] : [{ ...job, run, ...(due === undefined ? {} : { due }) }];
  });
}
