import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../domain/sending/ports.js';
import type { Consent } from '../../../domain/subscriptions/consent.js';
import { someConsent } from '../sends.js';
import type { BothSides } from './consents.contract.js';

const of = { way: 'account', template: 'form' } as const;
const key = '0123456789abcdef';
const other = 'fedcba9876543210';
const by = (fence = 1, batch = 1) => ({ fence, batch, day: '2027-04-15' });

/** What every Recipients promises. `make` gives an empty one, and the side that counts. */
export function describeRecipientsContract(name: string, make: () => Promise<BothSides>): void {
  const holding = async (...all: readonly Consent[]): Promise<BothSides> => {
    const both = await make();
    for (const one of all) await both.consents.insert(one);
    return both;
  };
  const people = (...ids: readonly string[]) => holding(...ids.map((id) => someConsent(id)));
  const delivery = async ({ recipients }: BothSides, id: string): Promise<Delivery | null | undefined> =>
    (await recipients.page(of, key, null, 100)).find((one) => one.id === id)?.delivery;
  const counts = async ({ consents }: BothSides, ...ids: readonly string[]) =>
    (await consents.find(ids)).map(({ count, open }) => [count, open]);

  describe(`${name}: recipients`, () => {
    test('come in the order of their ids, page by page, of one form and way alone', async () => {
      const ids = ['-a', '0', 'A', 'Zz', '_', 'a', 'zz'];
      const { recipients } = await holding(
        ...ids.toReversed().map((id) => someConsent(id)),
        someConsent('B', { way: 'mini' }),
        someConsent('C', { template: 'another' }),
      );
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await recipients.page(of, key, after, 2);
        if (page.length === 0) break;
        found.push(...page.map(({ id }) => id));
        after = page.at(-1)?.id ?? null;
      }
      expect(found).toEqual(ids);
      expect(await recipients.count(of)).toBe(7);
      expect(await recipients.left(of, key, 'A')).toBe(4);
      expect(await recipients.left(of, key, null)).toBe(7);
    });

    test('are counted while they have a message left', async () => {
      const both = await holding(someConsent('a', { count: 3 }), someConsent('b', { count: 0 }));
      expect(await both.recipients.count(of)).toBe(1);
      expect(await both.recipients.page(of, key, null, 5)).toEqual([
        { id: 'a', sealed: Uint8Array.of(1, 2), count: 3, delivery: null },
        { id: 'b', sealed: Uint8Array.of(1, 2), count: 0, delivery: null },
      ]);
    });

    test('a claim takes one message and says for whom, once a send', async () => {
      const both = await holding(someConsent('a', { count: 2 }), someConsent('b', { count: 0 }));
      const { recipients, consents } = both;
      expect(await recipients.claim(key, ['a', 'b', 'x'], by())).toEqual(['a']);
      expect(await delivery(both, 'a')).toEqual({ state: 'claimed', fence: 1, reason: null });
      expect(await recipients.claim(key, ['a'], by(1, 2))).toEqual([]);
      expect(await recipients.claim(key, ['a'], by(2))).toEqual([]);
      expect(await recipients.claim(other, ['a'], by())).toEqual(['a']);
      expect(await counts(both, 'a')).toEqual([[0, 2]]);
      expect((await consents.find(['a']))[0]?.changedOn).toBe('2027-04-15');
      expect(await recipients.left(of, key, null)).toBe(0);
    });

    test('a claim that was made and whose answer was lost is answered again', async () => {
      const both = await people('a', 'b');
      await both.recipients.claim(key, ['a', 'b'], by());
      expect([...(await both.recipients.claim(key, ['a', 'b'], by()))].sort()).toEqual(['a', 'b']);
      expect(await counts(both, 'a', 'b')).toEqual([
        [0, 1],
        [0, 1],
      ]);
    });

    test('of many who claim at once each recipient is one’s', async () => {
      const ids = Array.from({ length: 40 }, (_, n) => `r${String(n)}`);
      const { recipients } = await people(...ids);
      const claims = await Promise.all([1, 2, 3, 4].map((fence) => recipients.claim(key, ids, by(fence))));
      expect(claims.flat().sort()).toEqual(ids.toSorted());
    });

    test('each outcome is written down, and what is given back may be claimed anew', async () => {
      const all = ['sent', 'back', 'doubt', 'gone', 'kept'];
      const both = await holding(...all.map((id) => someConsent(id, { count: 2 })));
      await both.recipients.claim(key, all, by());
      await both.recipients.settle(key, 1, [
        { id: 'sent', is: 'sent' },
        { id: 'back', is: 'back' },
        { id: 'doubt', is: 'doubt', reason: 'no_answer' },
        { id: 'gone', is: 'skipped', reason: 'no_consent', consent: 'gone' },
        { id: 'kept', is: 'skipped', reason: '45015', consent: 'back' },
      ]);
      const entry = (state: Delivery['state'], reason: string | null = null) => ({ state, fence: 1, reason });
      expect(await Promise.all(all.map((id) => delivery(both, id)))).toEqual([
        entry('sent'),
        null,
        entry('doubt', 'no_answer'),
        entry('skipped', 'no_consent'),
        entry('skipped', '45015'),
      ]);
      expect(await counts(both, ...all)).toEqual([
        [1, 0],
        [2, 0],
        [1, 0],
        [0, 0],
        [2, 0],
      ]);
      expect(await both.recipients.claim(key, all, by(1, 2))).toEqual(['back']);
    });

    test('an outcome is written once, and of another’s claim never', async () => {
      const both = await people('a', 'b');
      const { recipients } = both;
      await recipients.claim(key, ['a', 'b'], by());
      await recipients.settle(key, 2, [{ id: 'a', is: 'back' }]);
      await recipients.settle(key, 1, [{ id: 'b', is: 'back' }]);
      await recipients.settle(key, 1, [{ id: 'b', is: 'back' }]);
      await recipients.settle(key, 1, []);
      expect(await counts(both, 'a', 'b')).toEqual([
        [0, 1],
        [1, 0],
      ]);
    });

    test('what an earlier one left on its way is in doubt, and their late outcome is refused', async () => {
      const both = await people('a', 'b');
      const { recipients } = both;
      await recipients.claim(key, ['a'], by(1));
      await recipients.claim(key, ['b'], by(2));
      expect([...(await recipients.claimed(of, key))].sort()).toEqual(['a', 'b']);
      await recipients.doubt(key, ['a', 'b'], 2);
      await recipients.settle(key, 1, [{ id: 'a', is: 'back' }]);
      expect(await delivery(both, 'a')).toEqual({ state: 'doubt', fence: 2, reason: 'left' });
      expect(await recipients.claimed(of, key)).toEqual(['b']);
      expect(await counts(both, 'a')).toEqual([[0, 0]]);
    });

    test('doubts become what a person found, and messages that were not sent go back', async () => {
      for (const found of ['sent', 'not_sent'] as const) {
        const both = await people('a', 'b', 'c');
        await both.recipients.claim(key, ['a', 'b', 'c'], by());
        await both.recipients.settle(key, 1, [
          { id: 'a', is: 'doubt', reason: 'timeout' },
          { id: 'b', is: 'sent' },
          { id: 'c', is: 'doubt', reason: 'left' },
        ]);
        expect(await both.recipients.resolve(of, key, found)).toBe(2);
        expect(await both.recipients.resolve(of, key, found)).toBe(0);
        const back = found === 'sent' ? 0 : 1;
        expect(await counts(both, 'a', 'b', 'c')).toEqual([
          [back, 0],
          [0, 0],
          [back, 0],
        ]);
        expect(await delivery(both, 'a')).toMatchObject(
          found === 'sent' ? { state: 'sent' } : { state: 'skipped', reason: 'not_sent' },
        );
        expect(await both.recipients.claim(key, ['a'], by(2))).toEqual([]);
      }
    });

    test('what became of each is forgotten of one send alone', async () => {
      const both = await holding(someConsent('a', { count: 2 }));
      const { recipients } = both;
      for (const one of [key, other]) {
        await recipients.claim(one, ['a'], by());
        await recipients.settle(one, 1, [{ id: 'a', is: 'sent' }]);
      }
      await recipients.drop(of, other);
      expect(await delivery(both, 'a')).toMatchObject({ state: 'sent' });
      expect((await recipients.page(of, other, null, 1))[0]?.delivery).toBeNull();
    });
  });
}
