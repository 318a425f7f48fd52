import { describe, expect, test } from '@jest/globals';
import type { NewLetter } from '../../../domain/outbox/letter.js';
import type { ClaimLetter, Outbox } from '../../../domain/outbox/ports.js';

const now = 1_800_000_000_000;
const lease = 300_000;
const hour = 3_600_000;

const letter = (id: string, changes: Partial<NewLetter> = {}): NewLetter => ({
  ...{ id, kind: 'staff-mail', to: null, code: 'alert.held', params: { why: 'copied', year: 2028 } },
  ...changes,
});
const claim = (changes: Partial<ClaimLetter> = {}): ClaimLetter => ({
  ...{ now, until: now + lease, latest: now + 2 * hour, held: false },
  ...changes,
});

/** What every Outbox promises. `make` gives an empty one. */
export function describeOutboxContract(name: string, make: () => Promise<Outbox>): void {
  const holding = async (...letters: readonly (readonly [string, number])[]): Promise<Outbox> => {
    const outbox = await make();
    for (const [id, at] of letters) await outbox.put(letter(id), at);
    return outbox;
  };
  const ids = async (outbox: Outbox): Promise<readonly string[]> =>
    (await outbox.list(null, 50)).items.map(({ id }) => id);
  /** Letters that are dead. */
  const burying = async (...all: readonly string[]): Promise<Outbox> => {
    const outbox = await holding(...all.map((id) => [id, now] as const));
    for (const id of all) {
      const { fence = 0 } = (await outbox.claim(claim())) ?? {};
      await outbox.bury(id, fence, { attempts: 8, nextAt: now, reason: 'smtp-550' });
    }
    return outbox;
  };

  describe(`${name}: letters that wait`, () => {
    test('a letter is claimed as it was put in, with nothing tried yet', async () => {
      const outbox = await make();
      const sealed = letter('a', { to: Uint8Array.of(1, 2, 3), params: {} });
      expect(await outbox.put(sealed, now)).toBe(true);
      const fresh = { state: 'waiting', attempts: 0, nextAt: now, reason: null };
      expect(await outbox.claim(claim())).toEqual({ ...sealed, ...fresh, fence: 1 });
      expect(await outbox.byId('a')).toEqual({ ...sealed, ...fresh });
      expect(await outbox.byId('b')).toBeNull();
    });

    test('the same id again changes nothing, waiting, dead or delivered', async () => {
      const outbox = await holding(['a', now]);
      expect(await outbox.put(letter('a', { code: 'alert.work' }), now + 5)).toBe(false);
      const first = await outbox.claim(claim());
      expect([first?.code, first?.nextAt]).toEqual(['alert.held', now]);
      expect(await outbox.delivered('a', 1, now)).toBe(true);
      expect(await outbox.put(letter('a'), now)).toBe(false);
      expect([await outbox.claim(claim()), await outbox.byId('a'), await ids(outbox)]).toEqual([
        null,
        null,
        [],
      ]);
    });

    test('what was delivered is forgotten when its time is over, and may be put in again', async () => {
      const outbox = await holding(['a', now], ['b', now]);
      await outbox.claim(claim());
      await outbox.delivered('a', 1, now);
      expect(await outbox.forget(now)).toBe(0);
      expect(await outbox.forget(now + 1)).toBe(1);
      expect(await outbox.put(letter('a'), now)).toBe(true);
      expect(await ids(outbox)).toEqual(['a', 'b']);
    });

    test.each([
      ['a text', { params: { text: 'Mr Li said so' } }],
      ['a text in Chinese', { params: { text: '举报' } }],
      ['a long word', { params: { word: 'x'.repeat(61) } }],
      ['a fraction', { params: { share: 0.5 } }],
      [
        'many parameters',
        { params: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((one) => [one, 1])) },
      ],
      ['an id with a blank', { id: 'a b' }],
      ['a code that is a sentence', { code: 'There is work' }],
    ] as const)('a letter with %s is refused', async (_what, changes) => {
      const outbox = await make();
      const put = outbox.put({ ...letter('a'), ...changes }, now);
      await expect(put).rejects.toMatchObject({ code: 'internal.unexpected' });
      expect(await ids(outbox)).toEqual([]);
    });
  });

  describe(`${name}: claiming letters`, () => {
    test('the one that waits longest comes first, and none before its time', async () => {
      const outbox = await holding(['c', now + 1], ['b', now], ['a', now - 5]);
      const claimed: unknown[] = [];
      for (let i = 0; i < 3; i++) claimed.push((await outbox.claim(claim()))?.id);
      expect(claimed).toEqual(['a', 'b', undefined]);
      expect((await outbox.claim(claim({ now: now + 1, until: now + lease + 1 })))?.id).toBe('c');
    });

    test('of many processes one gets a letter', async () => {
      const outbox = await holding(['a', now]);
      const claimed = await Promise.all(Array.from({ length: 8 }, () => outbox.claim(claim())));
      expect(claimed.filter((one) => one !== null)).toHaveLength(1);
    });

    test('what its holder left is free when the time is up, under a new fence; the old one ends nothing', async () => {
      const outbox = await holding(['a', now]);
      await outbox.claim(claim());
      expect(await outbox.claim(claim({ now: now + lease - 1 }))).toBeNull();
      const again = await outbox.claim(claim({ now: now + lease, until: now + 2 * lease }));
      expect(again?.fence).toBe(2);
      expect(await outbox.delivered('a', 1, now)).toBe(false);
      expect(await outbox.postpone('a', 1, { attempts: 1, nextAt: now, reason: 'x' })).toBe(false);
      expect(await outbox.bury('a', 1, { attempts: 1, nextAt: now, reason: 'x' })).toBe(false);
      expect(await outbox.delivered('a', 2, now)).toBe(true);
    });

    test('what is put off waits for its time with its tries and its reason', async () => {
      const outbox = await holding(['a', now]);
      await outbox.claim(claim());
      expect(await outbox.postpone('a', 1, { attempts: 3, nextAt: now + 60, reason: 'timed-out' })).toBe(
        true,
      );
      expect(await outbox.claim(claim({ now: now + 59 }))).toBeNull();
      const next = await outbox.claim(claim({ now: now + 60 }));
      expect(next).toMatchObject({ attempts: 3, reason: 'timed-out', fence: 2 });
    });

    test('on a held line letters to somebody by name wait, and the others do not', async () => {
      const outbox = await make();
      await outbox.put(letter('named', { to: Uint8Array.of(7) }), now - 9);
      await outbox.put(letter('staff'), now);
      expect(await outbox.due(claim({ held: true }))).toBe(1);
      expect((await outbox.claim(claim({ held: true })))?.id).toBe('staff');
      expect(await outbox.claim(claim({ held: true }))).toBeNull();
      expect((await outbox.claim(claim()))?.id).toBe('named');
    });

    test('times that only a wrong clock can have written keep nothing waiting', async () => {
      const outbox = await holding(['far', now + 2 * hour + 1], ['near', now + 2 * hour]);
      expect((await outbox.claim(claim({ until: now + 9 * hour })))?.id).toBe('far');
      expect((await outbox.claim(claim()))?.id).toBe('far');
      expect(await outbox.claim(claim())).toBeNull();
    });

    test('how many are due can be asked without taking any', async () => {
      const outbox = await holding(['a', now], ['b', now - 1], ['c', now + 1]);
      expect([await outbox.due(claim()), await outbox.due(claim())]).toEqual([2, 2]);
      await outbox.claim(claim());
      expect(await outbox.due(claim())).toBe(1);
    });
  });

  describe(`${name}: letters that a person looks at`, () => {
    test('a dead one is claimed no more, and says why', async () => {
      const outbox = await burying('a');
      expect(await outbox.claim(claim())).toBeNull();
      expect(await outbox.byId('a')).toMatchObject({ state: 'dead', attempts: 8, reason: 'smtp-550' });
    });

    test('the dead ones come first, page by page', async () => {
      const outbox = await burying('d1', 'd2');
      for (const [id, at] of [
        ['w2', now + 2],
        ['w1', now + 1],
      ] as const)
        await outbox.put(letter(id), at);
      const pages: string[][] = [];
      for (let after: string | null = null; ;) {
        const { items, next }: Awaited<ReturnType<Outbox['list']>> = await outbox.list(after, 1);
        pages.push(items.map(({ id }) => id));
        if (next === null) break;
        after = next;
      }
      expect(pages).toEqual([['d1'], ['d2'], ['w1'], ['w2']]);
      expect((await outbox.list(null, 4)).next).toBeNull();
    });

    test('a place that is none is refused', async () => {
      const outbox = await make();
      await expect(outbox.list('nowhere', 5)).rejects.toMatchObject({ code: 'request.invalid' });
    });

    test('one that is tried again waits like a new one, whether it was dead or waiting', async () => {
      const outbox = await burying('a');
      await outbox.put(letter('b'), now + hour);
      for (const id of ['a', 'b']) expect(await outbox.retry(id, now)).toBe(true);
      expect((await outbox.list(null, 5)).items).toMatchObject([
        { id: 'a', state: 'waiting', attempts: 0, nextAt: now, reason: 'smtp-550' },
        { id: 'b', state: 'waiting', attempts: 0, nextAt: now },
      ]);
      expect(await outbox.retry('none', now)).toBe(false);
    });

    test('one that somebody holds, or that was delivered, is not tried again', async () => {
      const outbox = await holding(['a', now]);
      await outbox.claim(claim());
      expect(await outbox.retry('a', now)).toBe(false);
      await outbox.delivered('a', 1, now);
      expect(await outbox.retry('a', now)).toBe(false);
    });

    test('only a dead one is removed, and emptying removes them all and nothing else', async () => {
      const outbox = await burying('a', 'b', 'c');
      await outbox.put(letter('w'), now);
      expect([await outbox.remove('w'), await outbox.remove('a'), await outbox.remove('a')]).toEqual([
        ...[false, true, false],
      ]);
      expect(await outbox.empty()).toBe(2);
      expect(await ids(outbox)).toEqual(['w']);
      expect(await outbox.empty()).toBe(0);
    });
  });
}
