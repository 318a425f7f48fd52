import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import type { Hold } from '../../../domain/line-marks/line-mark.js';
import { createDeliverOutbox } from '../../../domain/outbox/deliver-outbox.js';
import { backOff, mostTries, type NewLetter } from '../../../domain/outbox/letter.js';
import type { Deliver, Outbox, Outcome } from '../../../domain/outbox/ports.js';
import { handClock } from '../../support/fakes/clock.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { memoryOutbox } from '../../support/fakes/outbox.js';

const minute = 60_000;
const letter = (id: string, changes: Partial<NewLetter> = {}): NewLetter => ({
  ...{ id, kind: 'mail', to: null, code: 'alert.work', params: {} },
  ...changes,
});
const delivered: Outcome = { is: 'delivered' };
const failed: Outcome = { is: 'failed', reason: 'timed-out' };

/** An outbox and a channel that answers what it is told, in turn; `sent` are the letters it got. */
function post(...answers: readonly (Outcome | Error)[]) {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const outbox = memoryOutbox();
  const sent: string[] = [];
  const left = [...answers];
  const channel: Deliver = async ({ id }) => {
    sent.push(id);
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return answer ?? delivered;
  };
  const state = { hold: null as Hold | null };
  const through = (box: Outbox) =>
    createDeliverOutbox({
      ...{ outbox: box, clock, hold: async () => state.hold, random: () => Uint8Array.of(0) },
      deliver: new Map([['mail', channel]]),
    });
  return { clock, outbox, sent, state, through, ...through(outbox) };
}

describe('delivering', () => {
  test('nothing to do is success', async () => {
    expect(await post().deliver(10)).toEqual({ found: 0, done: 0, failed: 0 });
  });

  test('what is due goes once, and is gone', async () => {
    const { outbox, clock, deliver, sent } = post();
    for (const id of ['a', 'b']) await outbox.put(letter(id), clock.now());
    await outbox.put(letter('later'), clock.now() + 1);
    expect(await deliver(10)).toEqual({ found: 2, done: 2, failed: 0 });
    expect(await deliver(10)).toEqual({ found: 0, done: 0, failed: 0 });
    expect([sent, outbox.letters().map(({ id }) => id)]).toEqual([['a', 'b'], ['later']]);
    expect(await outbox.put(letter('a'), clock.now())).toBe(false);
  });

  test('at most so many at a time', async () => {
    const { outbox, clock, deliver, sent } = post();
    for (const id of ['a', 'b', 'c']) await outbox.put(letter(id), clock.now());
    expect(await deliver(2)).toMatchObject({ found: 2 });
    expect(sent).toEqual(['a', 'b']);
  });

  test('the id of what was delivered is kept for three days', async () => {
    const { outbox, clock, deliver } = post();
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    clock.advance(3 * 24 * 60 * minute);
    await deliver(10);
    expect(await outbox.put(letter('a'), clock.now())).toBe(false);
    clock.advance(1);
    await deliver(10);
    expect(await outbox.put(letter('a'), clock.now())).toBe(true);
  });

  test('of what is to be forgotten not even the id is kept', async () => {
    const { outbox, clock, deliver } = post({ is: 'delivered', forgotten: true });
    await outbox.put(letter('a'), clock.now());
    expect(await deliver(10)).toMatchObject({ done: 1 });
    await deliver(10);
    expect(await outbox.put(letter('a'), clock.now())).toBe(true);
  });

  test('how many are due can be asked', async () => {
    const { outbox, clock, due, sent } = post();
    await outbox.put(letter('a'), clock.now());
    expect([await due(), sent]).toEqual([1, []]);
  });
});

describe('a letter that fails', () => {
  test('waits 1, 2, 4 … minutes, an hour at most, and is dead after eight tries', async () => {
    const { outbox, clock, deliver, sent } = post(failed);
    await outbox.put(letter('a'), clock.now());
    const waits: number[] = [];
    for (let tries = 1; tries < mostTries; tries += 1) {
      expect(await deliver(10)).toEqual({ found: 1, done: 0, failed: 0 });
      const [waiting] = outbox.letters();
      expect(waiting).toMatchObject({ state: 'waiting', attempts: tries, reason: 'timed-out' });
      waits.push((waiting?.nextAt ?? 0) - clock.now());
      clock.advance(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60].map((minutes) => minutes * minute * 0.9));
    await deliver(10);
    clock.advance(48 * 60 * minute);
    await deliver(10);
    expect(sent).toHaveLength(mostTries);
    expect(outbox.letters()).toMatchObject([{ state: 'dead', attempts: mostTries, reason: 'timed-out' }]);
  });

  test('is delivered when the way is open again', async () => {
    const { outbox, clock, deliver, sent } = post(failed, failed, delivered);
    await outbox.put(letter('a'), clock.now());
    for (let tries = 0; tries < 5; tries += 1) {
      await deliver(10);
      clock.advance(5 * minute);
    }
    expect([sent.length, outbox.letters()]).toEqual([3, []]);
  });

  test('for good is dead at once, with its reason', async () => {
    const { outbox, clock, deliver } = post({ is: 'final', reason: 'smtp-550' });
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    expect(outbox.letters()).toMatchObject([{ state: 'dead', attempts: 1, reason: 'smtp-550' }]);
    // the day, and no time of it
    expect(outbox.letters()[0]?.nextAt).toBe(Date.parse('2026-11-22T00:00:00Z'));
  });

  test.each([
    [new DomainError('storage.unavailable'), 'storage.unavailable'],
    [new Error('550 ann@example.org is no mailbox'), 'failed'],
  ])('by an error leaves a word of it: %s', async (error, reason) => {
    const { outbox, clock, deliver } = post(error);
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    expect(outbox.letters()).toMatchObject([{ state: 'waiting', attempts: 1, reason }]);
  });

  test('because nobody delivers its kind is dead', async () => {
    const { outbox, clock, deliver, sent } = post();
    await outbox.put(letter('a', { kind: 'pigeon' }), clock.now());
    await deliver(10);
    expect([sent, outbox.letters()]).toMatchObject([[], [{ state: 'dead', reason: 'not-set-up' }]]);
  });

  test('does not keep the others', async () => {
    const { outbox, clock, deliver, sent } = post(new Error('first'), delivered);
    for (const id of ['a', 'b']) await outbox.put(letter(id), clock.now());
    expect(await deliver(10)).toEqual({ found: 2, done: 1, failed: 0 });
    expect(sent).toEqual(['a', 'b']);
  });
});

