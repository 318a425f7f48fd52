import { describe, expect, test } from '@jest/globals';
import type { Claim, Runs } from '../../../domain/runs/ports.js';
import type { JobRun } from '../../../domain/runs/run.js';

const at = 1_000_000;
const lease = 600_000;
const until = at + lease;
/** A claim of a day's job. */
const claim = (changes: Partial<Claim> = {}): Claim => ({
  ...{ job: 'burn', slot: '2026-11-22', latest: '2026-11-24', now: at, until },
  ...changes,
});
const run = (changes: Partial<JobRun> = {}): JobRun => ({
  ...{ at, ms: 12, found: 3, done: 2, failed: 1, failure: null },
  ...changes,
});

/** What every Runs promises. `make` gives an empty one. */
export function describeRunsContract(name: string, make: () => Promise<Runs>): void {
  const done = async (slot: string): Promise<Runs> => {
    const runs = await make();
    await runs.claim(claim({ slot }));
    await runs.finish('burn', slot, until);
    return runs;
  };

  describe(`${name}: claims of runs`, () => {
    test('of many who claim at once one gets it', async () => {
      const runs = await make();
      const claims = Array.from({ length: 10 }, (_, i) => runs.claim(claim({ until: until + i })));
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    test('a slot that is done, and every earlier one, is not claimed again', async () => {
      const runs = await make();
      await runs.claim(claim());
      expect(await runs.finish('burn', '2026-11-22', until)).toBe(true);
      expect(await runs.claim(claim())).toBe(false);
      expect(await runs.claim(claim({ slot: '2026-11-21' }))).toBe(false);
      expect(await runs.claim(claim({ slot: '2026-11-23' }))).toBe(true);
      expect(await runs.claim(claim({ job: 'other' }))).toBe(true);
    });

    test('what its holder never finished is free when the time is up, and the late finish is void', async () => {
      const runs = await make();
      await runs.claim(claim());
      expect(await runs.claim(claim({ now: until - 1, until: until + 5 }))).toBe(false);
      expect(await runs.claim(claim({ now: until, until: until + 5 }))).toBe(true);
      expect(await runs.finish('burn', '2026-11-22', until)).toBe(false);
      expect(await runs.finish('burn', '2026-11-22', until + 5)).toBe(true);
    });

    test('what is let go can be claimed at once, by whoever comes; a stranger lets go of nothing', async () => {
      const runs = await make();
      await runs.claim(claim());
      await runs.release('burn', until + 1);
      expect(await runs.claim(claim({ until: until + 2 }))).toBe(false);
      await runs.release('burn', until);
      expect(await runs.claim(claim({ until: until + 2 }))).toBe(true);
    });

    test('a slot that only a wrong clock can have done does not count as done', async () => {
      const runs = await done('2027-11-22');
      expect(await runs.claim(claim({ slot: '2026-11-22', latest: '2027-11-22' }))).toBe(false);
      expect(await runs.claim(claim({ slot: '2026-11-22', latest: '2027-11-21' }))).toBe(true);
    });

    test('a claim that only a wrong clock can have made holds nobody up', async () => {
      const runs = await make();
      await runs.claim(claim({ until: at + 2 * lease }));
      expect(await runs.claim(claim())).toBe(false);
      await runs.release('burn', at + 2 * lease);
      await runs.claim(claim({ until: at + 2 * lease + 1 }));
      expect(await runs.claim(claim())).toBe(true);
    });
  });

  describe(`${name}: runs that somebody asks for`, () => {
    test('a job that is done is claimed once more, by one', async () => {
      const runs = await done('2026-11-22');
      await runs.ask('burn', at);
      const claims = [1, 2, 3].map((n) => runs.claim(claim({ until: until + n })));
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      expect(await runs.all()).toMatchObject([{ job: 'burn', asked: null }]);
    });

    test('what somebody asks for while it runs is due again after that', async () => {
      const runs = await make();
      await runs.claim(claim());
      await runs.ask('burn', at + 1);
      expect(await runs.claim(claim({ until: until + 1 }))).toBe(false);
      await runs.finish('burn', '2026-11-22', until);
      expect(await runs.claim(claim({ until: until + 1 }))).toBe(true);
    });

    test('a job that never ran can be asked for', async () => {
      const runs = await make();
      await runs.ask('new', at);
      expect(await runs.all()).toEqual([
        { job: 'new', slot: '', asked: at, last: null, failures: 0, lastFailureAt: null },
      ]);
    });

    test('a seized job is taken whatever is done, and nobody else has it meanwhile', async () => {
      const runs = await done('2026-11-22');
      expect(await runs.seize(claim({ until: until + 1 }))).toBe(true);
      expect(await runs.seize(claim({ until: until + 2 }))).toBe(false);
      expect(await runs.claim(claim({ slot: '2026-11-23', until: until + 2 }))).toBe(false);
      await runs.release('burn', until + 1);
      expect(await runs.claim(claim({ until: until + 2 }))).toBe(false);
      expect(await runs.claim(claim({ slot: '2026-11-23', until: until + 2 }))).toBe(true);
    });
  });

  describe(`${name}: how runs ended`, () => {
    test('the last run of each job is kept as it was', async () => {
      const runs = await done('2026-11-22');
      await runs.record('burn', run({ at: at - 5 }), false);
      await runs.record('burn', run(), false);
      await runs.record('sweep', run({ found: null, done: null, failed: 0 }), false);
      const all = [...(await runs.all())].sort((a, b) => (a.job < b.job ? -1 : 1));
      const none = { asked: null, failures: 0, lastFailureAt: null };
      expect(all).toEqual([
        { ...none, job: 'burn', slot: '2026-11-22', last: run() },
        { ...none, job: 'sweep', slot: '', last: run({ found: null, done: null, failed: 0 }) },
      ]);
    });

    test('failures are counted in a row, and one that went well ends the row', async () => {
      const runs = await make();
      const ended = (failure: string | null, when: number) =>
        runs.record('burn', run({ failure, at: when }), false);
      expect(await ended('storage.unavailable', 1)).toBe(1);
      expect(await ended('TypeError', 2)).toBe(2);
      expect(await runs.all()).toMatchObject([
        { failures: 2, lastFailureAt: 2, last: { failure: 'TypeError' } },
      ]);
      expect(await ended(null, 3)).toBe(0);
      expect(await runs.all()).toMatchObject([{ failures: 0, lastFailureAt: 2, last: { failure: null } }]);
      expect(await ended('partly', 4)).toBe(1);
    });

    test('a run that answers somebody ends the asking, another does not', async () => {
      const runs = await make();
      await runs.ask('burn', at);
      await runs.record('burn', run(), false);
      expect(await runs.all()).toMatchObject([{ asked: at }]);
      await runs.record('burn', run(), true);
      expect(await runs.all()).toMatchObject([{ asked: null }]);
    });

    test('what is recorded changes nothing about what is done or held', async () => {
      const runs = await make();
      await runs.claim(claim());
      await runs.record('burn', run(), true);
      expect(await runs.claim(claim({ until: until + 1 }))).toBe(false);
      expect(await runs.finish('burn', '2026-11-22', until)).toBe(true);
      await runs.record('burn', run(), true);
      expect(await runs.claim(claim({ until: until + 1 }))).toBe(false);
    });

    test('an empty record is empty', async () => {
      expect(await (await make()).all()).toEqual([]);
    });
  });
}
