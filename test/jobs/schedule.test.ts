/** The table of jobs. */
import { describe, expect, test } from '@jest/globals';
import { descriptions } from '../../jobs/descriptions.js';
import type { RunCounts, Tick } from '../../jobs/job.js';
import { createJobs, type JobPorts } from '../../jobs/schedule.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { memorySessions } from '../support/fakes/sessions.js';
import { sessionRow } from '../support/session-row.js';

const nothing: RunCounts = { found: 0, done: 0, failed: 0 };
const tick: Tick = { now: 1, today: '2026-11-22', limit: 7, stopping: () => false };

const ports = (changes: Partial<JobPorts> = {}): JobPorts => ({
  sessions: memorySessions(),
  evidence: memoryEvidence(),
  dayKeys: { turn: async () => undefined },
  ended: () => true,
  advanceArticles: async () => nothing,
  ...changes,
});

/** Every port has something to run, which writes down its name. */
function everything() {
  const ran: [string, Tick][] = [];
  const work = (name: string) => async (at: Tick) => {
    ran.push([name, at]);
    return nothing;
  };
  const jobs = createJobs(
    ports({
      ...{ advanceArticles: work('advance-articles'), planNotices: work('plan-notices') },
      ...{ advanceNotices: work('advance-notices'), advanceSends: work('advance-sends') },
      ...{ sweepConsents: work('sweep-consents'), careForCalendar: work('calendar-care') },
      ...{ readFigures: work('read-figures'), careForTokens: work('token-care') },
      ...{ alertStaff: work('staff-alerts'), deliverOutbox: work('retry-outbox') },
    }),
  );
  return { jobs, ran };
}

test('the line has these jobs, in this order', () => {
  const { jobs } = everything();
  const marks = (job: (typeof jobs)[number]) =>
    (['sends', 'long', 'erases', 'discreet'] as const).filter((mark) => job[mark] === true);
  expect(jobs.map((job) => [job.name, job.every, ...marks(job)].join(' '))).toEqual([
    'turn-day-key tick',
    'burn-drafts tick erases discreet',
    'sweep-sessions tick erases discreet',
    'settle-files day',
    'calendar-care day',
    'plan-notices day',
    'sweep-consents day erases',
    'read-figures hour',
    'token-care tick long',
    'advance-articles tick sends',
    'advance-notices tick sends',
    'advance-sends tick sends long',
    'staff-alerts tick',
    'retry-outbox tick',
  ]);
});

test('each job runs what its port gives it, with the tick', async () => {
  const { jobs, ran } = everything();
  for (const job of jobs) await job.run(tick);
  const own = ['turn-day-key', 'burn-drafts', 'sweep-sessions', 'settle-files'];
  const given = jobs.map(({ name }) => name).filter((name) => !own.includes(name));
  expect(ran).toEqual(given.map((name) => [name, tick]));
});

test('a job that has nothing to run is not there', () => {
  expect(createJobs(ports()).map(({ name }) => name)).toEqual([
    ...['turn-day-key', 'burn-drafts', 'sweep-sessions', 'settle-files', 'advance-articles'],
  ]);
});

describe('what is due beforehand', () => {
  const dueOf = (jobs: ReturnType<typeof createJobs>, wanted: string) =>
    jobs.find(({ name }) => name === wanted)?.due;

  test('is asked of the port that says it', async () => {
    const asked: Tick[] = [];
    const due = async (at: Tick) => asked.push(at);
    const jobs = createJobs(ports({ due: { 'advance-articles': due } }));
    expect(await dueOf(jobs, 'advance-articles')?.(tick)).toBe(1);
    expect(asked).toEqual([tick]);
    expect(dueOf(jobs, 'settle-files')).toBeUndefined();
  });

  test('of conversations is how many have ended', async () => {
    const sessions = memorySessions();
    for (const tag of ['a', 'b']) await sessions.save(sessionRow(tag, '2026-11-22'), 0);
    const jobs = createJobs(ports({ sessions }));
    expect(await dueOf(jobs, 'sweep-sessions')?.(tick)).toBe(2);
  });
});

test('every job is described in both languages, and nothing else is', () => {
  const { jobs } = everything();
  expect(Object.keys(descriptions).sort()).toEqual(jobs.map(({ name }) => name).sort());
  for (const { zh, en } of Object.values(descriptions)) {
    expect(zh).toMatch(/^[^a-zA-Z!]*。$/);
    expect(en).toMatch(/^[A-Z][^!]*\.$/);
  }
});