test('what is put off waits for its time, and it does not count as a try', async () => {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const { outbox, deliver, sent } = post({ is: 'later', at: clock.now() + 30 * minute }, delivered);
  await outbox.put(letter('a'), clock.now());
  expect(await deliver(10)).toEqual({ found: 1, done: 0, failed: 0 });
  expect(outbox.letters()).toMatchObject([{ attempts: 0, nextAt: clock.now() + 30 * minute, reason: null }]);
  expect(sent).toEqual(['a']);
});

test('on a held line letters to somebody by name wait for the release, then each goes once', async () => {
  const { outbox, clock, deliver, sent, state } = post();
  await outbox.put(letter('named', { to: Uint8Array.of(1) }), clock.now());
  await outbox.put(letter('staff'), clock.now());
  state.hold = { since: 1, why: 'copied' };
  for (let i = 0; i < 2; i++) await deliver(10);
  expect(sent).toEqual(['staff']);
  state.hold = null;
  for (let i = 0; i < 2; i++) await deliver(10);
  expect(sent).toEqual(['staff', 'named']);
});

describe('stopped in the middle', () => {
  test('before it was tried: it is tried once the claim is over', async () => {
    const { outbox, clock, through, sent } = post();
    await outbox.put(letter('a'), clock.now());
    const dying = through(withFaults(outbox, once([['claim', 'after']])));
    await expect(dying.deliver(10)).rejects.toThrow('storage.unavailable');
    await through(outbox).deliver(10);
    expect(sent).toEqual([]);
    clock.advance(5 * minute);
    await through(outbox).deliver(10);
    expect(sent).toEqual(['a']);
  });

  test('after it was delivered, before that was written down: it is delivered once more, under the same id', async () => {
    const { outbox, clock, through, sent } = post();
    await outbox.put(letter('a'), clock.now());
    const dying = through(withFaults(outbox, once([['delivered', 'before']])));
    await expect(dying.deliver(10)).rejects.toThrow('storage.unavailable');
    clock.advance(5 * minute);
    await through(outbox).deliver(10);
    await through(outbox).deliver(10);
    expect(sent).toEqual(['a', 'a']);
  });
});

test('two processes deliver each letter once between them', async () => {
  const { outbox, clock, through, sent } = post();
  const ids = Array.from({ length: 20 }, (_, n) => `letter-${n}`);
  for (const id of ids) await outbox.put(letter(id), clock.now());
  await Promise.all([through(outbox).deliver(50), through(outbox).deliver(50)]);
  expect([...sent].sort()).toEqual([...ids].sort());
});

describe('a clock', () => {
  test('that goes back an hour delays what waited by that hour, and nothing is sent twice', async () => {
    const { outbox, clock, deliver, sent } = post(failed, delivered);
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    clock.advance(-60 * minute);
    await deliver(10);
    expect(sent).toEqual(['a']);
    clock.advance(61 * minute);
    for (let i = 0; i < 2; i++) await deliver(10);
    expect(sent).toEqual(['a', 'a']);
  });

  test('that was a year ahead for a moment keeps nothing waiting for a year', async () => {
    const { outbox, clock, deliver, sent } = post(failed, delivered);
    clock.advance(365 * 24 * 60 * minute);
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    clock.advance(-365 * 24 * 60 * minute);
    await deliver(10);
    expect(sent).toEqual(['a', 'a']);
  });

  test('that stood still for a day of downtime: what waited goes at once', async () => {
    const { outbox, clock, deliver, sent } = post(failed, delivered);
    await outbox.put(letter('a'), clock.now());
    await deliver(10);
    clock.advance(24 * 60 * minute);
    await deliver(10);
    expect([sent, outbox.letters()]).toEqual([['a', 'a'], []]);
  });
});

test('the waiting times spread by a tenth either way', () => {
  expect([backOff(1, 0), backOff(1, 255)]).toEqual([54_000, 66_000]);
  expect([backOff(7, 0), backOff(50, 255)]).toEqual([54 * minute, 66 * minute]);
});
