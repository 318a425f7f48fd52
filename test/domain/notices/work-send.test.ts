import { describe, expect, test } from '@jest/globals';
import { createAdvanceNotices } from '../../../domain/notices/advance-notices.js';
import type { Occurrence } from '../../../domain/notices/occurrence.js';
import { createWorkSend } from '../../../domain/notices/work-send.js';
import type { SendState } from '../../../domain/sending/send.js';
import { startedSend, toySends } from '../../support/fakes/toy-sends.js';
import { massToAll, someOccurrence } from '../../support/notices.js';
import { setUp } from './set-up.js';

const hour = 3_600_000;

/** An occurrence with one send, in these states. */
function desk(state: Occurrence['state'], send: SendState, changes: Partial<Occurrence> = {}) {
  const line = setUp();
  const at = line.clock.now() - hour;
  const one = someOccurrence({
    ...{ state, at, windowEndsAt: at + 24 * hour, startedAt: at, ways: massToAll, ...changes },
  });
  line.occurrences.stored.set(one.id, one);
  const toy = toySends();
  const id = `${one.id}.mass`;
  const { texts, on, windowEndsAt: until } = one;
  const order = {
    id,
    occurrence: one.id,
    way: 'mass',
    tag: null,
    article: null,
    texts,
    on,
    page: '',
    until,
  } as const;
  toy.stored.set(id, startedSend(order, { state: send }));
  const { occurrences, clock, record, articles } = line;
  const work = createWorkSend({ occurrences, sends: toy.sends, clock, record });
  const advance = createAdvanceNotices({ occurrences, sends: toy.sends, clock, articles, pageOf: () => '' });
  return { ...line, ...toy, one: () => line.one(one.id), work, advance, id: one.id, send: id };
}

describe('one way of what is on its way', () => {
  test.each([
    ['pause', 'waiting', 'paused'],
    ['resume', 'paused', 'waiting'],
    ['cancel', 'paused', 'cancelled'],
  ] as const)('%s: %s, %s; it is written down first', async (act, before, after) => {
    const { work, id, send, stored, acts, one } = desk('going', before);
    await work('ada', { id, way: 'mass', act });
    expect([stored.get(send)?.state, acts]).toEqual([
      after,
      [{ who: 'ada', act: `send.${act}`, object: `send:${send}` }],
    ]);
    expect((await one()).revision).toBe(1);
  });

  test('gets other limits while it goes', async () => {
    const { work, id, send, stored } = desk('going', 'sending');
    const limits = { concurrency: 8, perSecond: 20 };
    await work('ada', { id, way: 'mass', act: 'limit', limits });
    expect(stored.get(send)?.limits).toEqual(limits);
  });

  test('that was refused is offered again, and is under way again', async () => {
    const { work, id, send, stored, one, advance, set } = desk('refused', 'refused');
    const again = await work('ada', { id, way: 'mass', act: 'retry' });
    expect([again.state, again.outcome, stored.get(send)?.state]).toEqual(['going', null, 'waiting']);
    expect(again.events.at(-1)).toMatchObject({ by: 'ada', what: 'retry', detail: 'mass' });
    set(send, 'done', 1);
    await advance(10);
    expect((await one()).state).toBe('done');
  });

  test.each([
    ['sent', 'done'],
    ['not_sent', 'refused'],
  ] as const)('in doubt and settled as %s: %s', async (settled, state) => {
    const { work, id, one, advance } = desk('in_doubt', 'in_doubt');
    await work('ada', { id, way: 'mass', act: 'settle', settled });
    await advance(10);
    expect((await one()).state).toBe(state);
  });

  test('in doubt stays so where the process dies before the send is settled', async () => {
    const { work, id, one, advance, sends } = desk('in_doubt', 'in_doubt');
    sends.settle = () => Promise.reject(new Error('killed'));
    await expect(work('ada', { id, way: 'mass', act: 'settle', settled: 'sent' })).rejects.toThrow('killed');
    expect((await one()).state).toBe('going');
    await advance(10);
    expect((await one()).state).toBe('in_doubt');
  });

  test.each([
    ['retry', 'going', 'sending'],
    ['retry', 'done', 'done'],
    ['settle', 'refused', 'refused'],
    ['resume', 'going', 'sending'],
    ['cancel', 'going', 'checking'],
    ['pause', 'done', 'done'],
  ] as const)(
    '%s is refused while it is %s and the send %s, and nothing is written',
    async (act, state, send) => {
      const { work, id, acts, one, told } = desk(state, send);
      await expect(work('ada', { id, way: 'mass', act, settled: 'sent' })).rejects.toMatchObject({
        code: 'send.step_refused',
        details: { state: send },
      });
      expect([acts, told, (await one()).revision]).toEqual([[], [], 1]);
    },
  );

  test('is not offered again when the window has passed', async () => {
    const { work, id, clock } = desk('refused', 'refused');
    clock.advance(24 * hour);
    await expect(work('ada', { id, way: 'mass', act: 'retry' })).rejects.toMatchObject({
      code: 'send.step_refused',
    });
  });

  test('that there is not is unknown, and settling needs an answer', async () => {
    const { work, id } = desk('in_doubt', 'in_doubt');
    await expect(work('ada', { id, way: 'mini', act: 'pause' })).rejects.toMatchObject({
      code: 'send.unknown',
    });
    await expect(work('ada', { id: 'x', way: 'mass', act: 'pause' })).rejects.toMatchObject({
      code: 'notice.unknown',
    });
    await expect(work('ada', { id, way: 'mass', act: 'settle' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
