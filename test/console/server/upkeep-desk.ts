/** A console with the routes of jobs and of the outbox on memory stores, and people who look after the line. */
import { jobRoutes } from '../../../console/server/routes/jobs/jobs.js';
import { outboxRoutes } from '../../../console/server/routes/outbox/outbox.js';
import type { Role } from '../../../domain/access.js';
import { createReadHold } from '../../../domain/line-marks/hold-line.js';
import type { LineMark } from '../../../domain/line-marks/line-mark.js';
import { createReleaseLine } from '../../../domain/line-marks/release-line.js';
import { createDeadLetters } from '../../../domain/outbox/dead-letters.js';
import { createAskJob } from '../../../domain/runs/ask-job.js';
import { createListJobs } from '../../../domain/runs/list-jobs.js';
import type { JobFacts } from '../../../domain/runs/run.js';
import { memoryLineMarks } from '../../support/fakes/line-marks.js';
import { memoryOutbox } from '../../support/fakes/outbox.js';
import { memoryRuns } from '../../support/fakes/runs.js';
import { staffLine } from '../../support/staff-line.js';
import { consoleLine } from './console.js';

const day = 24 * 3_600_000;
const jobs: readonly JobFacts[] = [
  { name: 'burn-drafts', every: 'tick' },
  { name: 'advance-sends', every: 'tick', sends: true },
];
/** A line that came from a backup. */
export const held: LineMark = {
  revision: 1,
  folders: [],
  hold: { since: 1_798_000_000_000, why: 'restored' },
};

export async function upkeepDesk(mark: LineMark | null = null) {
  const line = staffLine();
  const { clock, record } = line;
  const [runs, outbox, marks] = [memoryRuns(), memoryOutbox(), memoryLineMarks(mark)];
  const hold = createReadHold({ marks });
  const looks: number[] = [];
  const more = [
    jobRoutes({
      hold,
      release: createReleaseLine({ marks, record }),
      listJobs: createListJobs({
        jobs,
        runs,
        clock,
        hold,
        dayStart: (text) => Date.parse(`${text}T00:00:00+08:00`),
      }),
      askJob: createAskJob({ jobs, runs, clock, record, look: () => looks.push(1) }),
    }),
    outboxRoutes(createDeadLetters({ outbox, record, clock })),
  ];
  const server = consoleLine({ more, staff: line.cases }, line);
  const signedIn = async (role: Role) => {
    const { me } = await line.hire(role, role);
    const { secret, hash } = line.vault.newSecret();
    const now = clock.now();
    await line.sessions.insert({ id: hash, staffId: me.id, startedAt: now, seenAt: now, endsAt: now + day });
    const cookie = `console=${secret}`;
    return Object.assign(
      (method: 'get' | 'post' | 'delete', path: string, body?: unknown) =>
        server.ask(method, path, { cookie, ...(body === undefined ? {} : { body }) }),
      { id: me.id },
    );
  };
  /** Puts letters in, and gives up those of which it is said. */
  const post = async (...letters: readonly (readonly [id: string, dead: boolean])[]): Promise<void> => {
    for (const [id, dead] of letters) {
      await outbox.put(
        { id, kind: 'staff-mail', to: null, code: 'alert.work', params: { n: 1 } },
        clock.now(),
      );
      if (!dead) continue;
      const claim = { now: clock.now(), until: clock.now() + 1, latest: clock.now() + day, held: false };
      const { fence = 0 } = (await outbox.claim(claim)) ?? {};
      await outbox.bury(id, fence, { attempts: 8, nextAt: clock.now(), reason: 'smtp-550' });
    }
  };
  return {
    ...{ clock, runs, outbox, marks, looks, server, post, acts: line.acts },
    supervisor: await signedIn('supervisor'),
    editor: await signedIn('editor'),
    auditor: await signedIn('auditor'),
  };
}

export const iso = (ms: number): string => new Date(ms).toISOString();
