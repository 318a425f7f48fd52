import { expect, test } from '@jest/globals';
import { createNoticeFacts } from '../../../domain/notices/notice-facts.js';
import type { Occurrence } from '../../../domain/notices/occurrence.js';
import { toySends } from '../../support/fakes/toy-sends.js';
import { byConsent, massToAll, someOccurrence } from '../../support/notices.js';
import { setUp } from './set-up.js';

function facts(now: string, ...occurrences: readonly Occurrence[]) {
  const desk = setUp({ occurrences });
  desk.clock.set(now);
  const toy = toySends();
  const read = createNoticeFacts({ ...desk, sends: toy.sends });
  return { ...desk, ...toy, told: async () => (await read()).map(({ kind, fact }) => `${kind} ${fact}`) };
}
const planned = (changes: Partial<Occurrence>) =>
  someOccurrence({ notice: 'edu', state: 'scheduled', ways: massToAll, ...changes });

test('the evening before, an administrator is told that tomorrow needs them', async () => {
  const { told, clock } = facts('2027-04-14T17:59:00+08:00', planned({}));
  expect(await told()).toEqual([]);
  clock.set('2027-04-14T18:00:00+08:00');
  expect(await told()).toEqual(['admin_needed_tomorrow edu.2027-04-15.0']);
  clock.set('2027-04-15T00:00:00+08:00');
  expect(await told()).toEqual([]);
});

test.each([
  ['not confirmed yet', { state: 'draft' }],
  ['sent to those with a tag', { ways: { mass: { tag: 4 }, account: false, mini: false } }],
  ['sent by consent', { ways: byConsent }],
  ['sent the day after', { nominal: '2027-04-16' }],
] as const)('nothing is told of what is %s', async (_what, changes) => {
  const { told } = facts('2027-04-14T20:00:00+08:00', planned(changes));
  expect(await told()).toEqual([]);
});

test('at submission, an administrator is told that they are waited for', async () => {
  const going = planned({ state: 'going', startedAt: 1 });
  const { told, sends, set } = facts('2027-04-15T09:01:00+08:00', going);
  const { texts, on, windowEndsAt: until } = going;
  const id = `${going.id}.mass`;
  const order = { id, occurrence: going.id, tag: null, article: null, texts, on, page: '', until };
  await sends.start({ ...order, way: 'mass' });
  expect(await told()).toEqual([]);
  set(id, 'awaiting_admin');
  expect(await told()).toEqual(['admin_needed_now edu.2027-04-15.0']);
  set(id, 'checking');
  expect(await told()).toEqual([]);
});

test('what is in doubt is told for a week', async () => {
  const { told, clock } = facts('2027-04-15T10:00:00+08:00', planned({ state: 'in_doubt', startedAt: 1 }));
  expect(await told()).toEqual(['send_in_doubt edu.2027-04-15.0']);
  clock.advance(8 * 24 * 3_600_000);
  expect(await told()).toEqual([]);
});
