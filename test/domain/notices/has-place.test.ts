import { describe, expect, test } from '@jest/globals';
import { createHasPlace } from '../../../domain/notices/has-place.js';
import { someArticle } from '../../support/articles.js';
import { massToAll, someOccurrence } from '../../support/notices.js';
import { setUp, type DeskParts } from './set-up.js';

const april = (day: number) => Date.parse(`2027-04-${String(day).padStart(2, '0')}T09:00:00+08:00`);
const article = (day: number) =>
  someArticle({ state: 'scheduled', plan: { at: april(day), platform: { way: 'send', tag: null } } });
const going = (day: number) =>
  someOccurrence({ state: 'going', at: april(day), startedAt: april(day), ways: massToAll });

function line(parts: DeskParts) {
  const { budgetOf, clock, desk, handSends } = setUp({ now: '2027-04-15T09:01:00+08:00', ...parts });
  const hasPlace = createHasPlace({ budgetOf, clock, accountKind: async () => desk.account });
  return { desk, handSends, hasPlace };
}

describe('a mass send that is handed over', () => {
  test('has its place while fewer than the month holds come before it', async () => {
    const [before, after] = [[1, 2, 3].map(article), [20, 21].map(article)];
    const [one, late] = [going(15), ...after];
    const { hasPlace } = line({ occurrences: [one], articles: [...before, ...after] });
    expect(await hasPlace({ kind: 'notice', id: one.id })).toBe(true);
    expect(await hasPlace({ kind: 'article', id: before[2]?.id ?? '' })).toBe(true);
    expect(await hasPlace({ kind: 'article', id: late?.id ?? '' })).toBe(false);
  });

  test('has none after what was sent by hand took the last', async () => {
    const one = going(15);
    const { hasPlace, handSends } = line({ occurrences: [one], articles: [1, 2, 3].map(article) });
    expect(await hasPlace({ kind: 'notice', id: one.id })).toBe(true);
    await handSends.add({ id: 'a', on: '2027-04-02', note: '', by: 'ada', at: 0 });
    expect(await hasPlace({ kind: 'notice', id: one.id })).toBe(false);
  });

  test('that comes late out of another month comes after all of this one', async () => {
    const march = someArticle({
      state: 'about_to_go',
      plan: { at: april(1) - 24 * 3_600_000, platform: { way: 'send', tag: null } },
    });
    const own = { kind: 'article', id: march.id } as const;
    const three = line({ articles: [march, ...[1, 2, 20].map(article)] });
    expect(await three.hasPlace(own)).toBe(true);
    const four = line({ articles: [march, ...[1, 2, 20, 21].map(article)] });
    expect(await four.hasPlace(own)).toBe(false);
  });

  test('is the first of its day where the account may send once a day', async () => {
    const [first, second] = [going(15), { ...going(15), startedAt: april(15) + 1 }];
    const { hasPlace, desk } = line({ occurrences: [first, second], articles: [article(14)] });
    desk.account = 'subscription';
    expect(await hasPlace({ kind: 'notice', id: first.id })).toBe(true);
    expect(await hasPlace({ kind: 'notice', id: second.id })).toBe(false);
  });

  test.each(['none', 'unknown'] as const)(
    'is the platform’s to refuse where the account is %s',
    async (kind) => {
      const one = going(15);
      const { hasPlace, desk } = line({ occurrences: [one], articles: [1, 2, 3, 4].map(article) });
      expect(await hasPlace({ kind: 'notice', id: one.id })).toBe(false);
      desk.account = kind;
      expect(await hasPlace({ kind: 'notice', id: one.id })).toBe(true);
    },
  );
});
