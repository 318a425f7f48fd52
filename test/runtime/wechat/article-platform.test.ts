/** An article from its plan to the platform's figures, over the wire to the simulator. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createAdvanceArticles } from '../../../domain/articles/advance-articles.js';
import type { Article, PlatformWay } from '../../../domain/articles/article.js';
import { createReadFigures } from '../../../domain/articles/read-figures.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { createArticlePlatform } from '../../../runtime/wechat/article-platform.js';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { createOfficialAccountClient } from '../../../wechat/client.js';
import { createRequester } from '../../../wechat/requester.js';
import { jpeg } from '../../simulator/support/article-desk.js';
import { world, type World } from '../../simulator/support/world.js';
import { someArticle } from '../../support/articles.js';
import { memoryAccessTokens } from '../../support/fakes/access-tokens.js';
import { memoryArticleReaders } from '../../support/fakes/article-readers.js';
import { memoryArticleVersions } from '../../support/fakes/article-versions.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryPictures } from '../../support/fakes/pictures.js';
import { seeded } from '../../support/line.js';

const [minute, hour] = [60_000, 3_600_000];
let w: World;
let clock: ReturnType<typeof handClock>;
let requester: ReturnType<typeof createRequester>;

beforeEach(async () => {
  clock = handClock('2026-11-22T12:00:00+08:00');
  requester = createRequester();
  w = await world(() => null, { clock, resultDelayMs: 1 });
});
afterEach(async () => {
  requester.close();
  await w.close();
});

async function desk(way: PlatformWay) {
  const base = `${w.url}/simulator/wechat`;
  const client = createOfficialAccountClient({
    ...{
      base,
      pictureBase: base,
      request: requester.request,
      tokens: memoryAccessTokens(),
      random: seeded(7),
    },
    ...{ appid: sampleOfficialAccount.appid, secret: sampleOfficialAccount.secret, clock },
    sleep: async () => undefined,
  });
  const pictures = memoryPictures();
  await pictures.add({
    ...{ id: 'c'.repeat(32), uploadedBy: 'ed', day: '2026-11-22' },
    renditions: [{ name: 'cover', type: 'image/jpeg', width: 9, height: 4, bytes: jpeg() }],
  });
  const platform = createArticlePlatform({
    ...{ client, pictures, renderer: createRenderer() },
    addressOf: (slug, lang) => `https://line.example/a/${slug}?lang=${lang}`,
  });
  const article = someArticle({ state: 'scheduled', plan: { at: clock.now() + hour, platform: way } });
  const articles = memoryArticles(article);
  const readers = memoryArticleReaders();
  const shared = { articles, readers, clock, platform, versions: memoryArticleVersions() };
  const advance = createAdvanceArticles({
    ...shared,
    hasPlace: async () => true,
    shows: async () => true,
  });
  const now = async (): Promise<Article | null> => articles.byId(article.id);
  return {
    ...{ article, readers, now },
    read: createReadFigures({ ...shared, figures: platform.figures }),
    publish: async (): Promise<void> => {
      for (let n = 0; n < 90 && (await now())?.state !== 'published'; n += 1) {
        clock.advance(minute);
        await advance(5);
        await new Promise((resolve) => setTimeout(resolve, 5)); // the platform works in its own time
      }
    },
  };
}

describe('the figures of an article', () => {
  test.each([
    ['published quietly', { way: 'quiet' }],
    ['sent to all followers', { way: 'send', tag: null }],
  ] as const)('that was %s are read the next morning, and every morning after', async (_, way) => {
    await w.follower();
    const { article, readers, now, read, publish } = await desk(way);
    await publish();
    const dataId = (await now())?.platform?.dataId;
    expect([(await now())?.state, dataId]).toEqual(['published', expect.stringMatching(/^\d{9,10}$/)]);
    const msgid = `${String(dataId)}_1`;
    const readBy = async (people: number): Promise<void> => {
      expect((await w.api('POST', '/readings', { msgid, people })).status).toBe(204);
    };

    await readBy(6);
    expect(await read(10)).toEqual({ found: 0, done: 0, failed: 0 });
    clock.set('2026-11-23T09:00:00+08:00');
    await readBy(2);
    expect(await read(10)).toEqual({ found: 1, done: 1, failed: 0 });
    expect(await readers.of(article.id)).toEqual([{ day: '2026-11-22', readers: 6 }]);
    clock.set('2026-11-24T09:00:00+08:00');
    expect((await read(10)).done).toBe(1);
    expect(await readers.of(article.id)).toEqual([
      { day: '2026-11-22', readers: 6 },
      { day: '2026-11-23', readers: 2 },
    ]);
  });

  test('are asked for again the next day where the platform was busy, and stay unsaid where it refuses', async () => {
    const { article, readers, read, publish } = await desk({ way: 'quiet' });
    await publish();
    const fault = (errcode: number) => {
      const fields = { kind: 'errcode', api: '/datacube/getarticletotaldetail', errcode, times: 9 };
      return w.api('POST', '/faults', fields);
    };
    clock.set('2026-11-23T09:00:00+08:00');
    expect((await fault(45009)).status).toBe(204);
    expect(await read(10)).toEqual({ found: 1, done: 0, failed: 1 });
    await w.api('DELETE', '/faults');
    expect((await read(10)).found).toBe(0);
    clock.set('2026-11-24T09:00:00+08:00');
    await fault(48001);
    expect(await read(10)).toEqual({ found: 1, done: 0, failed: 0 });
    expect(await readers.of(article.id)).toBeNull();
    await w.api('DELETE', '/faults');
    clock.set('2026-11-25T09:00:00+08:00');
    expect((await read(10)).done).toBe(1);
    expect(await readers.of(article.id)).toHaveLength(3);
  });
});
