import { describe, expect, test } from '@jest/globals';
import type { Hold } from '../../../domain/line-marks/line-mark.js';
import type { Job, RunCounts, Tick } from '../../../jobs/job.js';
import { clockFrom } from '../../../runtime/upkeep/given-time.js';
import { lookAtJob, runByHand } from '../../../runtime/upkeep/run-by-hand.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryRuns } from '../../support/fakes/runs.js';

const zone = 'Asia/Shanghai';

function hand(changes: Partial<Job> = {}, outcome: RunCounts | Error = { found: 3, done: 2, failed: 0 }) {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const runs = memoryRuns();
  const ticks: Tick[] = [];
  const failures: unknown[] = [];
  const state = { hold: null as Hold | null };
  const job: Job = {
    ...{ name: 'job', every: 'day' },
    async run(tick) {
      ticks.push(tick);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    ...changes,
  };
  const at = (text: string) => clockFrom(clock, Date.parse(text));
  const parts = {
    runs,
    clock,
    hold: async () => state.hold,
    failed: (error: unknown) => failures.push(error),
  };
  return {
    ...{ clock, runs, ticks, failures, state, job, at },
    run: (from = at('2026-11-22T10:00:00+08:00')) => runByHand(job, from, parts),
  };
}

describe('running a job by hand', () => {
  test('says what it came to, writes that down, and leaves the day’s run due', async () => {
    const { run, runs, clock } = hand();
    expect(await run()).toBe('job: found 3, done 2, failed 0; 0 ms.');
    expect(await runs.all()).toMatchObject([
      { slot: '', last: { at: clock.now(), found: 3, failure: null } },
    ]);
    expect(await run()).toMatch(/^job: found 3/);
  });

  test('at another time gives the job that time, and the record the right one', async () => {
    const { run, at, ticks, runs, clock } = hand();
    await run(at('2027-04-15T08:00:00+08:00'));
    expect(ticks).toMatchObject([{ now: Date.parse('2027-04-15T08:00:00+08:00'), today: '2027-04-15' }]);
    expect(await runs.all()).toMatchObject([{ last: { at: clock.now() } }]);
  });

  test('says of a discreet job how long it took alone', async () => {
    const { run } = hand({ discreet: true });
    expect(await run()).toBe('job: 0 ms.');
  });

  test.each([
    [new TypeError('a word of somebody’s'), 1],
    [{ found: 3, done: 2, failed: 1 }, 0],
  ])('that fails says so without the error’s words: %s', async (outcome, told) => {
    const { run, failures } = hand({}, outcome);
    await expect(run()).rejects.toThrow(/^job failed: .*npm run jobs -- list/);
    await expect(run()).rejects.not.toThrow('somebody');
    expect(failures).toHaveLength(2 * told);
  });

  test('that another process is at waits for nobody', async () => {
    const { run, runs, clock, ticks } = hand();
    const now = clock.now();
    await runs.claim({ job: 'job', slot: '2026-11-22', latest: '2026-11-24', now, until: now + 600_000 });
    await expect(run()).rejects.toThrow('Another process is just running this job.');
    expect(ticks).toEqual([]);
  });

  test.each([
    [{ erases: true }, /would erase what people still need\. Add --dry-run/],
    [{ sends: true }, /would send what is not due yet\. Add --dry-run/],
  ] as const)('of %j with a time to come is refused', async (marks, words) => {
    const { run, at, ticks } = hand(marks);
    await expect(run(at('2026-11-22T10:01:00+08:00'))).rejects.toThrow(words);
    expect(ticks).toEqual([]);
    expect(await run(at('2026-11-21T10:00:00+08:00'))).toMatch(/^job: found/);
  });

  test('on a held line sends nothing', async () => {
    const { run, state, ticks } = hand({ sends: true });
    state.hold = { since: 1, why: 'copied' };
    await expect(run()).rejects.toThrow(/on hold.*npm run jobs -- release/);
    expect(ticks).toEqual([]);
  });
});

describe('a dry run', () => {
  test('says how much is due at that time, and does nothing', async () => {
    const asked: Tick[] = [];
    const { job, at, ticks, runs } = hand({
      due: async (tick) => asked.push(tick) + 4,
    });
    expect(await lookAtJob(job, at('2027-04-15T08:00:00+08:00'), zone)).toBe(
      'job: 5 due at 2027-04-15 08:00. Nothing was done.',
    );
    expect(asked).toMatchObject([{ today: '2027-04-15' }]);
    expect([ticks, await runs.all()]).toEqual([[], []]);
  });

  test('says where it cannot tell', async () => {
    const { job, at, ticks } = hand();
    expect(await lookAtJob(job, at('2027-04-15T08:00:00+08:00'), zone)).toBe(
      'job: only a run can tell what is due. Nothing was done.',
    );
    expect(ticks).toEqual([]);
  });
});
