import { describe, expect, test } from '@jest/globals';
import { alertKinds, kindOf, letterOf, type Alert } from '../../../domain/alerts/alert.js';
import { createTellStaff } from '../../../domain/alerts/tell-staff.js';
import { createWatchLine, type WatchPorts } from '../../../domain/alerts/watch-line.js';
import { DomainError } from '../../../domain/errors.js';
import type { Hold } from '../../../domain/line-marks/line-mark.js';
import { checkLetter } from '../../../domain/outbox/letter.js';
import type { JobRecord } from '../../../domain/runs/run.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryOutbox } from '../../support/fakes/outbox.js';

const day = 24 * 3_600_000;
const record = (job: string, failures: number): JobRecord => ({
  ...{ job, failures, slot: '', asked: null, last: null, lastFailureAt: null },
});

function line(changes: Partial<WatchPorts> = {}, channel: string | null = 'staff-mail') {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const outbox = memoryOutbox();
  const state = { hold: null as Hold | null, runs: [] as readonly JobRecord[], work: false, looks: 0 };
  const watch = createWatchLine({
    hold: async () => state.hold,
    runs: async () => state.runs,
    jobs: ['burn-drafts', 'retry-outbox'],
    async tellWork() {
      state.looks += 1;
      return state.work;
    },
    tellStaff: createTellStaff({ outbox, clock, channel }),
    ...changes,
  });
  return { clock, outbox, state, watch, ids: () => outbox.letters().map(({ id }) => id) };
}

describe('staff are told', () => {
  test('nothing where nothing is to be told', async () => {
    const { watch, ids } = line();
    expect(await watch()).toEqual({ found: 0, done: 0, failed: 0 });
    expect(ids()).toEqual([]);
  });

  test('that a job failed three times in a row, by its name, once a day', async () => {
    const { watch, state, clock, outbox, ids } = line();
    state.runs = [record('burn-drafts', 2), record('retry-outbox', 3), record('of-an-earlier-version', 9)];
    expect(await watch()).toEqual({ found: 1, done: 1, failed: 0 });
    expect(await watch()).toEqual({ found: 1, done: 0, failed: 0 });
    expect(outbox.letters()).toMatchObject([{ code: 'alert.job_failing', params: { job: 'retry-outbox' } }]);
    clock.advance(day);
    await watch();
    expect(ids()).toEqual([
      'alert.job_failing.retry-outbox.2026-11-22',
      'alert.job_failing.retry-outbox.2026-11-23',
    ]);
  });

  test('that the line is held, once a day, and nothing else then', async () => {
    const { watch, state, ids } = line();
    Object.assign(state, {
      hold: { since: 1, why: 'restored' },
      runs: [record('burn-drafts', 5)],
      work: true,
    });
    for (let i = 0; i < 3; i++) await watch();
    expect([ids(), state.looks]).toEqual([['alert.held.restored.2026-11-22'], 0]);
  });

  test('facts that others look at', async () => {
    const fact: Alert = { kind: 'calendar_unconfirmed', fact: '2028', params: { year: 2028 } };
    const { watch, ids } = line({ facts: [async () => [fact], async () => []] });
    await watch();
    await watch();
    expect(ids()).toEqual(['alert.calendar_unconfirmed.2028.2026-11-22']);
  });

  test('what can be looked at, where something else cannot', async () => {
    const broken = async (): Promise<readonly Alert[]> => {
      throw new DomainError('storage.unavailable');
    };
    const fact: Alert = { kind: 'send_in_doubt', fact: 'x', params: {} };
    const { watch, state, ids } = line({ facts: [broken, async () => [fact]] });
    state.work = true;
    expect(await watch()).toEqual({ found: 2, done: 2, failed: 1 });
    expect(ids()).toHaveLength(1);
  });

  test('nothing where no channel is set up', async () => {
    const { watch, state, ids } = line({}, null);
    state.runs = [record('burn-drafts', 5)];
    expect(await watch()).toEqual({ found: 1, done: 0, failed: 0 });
    expect(ids()).toEqual([]);
  });
});

test.each(alertKinds)('an alert of the kind %s is a sound letter, and is known by it', (kind) => {
  const letter = letterOf({ kind, fact: 'notice-1.2027-04-15', params: {} }, 'staff-mail', '2026-11-22');
  expect(() => {
    checkLetter(letter);
  }).not.toThrow();
  expect(kindOf(letter)).toBe(kind);
  expect(kindOf({ code: `x${letter.code}` })).toBeNull();
});
