import { describe, expect, test } from '@jest/globals';
import type { MovedRule } from '../../../domain/calendar/day-rule.js';
import type {
  HandSend,
  HandSends,
  NoticeFeeds,
  Notices,
  Occurrences,
} from '../../../domain/notices/ports.js';
import { lineOf, type Occurrence } from '../../../domain/notices/occurrence.js';
import { fullOccurrence, massToAll, someNotice, someOccurrence } from '../notices.js';

const rules: readonly MovedRule[] = [
  { rule: { kind: 'yearly', month: 2, day: 29, leap: 'skip', since: 2000 }, moved: 'before' },
  { rule: { kind: 'weekday', month: 5, weekday: 1, nth: -1 } },
  { rule: { kind: 'lunar', month: 12, day: 'last', since: 2020 }, moved: 'after' },
  { rule: { kind: 'lunar', month: 8, day: 15 } },
  { rule: { kind: 'once', on: '2027-06-01' } },
];

/** What every Notices promises. `make` gives an empty one. */
export function describeNoticesContract(name: string, make: () => Promise<Notices>): void {
  describe(`${name}: notices`, () => {
    test.each([
      ['of the desk', someNotice()],
      [
        'of a profile',
        someNotice({ source: 'profile', editedBy: null, since: null, article: 'a'.repeat(32) }),
      ],
      ['at rest, with leads', someNotice({ active: false, leads: [0, 7, 30], ways: massToAll })],
      ['for a tag', someNotice({ ways: { mass: { tag: 0 }, account: false, mini: true } })],
      ...rules.map((rule) => [JSON.stringify(rule), someNotice({ rule })] as const),
      ['with no words', someNotice({ texts: { zh: { title: '', body: '' }, en: { title: '', body: '' } } })],
    ] as const)('one %s comes back as it was put', async (_, notice) => {
      const notices = await make();
      expect(await notices.insert(notice)).toBe(true);
      expect(await notices.byId(notice.id)).toEqual(notice);
    });

    test('there is one of each id, and the first stays', async () => {
      const notices = await make();
      const notice = someNotice();
      const put = await Promise.all(
        Array.from({ length: 10 }, (_, at) => notices.insert({ ...notice, at: `0${at}:00` })),
      );
      expect(put.filter(Boolean)).toHaveLength(1);
      expect((await notices.byId(notice.id))?.at).toBe(`0${put.indexOf(true)}:00`);
      expect(await notices.byId('none')).toBeNull();
    });

    test('all come by id', async () => {
      const notices = await make();
      const some = ['c', 'a', 'b'].map((id) => someNotice({ id }));
      for (const notice of some) await notices.insert(notice);
      expect((await notices.all()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    test('a write goes over the revision before it and over no other', async () => {
      const notices = await make();
      const notice = someNotice({ revision: 3 });
      await notices.insert(notice);
      const writes = ['09:00', '10:00'].map((at) => notices.replace({ ...notice, at, revision: 4 }));
      const done = await Promise.all(writes);
      expect(done.filter(Boolean)).toHaveLength(1);
      for (const revision of [3, 4, 6]) expect(await notices.replace({ ...notice, revision })).toBe(false);
      expect(await notices.replace({ ...notice, id: 'none', revision: 4 })).toBe(false);
    });
  });
}

/** What every Occurrences promises. `make` gives an empty one. */
export function describeOccurrencesContract(name: string, make: () => Promise<Occurrences>): void {
  const holding = async (...some: readonly Occurrence[]) => {
    const occurrences = await make();
    for (const one of some) await occurrences.insert(one);
    return occurrences;
  };

  describe(`${name}: occurrences`, () => {
    test.each([
      ['that nobody touched', someOccurrence()],
      ['with something in every field', fullOccurrence()],
    ])('one %s comes back as it was put', async (_, one) => {
      const occurrences = await holding(one);
      expect(await occurrences.byId(one.id)).toEqual(one);
      expect(await occurrences.byId('none')).toBeNull();
    });

    test('of ten who make the same one at once one does', async () => {
      const occurrences = await make();
      const one = someOccurrence();
      const made = await Promise.all(
        Array.from({ length: 10 }, (_, at) => occurrences.insert({ ...one, at })),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await occurrences.byId(one.id))?.at).toBe(made.indexOf(true));
    });

    test('a write goes over the revision before it and over no other, and takes away what is no more', async () => {
      const one = fullOccurrence({ revision: 3 });
      const occurrences = await holding(one);
      const bare = { ...someOccurrence(), id: one.id, revision: 4 };
      expect(await occurrences.replace(bare)).toBe(true);
      expect(await occurrences.byId(one.id)).toEqual(bare);
      for (const revision of [3, 4, 6]) expect(await occurrences.replace({ ...one, revision })).toBe(false);
      expect(await occurrences.byId(one.id)).toEqual(bare);
    });

    test('of ten who write over one revision at once one does it', async () => {
      const one = someOccurrence();
      const occurrences = await holding(one);
      const writes = Array.from({ length: 10 }, (_, at) => ({ ...one, revision: 2, at }));
      const done = await Promise.all(writes.map((write) => occurrences.replace(write)));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await occurrences.byId(one.id)).toEqual(writes[done.indexOf(true)]);
    });

    test('only the revision that was read is taken away', async () => {
      const one = someOccurrence({ revision: 2 });
      const occurrences = await holding(one);
      expect(await occurrences.remove({ id: one.id, revision: 1 })).toBe(false);
      expect(await occurrences.byId(one.id)).toEqual(one);
      expect(await occurrences.remove(one)).toBe(true);
      expect(await occurrences.remove(one)).toBe(false);
      expect(await occurrences.byId(one.id)).toBeNull();
    });

    test('those of a notice come by the days that its rule names', async () => {
      const mine = ['2028-04-15', '2027-04-15'].map((nominal) => someOccurrence({ notice: 'a', nominal }));
      const lead = someOccurrence({ notice: 'a', nominal: '2027-04-15', lead: 7 });
      const occurrences = await holding(...mine, lead, someOccurrence({ notice: 'b' }));
      expect((await occurrences.of('a')).map(({ id }) => id)).toEqual([
        'a.2027-04-15.0',
        'a.2027-04-15.7',
        'a.2028-04-15.0',
      ]);
      expect(await occurrences.of('none')).toEqual([]);
    });

    const at = (id: string, when: number, state: Occurrence['state'] = 'scheduled'): Occurrence =>
      someOccurrence({ id, at: when, state });
    const some = [at('d', 30), at('a', 20), at('b', 20, 'going'), at('c', 10, 'draft'), at('e', 40)];
    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

    test('those that are due come the earliest first, at most so many', async () => {
      const occurrences = await holding(...some);
      expect(ids(await occurrences.due(['scheduled', 'going'], 30, 9))).toEqual(['a', 'b', 'd']);
      expect(ids(await occurrences.due(['scheduled', 'going'], 30, 2))).toEqual(['a', 'b']);
      expect(ids(await occurrences.due(['draft'], Number.MAX_SAFE_INTEGER, 9))).toEqual(['c']);
      expect(ids(await occurrences.due(['done'], 99, 9))).toEqual([]);
    });

    test('those of a time come the earliest first, whole or as lines', async () => {
      const occurrences = await holding(...some);
      expect(ids(await occurrences.between(10, 40))).toEqual(['c', 'a', 'b', 'd']);
      expect(ids(await occurrences.between(11, 30, ['going', 'draft']))).toEqual(['b']);
      expect((await occurrences.between(20, 21))[0]).toEqual(some[1]);
      const lines = await occurrences.lines(20, 31, ['scheduled']);
      expect(lines).toEqual([some[1], some[0]].flatMap((one) => (one === undefined ? [] : [lineOf(one)])));
    });
  });
}

/** What every HandSends promises. `make` gives an empty one. */
export function describeHandSendsContract(name: string, make: () => Promise<HandSends>): void {
  describe(`${name}: sends by hand`, () => {
    test('come by day, both ends included', async () => {
      const handSends = await make();
      const some = ['05-01', '04-30', '04-01', '03-31'].map((on, at): HandSend => ({
        ...{ id: `${at}`.repeat(32), on: `2027-${on}`, note: at === 1 ? '' : 'why', by: 'ada', at },
      }));
      for (const send of some) await handSends.add(send);
      expect(await handSends.between('2027-04-01', '2027-04-30')).toEqual([some[2], some[1]]);
      expect(await handSends.between('2027-06-01', '2027-06-30')).toEqual([]);
    });
  });
}

/** What every NoticeFeeds promises. `make` gives an empty one. */
export function describeNoticeFeedsContract(name: string, make: () => Promise<NoticeFeeds>): void {
  describe(`${name}: links to the calendar`, () => {
    const first = { staffId: 'ada', keyHash: 'a'.repeat(64), madeOn: '2026-11-23' };

    test('there is one a member: a new one takes the place of the earlier one', async () => {
      const feeds = await make();
      expect(await feeds.of('ada')).toBeNull();
      await feeds.put(first);
      const second = { ...first, keyHash: 'b'.repeat(64), madeOn: '2026-11-24' };
      await feeds.put(second);
      expect(await feeds.of('ada')).toEqual(second);
      expect(await feeds.byKey(second.keyHash)).toEqual(second);
      expect(await feeds.byKey(first.keyHash)).toBeNull();
    });

    test('one that is taken away is found no more; none there is no error', async () => {
      const feeds = await make();
      await feeds.put(first);
      await feeds.put({ ...first, staffId: 'ben', keyHash: 'c'.repeat(64) });
      await feeds.remove('ada');
      await feeds.remove('ada');
      expect([await feeds.of('ada'), await feeds.byKey(first.keyHash)]).toEqual([null, null]);
      expect((await feeds.of('ben'))?.keyHash).toBe('c'.repeat(64));
    });
  });
}
