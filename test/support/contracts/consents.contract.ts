import { describe, expect, test } from '@jest/globals';
import type { Consents } from '../../../domain/subscriptions/ports.js';
import type { Recipients } from '../../../domain/sending/ports.js';
import { someConsent } from '../sends.js';

export interface BothSides {
  readonly consents: Consents;
  readonly recipients: Recipients;
}

const of = { way: 'account', template: 'form' } as const;
const key = '0123456789abcdef';
const by = { fence: 1, batch: 1, day: '2027-04-15' };
const answered = { answers: ['a', 'b'], sealed: Uint8Array.of(7), day: '2027-04-15' };

/** What every Consents promises. `make` gives an empty one, and the sends' side of it. */
export function describeConsentsContract(name: string, make: () => Promise<BothSides>): void {
  const holding = async (...ids: readonly string[]): Promise<BothSides> => {
    const both = await make();
    for (const id of ids) await both.consents.insert(someConsent(id));
    return both;
  };

  describe(`${name}: consents`, () => {
    test('one comes back as it was put, in the order asked for; an id is taken once', async () => {
      const { consents } = await holding('a', 'b');
      expect(await consents.find(['b', 'x', 'a'])).toEqual([someConsent('b'), someConsent('a')]);
      expect(await consents.insert(someConsent('a', { count: 9 }))).toBe(false);
      expect(await consents.find(['a'])).toEqual([someConsent('a')]);
    });

    test('an answer is counted if none came between', async () => {
      const { consents } = await holding('a');
      expect(await consents.answer('a', 1, { is: 'accept', ...answered })).toBe(true);
      expect(await consents.answer('a', 1, { is: 'accept', ...answered })).toBe(false);
      const { answers, sealed, day: changedOn } = answered;
      expect(await consents.find(['a'])).toEqual([
        someConsent('a', { count: 2, turn: 2, answers, sealed, changedOn }),
      ]);
      expect(await consents.answer('a', 2, { is: 'reject', ...answered })).toBe(true);
      expect((await consents.find(['a']))[0]?.count).toBe(0);
      expect(await consents.answer('nobody', 1, { is: 'accept', ...answered })).toBe(false);
    });

    test('of many who count at once each is counted or told so', async () => {
      const { consents } = await holding('a');
      const all = await Promise.all(
        Array.from({ length: 8 }, () => consents.answer('a', 1, { is: 'accept', ...answered })),
      );
      expect(all.filter(Boolean)).toHaveLength(1);
      expect((await consents.find(['a']))[0]?.count).toBe(2);
    });

    test('one gets another id with all that belongs to it, but not while a message is on its way', async () => {
      const { consents, recipients } = await holding('old');
      await recipients.claim(key, ['old'], by);
      const to = { id: 'new', person: 'p', sealed: Uint8Array.of(5) };
      expect(await consents.move({ id: 'old', turn: 1 }, to)).toBe(false);
      await recipients.settle(key, 1, [{ id: 'old', is: 'sent' }]);
      expect(await consents.move({ id: 'old', turn: 2 }, to)).toBe(false);
      expect(await consents.move({ id: 'old', turn: 1 }, to)).toBe(true);
      expect(await consents.find(['old', 'new'])).toEqual([
        someConsent('new', { ...to, count: 0, changedOn: by.day }),
      ]);
      const [there] = await recipients.page(of, key, null, 5);
      expect(there?.delivery).toMatchObject({ state: 'sent' });
    });

    test('moved onto one that is there already, its messages are added', async () => {
      const { consents, recipients } = await holding('old', 'new');
      await recipients.claim(key, ['old'], by);
      await recipients.settle(key, 1, [{ id: 'old', is: 'skipped', reason: '40037', consent: 'back' }]);
      const to = { id: 'new', person: 'p', sealed: Uint8Array.of(5) };
      expect(await consents.move({ id: 'old', turn: 1 }, to)).toBe(true);
      expect((await consents.find(['old', 'new'])).map(({ id, count }) => [id, count])).toEqual([['new', 2]]);
      expect(await recipients.claim(key, ['new'], { ...by, batch: 2 })).toEqual([]);
    });

    test('a person is found with all they allowed, and forgotten with it', async () => {
      const { consents } = await make();
      const ann = [
        someConsent('a', { person: 'ann', template: 'z' }),
        someConsent('b', { person: 'ann', template: 'y' }),
      ];
      for (const one of [...ann, someConsent('c', { person: 'bob' })]) await consents.insert(one);
      expect((await consents.of(['x', 'ann'])).map(({ id }) => id)).toEqual(['b', 'a']);
      await consents.forget(['ann', 'x']);
      expect(await consents.of(['ann'])).toEqual([]);
      expect(await consents.find(['c'])).toHaveLength(1);
    });

    test('who is forgotten while a message is on its way leaves an emptied row until it is through', async () => {
      const { consents, recipients } = await holding('a');
      await recipients.claim(key, ['a'], by);
      await consents.forget(['person of a']);
      const [row] = await consents.find(['a']);
      expect([row?.count, row?.sealed, row?.answers]).toEqual([0, new Uint8Array(), []]);
      expect(await consents.eraseSpent()).toBe(0);
      await recipients.settle(key, 1, [{ id: 'a', is: 'back' }]);
      expect(await consents.eraseSpent()).toBe(1);
    });

    test('what is spent goes when no send holds it any more', async () => {
      const { consents, recipients } = await holding('a', 'b', 'c');
      await recipients.claim(key, ['a', 'b'], by);
      await recipients.settle(key, 1, [{ id: 'a', is: 'sent' }]);
      expect(await consents.eraseSpent()).toBe(0);
      await recipients.drop(of, key);
      expect(await consents.eraseSpent()).toBe(1);
      expect((await consents.find(['a', 'b', 'c'])).map(({ id }) => id)).toEqual(['b', 'c']);
    });

    test('what was not used since a day goes, but not while a message is on its way', async () => {
      const { consents, recipients } = await make();
      for (const [id, changedOn] of [
        ['a', '2026-04-14'],
        ['b', '2026-04-15'],
      ] as const)
        await consents.insert(someConsent(id, { changedOn }));
      await consents.insert(someConsent('c', { changedOn: '2026-01-01' }));
      await recipients.claim(key, ['c'], { ...by, day: '2026-01-01' });
      expect(await consents.eraseUnused('2026-04-15')).toBe(1);
      expect((await consents.find(['a', 'b', 'c'])).map(({ id }) => id)).toEqual(['b', 'c']);
    });
  });
}
