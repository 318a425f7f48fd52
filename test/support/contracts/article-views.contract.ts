import { describe, expect, test } from '@jest/globals';
import type { ArticleViews } from '../../../domain/articles/ports.js';

const one = 'a'.repeat(32);
const other = 'b'.repeat(32);

/** What every ArticleViews promises. `make` gives an empty one. */
export function describeArticleViewsContract(name: string, make: () => Promise<ArticleViews>): void {
  describe(`${name}: article views`, () => {
    test('views are summed by article and day, the earliest day first', async () => {
      const views = await make();
      await views.add([
        { article: one, day: '2026-11-23', views: 2 },
        { article: one, day: '2026-11-22', views: 3 },
        { article: other, day: '2026-11-22', views: 5 },
      ]);
      await views.add([{ article: one, day: '2026-11-22', views: 4 }]);
      expect(await views.of(one)).toEqual([
        { day: '2026-11-22', views: 7 },
        { day: '2026-11-23', views: 2 },
      ]);
      expect(await views.of(other)).toEqual([{ day: '2026-11-22', views: 5 }]);
    });

    test('nothing counted is an empty list, and counting nothing is nothing', async () => {
      const views = await make();
      await views.add([]);
      expect(await views.of(one)).toEqual([]);
    });

    test('one article and day twice in one call counts twice', async () => {
      const views = await make();
      const count = { article: one, day: '2026-11-22', views: 2 };
      await views.add([count, count]);
      expect(await views.of(one)).toEqual([{ day: '2026-11-22', views: 4 }]);
    });

    test('of many who count at once none is lost, also on a new day', async () => {
      const views = await make();
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          views.add([
            { article: one, day: '2026-11-22', views: 1 },
            { article: one, day: `2026-12-${String((i % 5) + 10)}`, views: 1 },
          ]),
        ),
      );
      expect((await views.of(one)).map((day) => day.views)).toEqual([20, 4, 4, 4, 4, 4]);
    });
  });
}
