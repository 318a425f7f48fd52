import { describe, expect, test } from '@jest/globals';
import { lateness } from '../../../domain/articles/late.js';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import { createSearchDrafts } from '../../../domain/articles/search-drafts.js';
import { isSlug, slugFrom, slugProblem } from '../../../domain/articles/slug.js';
import { createUploadPicture } from '../../../domain/articles/upload-picture.js';
import { someArticle, someContent, someText } from '../../support/articles.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { memoryPictures } from '../../support/fakes/pictures.js';
import { setUp } from './set-up.js';

describe('an address', () => {
  test.each(['abc', 'a-harbour', '2026-review', 'feed-2026', 'x'.repeat(60)])('can be %s', (word) => {
    expect([isSlug(word), slugProblem(word)]).toEqual([true, null]);
  });
  test.each([
    ...['', '-abc', 'abc-', 'a--b', 'ABC', 'äbc', 'a b', 'a/b', 'a.b', 'feed.xml', '..', '%2e%2e'],
    // letters of other scripts that look like ours, an override of direction, nothing wide, half a pair
    ...['\u0430dmin', 'seeds\u202E', 'se\u200Beds', '\uFEFFseeds', 'seeds\uD800', '１２３'],
  ])('cannot be %j: other characters', (word) => {
    expect([isSlug(word), slugProblem(word)]).toEqual([false, 'slug_characters']);
  });
  test.each([
    ...['a', 'ab', 'x'.repeat(61)].map((word) => [word, 'slug_length'] as const),
    ...['pictures', 'feed', 'style', 'sitemap', 'search'].map((word) => [word, 'slug_reserved'] as const),
  ])('cannot be %s: %s', (word, problem) => {
    expect(slugProblem(word)).toBe(problem);
  });
  test('is made of an English title, or of letters that nobody has', () => {
    expect(slugFrom('Café: who Listens?', '1a2b3c')).toBe('cafe-who-listens-1a2b3c');
    expect(slugFrom(null, '1a2b3c')).toBe('a-1a2b3c');
    expect(slugFrom('种子', '1a2b3c')).toBe('a-1a2b3c');
    for (const title of ['pictures', '- -', 'long '.repeat(40)])
      expect(isSlug(slugFrom(title, '1a2b3c'))).toBe(true);
  });
});

describe('late', () => {
  const at = 10_000_000;
  const late = at + 4 * 60_000;
  const of = (state: Parameters<typeof lateness>[0]['state'], way: 'none' | 'quiet' = 'none') => ({
    // what is about to go has its ten minutes before its time
    ...{ state, stateAt: state === 'about_to_go' ? at - holdMs : at, plan: { at, platform: { way } } },
  });
  test('is what was not taken up at its time, with the reason', () => {
    expect(lateness(of('scheduled'), late, false)).toBe('no_jobs');
    expect(lateness(of('about_to_go'), late, false)).toBe('no_jobs');
    expect(lateness(of('about_to_go', 'quiet'), late, false)).toBe('platform');
    expect(lateness(of('submitted'), late, false)).toBe('platform');
  });
  test('of what is held late begins when its ten minutes are over', () => {
    const held = { ...of('about_to_go', 'quiet'), stateAt: at + 2 * 60_000 };
    expect(lateness(held, at + 14 * 60_000, false)).toBeNull();
    expect(lateness(held, at + 16 * 60_000, false)).toBe('platform');
  });
  test('on a line that is held says so, and is late no sooner', () => {
    for (const state of ['scheduled', 'about_to_go', 'submitted'] as const)
      expect(lateness(of(state), late, true)).toBe('held');
    expect(lateness(of('scheduled'), at + 60_000, true)).toBeNull();
  });
  test('is nothing within the minutes that a tick takes, and nothing that waits for a person or the platform', () => {
    expect(lateness(of('scheduled'), at + 60_000, false)).toBeNull();
    for (const state of ['draft', 'in_review', 'checking', 'in_doubt', 'published'] as const)
      expect(lateness(of(state), late, false)).toBeNull();
    expect(lateness({ ...of('scheduled'), plan: null }, late, false)).toBeNull();
  });
});

describe('searching the desk', () => {
  const titled = (zh: string, slug: string) =>
    someArticle({ slug, content: someContent({ texts: { zh: someText({ title: zh }), en: null } }) });
  const search = createSearchDrafts({
    articles: memoryArticles(titled('港口的照片', 'port'), titled('种子', 'seed-story')),
  });
  test.each([
    ['照片', ['port']],
    ['種子', ['seed-story']],
    ['SEED', ['seed-story']],
    ['nothing', []],
  ])('%s', async (words, slugs) => {
    expect((await search(words)).map(({ slug }) => slug)).toEqual(slugs);
  });
});

describe('uploading a picture', () => {
  test('keeps the same picture once, and writes the act down once', async () => {
    const { clock, record, acts } = setUp();
    const pictures = memoryPictures();
    let rendered = 0;
    const upload = createUploadPicture({
      ...{ pictures, clock, record, pictureId: () => 'f'.repeat(32) },
      renderPicture: async () => {
        rendered += 1;
        return [{ name: 'web', type: 'image/webp', width: 3, height: 2, bytes: Uint8Array.of(1) }];
      },
    });
    const first = await upload('ada', Uint8Array.of(9));
    expect(await upload('ben', Uint8Array.of(9))).toEqual(first);
    expect([first, rendered, acts.length]).toEqual([{ id: 'f'.repeat(32), width: 3, height: 2 }, 1, 1]);
  });
});
