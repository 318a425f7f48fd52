import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Article } from '../../../domain/articles/article.js';
import { readSampleArticles } from '../../../runtime/articles/sample-articles.js';
import { seedArticles } from '../../../runtime/articles/seed-articles.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { someArticle } from '../../support/articles.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryPictures } from '../../support/fakes/pictures.js';
import { seeded } from '../../support/line.js';

const { samples } = readSampleArticles(join('profiles', 'integrity-line'));

function setUp(...first: readonly Article[]) {
  let made = 0;
  const ports = {
    ...{ articles: memoryArticles(...first), pictures: memoryPictures(), random: seeded(1) },
    clock: handClock('2026-11-23T09:00:00+08:00'),
    pictureId: (bytes: Uint8Array) => bytes.length.toString(16).padStart(32, '0'),
    renderPicture: async () => {
      made += 1;
      return [{ name: 'web', type: 'image/webp', width: 1, height: 1, bytes: Uint8Array.of(1) }] as const;
    },
  };
  return { ...ports, seed: () => seedArticles(ports, samples), made: () => made };
}

describe('a sample’s articles', () => {
  test('are published where there is none, the oldest first, with pictures by their ids', async () => {
    const { seed, articles, pictures } = setUp();
    const { pictures: make } = await seed();
    const live = await articles.live();
    expect(live.map(({ slug, number }) => [slug, number])).toEqual(
      samples.map(({ slug }, at) => [slug, at + 1]),
    );
    await make();
    const renderer = createRenderer();
    for (const { content } of live)
      for (const text of [content.texts.zh, content.texts.en])
        for (const id of [content.cover ?? '', ...renderer.references(text?.body ?? '').pictures])
          expect(await pictures.has(id)).toBe(true);
  });

  test('are not published again, and their pictures are made by whoever comes to it, each once', async () => {
    const { seed, articles, made } = setUp();
    await seed(); // a process that ended before it made any
    const again = await seed();
    expect([(await articles.live()).length, made()]).toEqual([samples.length, 0]);
    await again.pictures();
    const once = made();
    expect(once).toBeGreaterThan(samples.length);
    await (await seed()).pictures();
    expect(made()).toBe(once);
  });

  test('stay away where somebody else’s stand, with their pictures', async () => {
    const { seed, articles, made } = setUp(someArticle());
    await (await seed()).pictures();
    expect([(await articles.live()).length, made()]).toEqual([0, 0]);
  });
});
