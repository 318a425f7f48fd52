/** A line with the phones of staff in front of the simulator: callback, channel, stores and log, on a port of its own. */
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import Koa from 'koa';
import type { Article } from '../../../domain/articles/article.js';
import { createPhoneCases } from '../../../domain/phones/phone-cases.js';
import { createCallback } from '../../../bot/official-account/callback.js';
import type { Inbound } from '../../../bot/official-account/puppet.js';
import { readBody } from '../../../bot/official-account/read-body.js';
import { createPhoneLinkStore, createStaffPhoneStore } from '../../../models/staff-phone.store.js';
import { prepare } from '../../../models/prepare.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { createClock } from '../../../runtime/clock.js';
import { createPhoneChannel } from '../../../runtime/wechat/phones.js';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { createSimulator } from '../../../simulator/simulator.js';
import { createArgon2Pool } from '../../../vault/node/argon2.js';
import { createRandom } from '../../../vault/node/random.js';
import { createSodium } from '../../../vault/node/sodium.js';
import { createPhoneSeal } from '../../../vault/phone-seal.js';
import { createOfficialAccountClient } from '../../../wechat/client.js';
import { createRequester } from '../../../wechat/requester.js';
import { createMemoryTokenStore } from '../../../wechat/tokens.js';
import { auditLog } from '../../support/audit-log.js';
import { testDatabase } from '../../support/database.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { memoryPictures } from '../../support/fakes/pictures.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { whoIs } from '../../support/people.js';
import { someMember } from '../../support/staff-people.js';

export const ann = someMember('Ann');
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const coverId = 'c'.repeat(32);

export type LinkedLine = Awaited<ReturnType<typeof startLinkedLine>>;

export async function startLinkedLine(...articles: readonly Article[]) {
  const clock = createClock('Asia/Shanghai');
  const random = createRandom();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const callbackUrl = `${url}/wechat/oa`;
  const pace = { limitMs: 3_000, gapMs: 1 };
  const simulator = createSimulator({ callbackUrl, clock, random, root: resolve('.'), pace });
  const requester = createRequester();
  const client = createOfficialAccountClient({
    ...sampleOfficialAccount,
    ...{ base: `${url}/simulator/wechat`, pictureBase: `${url}/simulator/wechat` },
    ...{ request: requester.request, tokens: createMemoryTokenStore(), clock, random },
    sleep: async () => undefined,
    timeoutMs: 2_000,
  });
  const database = await testDatabase();
  const [phones, links] = [
    createStaffPhoneStore(database.connection),
    createPhoneLinkStore(database.connection),
  ];
  await prepare(database.connection);
  const pictures = memoryPictures();
  const rendition = { type: 'image/jpeg', width: 1, height: 1, bytes: jpeg } as const;
  const renditions = (['platform', 'cover'] as const).map((name) => ({ ...rendition, name }));
  await pictures.add({ id: coverId, uploadedBy: ann.id, day: clock.today(), renditions });
  const failures: unknown[] = [];
  const timers: { readonly ms: number; readonly fire: () => void; cancelled: boolean }[] = [];
  const channel = createPhoneChannel({
    ...{ client, clock, pictures, renderer: createRenderer() },
    addressOf: (slug, lang) => `${url}/a/${slug}?lang=${lang}`,
    after: (ms, fire) => {
      const timer = { ms, fire, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    failed: (error) => failures.push(error),
  });
  const { audit, record, acts } = auditLog(clock);
  const cases = createPhoneCases({
    ...{ phones, links, clock, channel, audit, record, langs: ['zh', 'en'] },
    vault: createPhoneSeal(createSodium(createArgon2Pool(1)), { secret: randomBytes(32), random }),
    staff: memoryStaff(ann),
    articles: memoryArticles(...articles),
  });
  const heard: Inbound[] = [];
  const callback = createCallback({
    ...{ account: sampleOfficialAccount, clock, random, identify: whoIs },
    after: () => () => undefined,
    puppet: {
      receive: async (inbound) => {
        heard.push(inbound);
        return { text: 'bot', secret: false };
      },
    },
    ...{ linked: cases.linked, unfollowed: cases.unfollowed },
    slowText: () => 'slow',
    failed: (error) => {
      failures.push(error);
      return 'sorry';
    },
  });
  const app = new Koa();
  app.use(async (ctx, next) => {
    if (ctx.path !== '/wechat/oa') {
      await next();
      return;
    }
    const body = (): Promise<Uint8Array> => readBody(ctx.req);
    const {
      status,
      type,
      body: answer,
    } = await callback({ method: ctx.method, query: ctx.querystring, body });
    Object.assign(ctx, { status, type, body: answer });
  });
  app.use(simulator.middleware());
  server.on('request', app.callback() as RequestListener);

  const control = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${url}/simulator/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    ...{ url, client, channel, cases, phones, acts, heard, failures, timers, control, database },
    async close() {
      simulator.close();
      requester.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await database.close();
    },
  };
}
