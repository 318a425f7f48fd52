import { describe, expect, test } from '@jest/globals';
import { createDeadLetters } from '../../../domain/outbox/dead-letters.js';
import { auditLog } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryOutbox } from '../../support/fakes/outbox.js';

async function desk() {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const outbox = memoryOutbox();
  const log = auditLog(clock);
  const at = clock.now();
  for (const id of ['dead', 'gone', 'waits']) {
    await outbox.put({ id, kind: 'mail', to: null, code: 'alert.work', params: {} }, at);
    if (id === 'waits') continue;
    await outbox.claim({ now: at, until: at + 1, latest: at + 9, held: false });
    await outbox.bury(id, 1, { attempts: 8, nextAt: at, reason: 'smtp-550' });
  }
  const states = () => outbox.letters().map(({ id, state }) => `${id} ${state}`);
  return { ...log, clock, outbox, states, cases: createDeadLetters({ outbox, record: log.record, clock }) };
}

describe('dead letters', () => {
  test('are listed with what waits', async () => {
    const { cases } = await desk();
    expect((await cases.list(null, 5)).items.map(({ id }) => id)).toEqual(['dead', 'gone', 'waits']);
  });

  test('one is tried again, written down first', async () => {
    const { cases, states, acts } = await desk();
    await cases.retry('ann', 'dead');
    expect(states()).toEqual(['gone dead', 'dead waiting', 'waits waiting']);
    expect(acts()).toEqual([['ann', 'outbox.retry', 'letter:dead']]);
  });

  test('one is removed, and all are emptied, written down first', async () => {
    const { cases, states, acts } = await desk();
    await cases.remove('ann', 'dead');
    expect(states()).toEqual(['gone dead', 'waits waiting']);
    await cases.empty('ann');
    expect(states()).toEqual(['waits waiting']);
    expect(acts()).toEqual([
      ['ann', 'outbox.remove', 'letter:dead'],
      ['ann', 'outbox.empty', null],
    ]);
  });

  test.each([
    ['retry', 'none'],
    ['remove', 'none'],
    ['remove', 'waits'],
  ] as const)('%s finds nothing under %s, and writes nothing down', async (what, id) => {
    const { cases, acts } = await desk();
    await expect(cases[what]('ann', id)).rejects.toMatchObject({ code: 'outbox.unknown' });
    expect(acts()).toEqual([]);
  });
});
