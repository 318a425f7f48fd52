import { describe, expect, test } from '@jest/globals';
import type { Row, Sessions } from '../../../domain/drafts/ports.js';

let n = 0;
const tag = () => `${(++n).toString(16).padStart(8, '0')}${'e'.repeat(56)}`;
const row = (changes: Partial<Row> & { tag: string }): Row => ({
  rev: 1,
  burnDay: '2026-11-25',
  key: Uint8Array.of(1, 2, 3),
  body: Uint8Array.of(0, 255, 128),
  ...changes,
});

/** What every Sessions promises. `make` gives an empty one. */
export function describeSessionsContract(name: string, make: () => Promise<Sessions>): void {
  describe(`${name}: sessions`, () => {
    test('what was saved is loaded byte for byte', async () => {
      const sessions = await make();
      const saved = row({ tag: tag(), body: Uint8Array.from({ length: 4096 }, (_, i) => i % 256) });
      expect(await sessions.save(saved, 0)).toBe(true);
      expect(await sessions.load([saved.tag])).toEqual(saved);
    });

    test('of several tags the first with a row answers, of none null', async () => {
      const sessions = await make();
      const [today, yesterday] = [tag(), tag()];
      await sessions.save(row({ tag: yesterday }), 0);
      expect((await sessions.load([today, yesterday]))?.tag).toBe(yesterday);
      await sessions.save(row({ tag: today }), 0);
      expect((await sessions.load([today, yesterday]))?.tag).toBe(today);
      expect(await sessions.load([tag(), tag()])).toBeNull();
      expect(await sessions.load([])).toBeNull();
    });

    test('a first write loses where there is a row already', async () => {
      const sessions = await make();
      const first = row({ tag: tag() });
      await sessions.save(first, 0);
      expect(await sessions.save({ ...first, body: Uint8Array.of(9) }, 0)).toBe(false);
      expect(await sessions.load([first.tag])).toEqual(first);
    });

    test('a write from another revision than the stored one loses', async () => {
      const sessions = await make();
      const first = row({ tag: tag() });
      const second = {
        ...first,
        rev: 2,
        burnDay: '2026-11-26',
        key: Uint8Array.of(4),
        body: Uint8Array.of(5),
      };
      await sessions.save(first, 0);
      expect(await sessions.save(second, 1)).toBe(true);
      expect(await sessions.save({ ...second, body: Uint8Array.of(6) }, 1)).toBe(false);
      expect(await sessions.save({ ...second, rev: 4 }, 3)).toBe(false);
      expect(await sessions.load([first.tag])).toEqual(second);
    });

    test('a row that is gone is not brought back by a later write', async () => {
      const sessions = await make();
      const gone = row({ tag: tag() });
      await sessions.save(gone, 0);
      await sessions.remove(gone.tag, 1);
      expect(await sessions.save({ ...gone, rev: 2 }, 1)).toBe(false);
      expect(await sessions.load([gone.tag])).toBeNull();
    });

    test('of twenty who write the same revision at once one wins', async () => {
      const sessions = await make();
      const first = row({ tag: tag() });
      const firsts = await Promise.all(
        Array.from({ length: 20 }, (_, i) => sessions.save({ ...first, body: Uint8Array.of(i) }, 0)),
      );
      expect(firsts.filter(Boolean)).toHaveLength(1);
      const seconds = await Promise.all(
        Array.from({ length: 20 }, (_, i) => sessions.save({ ...first, rev: 2, body: Uint8Array.of(i) }, 1)),
      );
      expect(seconds.filter(Boolean)).toHaveLength(1);
      const stored = await sessions.load([first.tag]);
      expect(stored?.body).toEqual(Uint8Array.of(seconds.indexOf(true)));
    });

    test('each of many at once gets its own answer', async () => {
      const sessions = await make();
      const rows = Array.from({ length: 300 }, (_, i) =>
        row({ tag: tag(), body: Uint8Array.of(i % 256, i >> 8) }),
      );
      await Promise.all(rows.filter((_, i) => i % 3 === 0).map((r) => sessions.save(r, 0)));
      const saved = await Promise.all(rows.map((r) => sessions.save(r, 0)));
      expect(saved.map((won) => !won)).toEqual(rows.map((_, i) => i % 3 === 0));
      expect(await Promise.all(rows.map((r) => sessions.load([tag(), r.tag])))).toEqual(rows);
    });

    test('a row is removed at the revision named and at no other', async () => {
      const sessions = await make();
      const kept = row({ tag: tag() });
      await sessions.save(kept, 0);
      expect(await sessions.remove(kept.tag, 2)).toBe(false);
      expect(await sessions.load([kept.tag])).toEqual(kept);
      expect(await sessions.remove(kept.tag, 1)).toBe(true);
      expect(await sessions.remove(kept.tag, 1)).toBe(false);
      expect(await sessions.load([kept.tag])).toBeNull();
    });

    test('burning takes the rows of earlier days and leaves those of the day itself', async () => {
      const sessions = await make();
      const old = [tag(), tag()];
      const today = tag();
      for (const t of old) await sessions.save(row({ tag: t, burnDay: '2026-11-21' }), 0);
      await sessions.save(row({ tag: today, burnDay: '2026-11-22' }), 0);
      expect(await sessions.burn('2026-11-22')).toBe(2);
      expect(await sessions.burn('2026-11-22')).toBe(0);
      expect(await sessions.load(old)).toBeNull();
      expect((await sessions.load([today]))?.tag).toBe(today);
    });

    test('what burns on a day is listed by tag, page by page', async () => {
      const sessions = await make();
      const tags = Array.from({ length: 5 }, tag).sort();
      for (const t of [...tags].reverse()) await sessions.save(row({ tag: t, burnDay: '2026-11-22' }), 0);
      await sessions.save(row({ tag: tag(), burnDay: '2026-11-23' }), 0);
      const first = await sessions.ending('2026-11-22', 3);
      expect(first).toEqual(tags.slice(0, 3).map((t) => row({ tag: t, burnDay: '2026-11-22' })));
      const rest = await sessions.ending('2026-11-22', 3, first.at(-1)?.tag);
      expect(rest.map((r) => r.tag)).toEqual(tags.slice(3));
    });
  });
}
