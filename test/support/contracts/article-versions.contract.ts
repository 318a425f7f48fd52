import { describe, expect, test } from '@jest/globals';
import type { ArticleVersion, ArticleVersions } from '../../../domain/articles/ports.js';
import { madeAt, someContent, someText } from '../articles.js';

const article = 'a'.repeat(32);

export const someVersion = (changes: Partial<ArticleVersion> = {}): ArticleVersion => ({
  ...{ article, revision: 1, at: madeAt, by: 'ed', why: 'saved', content: someContent() },
  ...changes,
});

/** What every ArticleVersions promises. `make` gives an empty one. */
export function describeArticleVersionsContract(name: string, make: () => Promise<ArticleVersions>): void {
  describe(`${name}: article versions`, () => {
    test('a version comes back whole, for its article and revision alone', async () => {
      const versions = await make();
      const version = someVersion({
        why: 'published',
        content: someContent({ texts: { zh: someText({ title: '', body: '' }), en: null } }),
      });
      await versions.add(version);
      expect(await versions.get(article, 1)).toEqual(version);
      expect(await versions.get(article, 2)).toBeNull();
      expect(await versions.get('b'.repeat(32), 1)).toBeNull();
    });

    test('the same revision again, also at once, changes nothing', async () => {
      const versions = await make();
      const version = someVersion();
      await versions.add(version);
      await Promise.all(
        [1, 2, 3].map(() => versions.add({ ...version, by: 'vera', content: someContent({ tags: [] }) })),
      );
      expect(await versions.get(article, 1)).toEqual(version);
      expect(await versions.list(article, 9)).toHaveLength(1);
    });

    test('the list is of one article, the newest first, so many, without what is in them', async () => {
      const versions = await make();
      for (const revision of [2, 10, 9, 1]) await versions.add(someVersion({ revision }));
      await versions.add(someVersion({ article: 'b'.repeat(32), revision: 11 }));
      const list = await versions.list(article, 3);
      expect(list.map(({ revision }) => revision)).toEqual([10, 9, 2]);
      expect(list[0]).toEqual({ article, revision: 10, at: madeAt, by: 'ed', why: 'saved' });
      expect(await versions.list('c'.repeat(32), 3)).toEqual([]);
    });

    test('nobody who gave or got a version changes the one that is kept', async () => {
      const versions = await make();
      const given = someVersion();
      const before = structuredClone(given);
      await versions.add(given);
      Object.assign(given.content, { author: 'somebody else' });
      Object.assign((await versions.get(article, 1))?.content ?? {}, { author: 'somebody else' });
      expect(await versions.get(article, 1)).toEqual(before);
    });
  });
}
