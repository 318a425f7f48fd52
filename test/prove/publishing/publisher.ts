/** A process that publishes what is due, until it is killed. Its clock runs two thousand times as fast as the day's. */
import { createAdvanceArticles } from '../../../domain/articles/advance-articles.js';
import { createArticleStore } from '../../../models/article.store.js';
import { createArticleVersionStore } from '../../../models/article-version.store.js';
import { connect } from '../../../models/connect.js';
import { createPictureStore } from '../../../models/picture.store.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { createArticlePlatform } from '../../../runtime/wechat/article-platform.js';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { createRandom } from '../../../vault/node/random.js';
import { createOfficialAccountClient } from '../../../wechat/client.js';
import { createRequester } from '../../../wechat/requester.js';
import { memoryAccessTokens } from '../../support/fakes/access-tokens.js';

const [uri = '', origin = '', begun = '0'] = process.argv.slice(2);
const base = Number(begun);
const clock = {
  now: () => base + (Date.now() - base) * 2_000,
  today: () => '2026-11-22',
  dayAt: () => '2026-11-22',
};
const connection = await connect(uri);
const articles = createArticleStore(connection);
const client = createOfficialAccountClient({
  ...{ base: `${origin}/simulator/wechat`, pictureBase: `${origin}/simulator/wechat` },
  ...{ appid: sampleOfficialAccount.appid, secret: sampleOfficialAccount.secret },
  ...{ request: createRequester().request, tokens: memoryAccessTokens(), random: createRandom() },
  clock: { now: () => Date.now() },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const renderer = createRenderer();
const platform = createArticlePlatform({
  ...{ client, renderer, pictures: createPictureStore(connection) },
  addressOf: (slug, lang) => `${origin}/a/${slug}?lang=${lang}`,
});
const advance = createAdvanceArticles({
  ...{ articles, versions: createArticleVersionStore(connection), clock, platform },
  hasPlace: async () => true,
  shows: async () => true,
});
process.send?.('ready');
for (;;) {
  await advance(5);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
