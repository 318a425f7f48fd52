/** A phone of staff on the whole way: code, scan, test, unlink, against the simulator and a database. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { someArticle, someContent, someText } from '../../support/articles.js';
import { follow, type Phone } from '../../support/running-line.js';
import { ann, coverId, startLinkedLine, type LinkedLine } from './linked-line.js';

const body = `## 发生了什么\n\n有人出钱，请他拍下港口的照片。\n\n![港口](picture:${coverId})\n`;
const zh = someText({ title: '一张付了钱的照片', body });
const article = someArticle({ content: someContent({ cover: coverId, texts: { zh, en: null } }) });
const bare = someArticle({ content: someContent({ cover: null }) });
const long = someText({ title: 'x'.repeat(33) });
const tooLong = someArticle({ content: someContent({ cover: coverId, texts: { zh: null, en: long } }) });

let line: LinkedLine;
let phone: Phone;
beforeAll(async () => {
  line = await startLinkedLine(article, bare, tooLong);
}, 60_000);
afterAll(() => line.close(), 30_000);
beforeEach(async () => {
  phone = await follow(line.url);
  line.heard.length = 0;
});
afterEach(async () => {
  await line.channel.stop();
  await line.control('DELETE', 'faults');
  await line.cases.forget(ann.id);
  if (line.failures.length > 0) throw line.failures[0];
});

/** The scene of the code that the platform made last: what a phone's camera reads. */
async function lastScene(): Promise<string> {
  const calls = (await (await line.control('GET', 'calls')).json()) as readonly {
    readonly path: string;
    readonly request: unknown;
  }[];
  const made = calls.filter(({ path }) => path.endsWith('/qrcode/create')).at(-1);
  return /"scene_str":"([^"]+)"/.exec(JSON.stringify(made?.request))?.[1] ?? '';
}
const scan = async (scene: string, by = phone): Promise<string> =>
  (await by.sends({ type: 'event', event: 'SCAN', eventKey: scene })).answer?.content ?? '';
async function link(): Promise<void> {
  await line.cases.makeLink(ann.id);
  expect(await scan(await lastScene())).toContain('Ann');
}
const refuse = (api: string, errcode: number) =>
  line.control('POST', 'faults', { kind: 'errcode', api, errcode, times: 20 });
const left = async () => ({
  drafts: await line.client.drafts.count(),
  covers: (await (await platform('material/get_materialcount')).json()) as object,
});
/** A call that the client has no words for. */
async function platform(path: string): Promise<Response> {
  const { appid, secret } = { appid: 'wxsimulator00000', secret: 'simulator-secret' };
  const token = await fetch(`${line.url}/simulator/wechat/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', appid, secret }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  return fetch(`${line.url}/simulator/wechat/cgi-bin/${path}?access_token=${access_token}`);
}
interface Card {
  readonly type: string;
  readonly articles?: readonly { readonly title: string; readonly url: string }[];
}
const cards = async (of = phone): Promise<readonly Card[]> =>
  ((await of.outbox()) as unknown as readonly Card[]).filter(({ type }) => type === 'news');

describe('the whole way', () => {
  test('a code is made, scanned, linked; a test arrives as it will look; the phone is unlinked', async () => {
    expect(await line.cases.readPhone(ann.id)).toEqual({ linkedDay: null, available: true });
    const { url } = await line.cases.makeLink(ann.id);
    expect(url).toMatch(/^http:\/\/weixin\.qq\.com\/q\//);
    const scene = await lastScene();
    expect(scene).toMatch(/^link:[\w-]{22}$/);

    expect(await scan(scene)).toMatch(/^本手机已与Ann的工作台关联[^\n]*\nThis phone is now linked[^\n]*$/);
    expect(line.heard).toEqual([]);
    expect((await line.cases.readPhone(ann.id)).linkedDay).toMatch(/^\d{4}-\d\d-\d\d$/);

    await line.cases.sendTest(ann.id, article.id);
    const [card] = await cards();
    expect(card?.articles).toMatchObject([{ title: '一张付了钱的照片' }]);
    const page = await (await fetch(card?.articles?.[0]?.url ?? '')).text();
    expect(page).toContain('有人出钱，请他拍下港口的照片。');

    await line.cases.unlinkPhone(ann.id);
    expect((await line.cases.readPhone(ann.id)).linkedDay).toBeNull();
    await expect(line.cases.sendTest(ann.id, article.id)).rejects.toMatchObject({ code: 'phone.not_linked' });
    expect(
      line
        .acts()
        .slice(-3)
        .map(([who, act]) => [who, act]),
    ).toEqual([
      [ann.id, 'phone.link'],
      [ann.id, 'article.test'],
      [ann.id, 'phone.unlink'],
    ]);
  });

  test('a code that makes somebody follow links them, and nobody greets', async () => {
    await line.cases.makeLink(ann.id);
    const eventKey = `qrscene_${await lastScene()}`;
    await phone.sends({ type: 'event', event: 'unsubscribe', eventKey: '' });
    line.heard.length = 0;
    const { answer } = await phone.sends({ type: 'event', event: 'subscribe', eventKey });
    expect(answer?.content).toContain('Ann');
    expect(line.heard).toEqual([]);
  });

  test('a code is good for one phone', async () => {
    await line.cases.makeLink(ann.id);
    const scene = await lastScene();
    const other = await follow(line.url);
    expect(await scan(scene)).toContain('Ann');
    expect(await scan(scene, other)).toMatch(/已经失效[^]*has ended/);
    await line.cases.sendTest(ann.id, article.id);
    expect([(await cards()).length, (await cards(other)).length]).toEqual([1, 0]);
  });

  test('an unfollow erases the phone', async () => {
    await link();
    await line.control('DELETE', `users/${phone.openid}`);
    expect(await line.phones.of(ann.id)).toBeNull();
  });

  test('what is stored and written down does not name the account', async () => {
    await link();
    await line.cases.sendTest(ann.id, article.id);
    const names = ['staff-phones', 'phone-links'];
    const rows = await Promise.all(
      names.map((name) => line.database.connection.collection(name).find({}).toArray()),
    );
    const bytes =
      JSON.stringify([rows, line.acts()]) + JSON.stringify(rows[0]?.map((row) => String(row['sealed'])));
    expect(rows.map((all) => all.length)).toEqual([1, 1]);
    expect(bytes).not.toContain(phone.openid);
  });
});

describe('what is uploaded for a test', () => {
  test('stays for half an hour, so that the page can be opened, and is then taken away', async () => {
    const before = await left();
    await link();
    line.timers.length = 0;
    await line.cases.sendTest(ann.id, article.id);
    expect((await left()).drafts).toBe(before.drafts + 1);
    expect(line.timers.map(({ ms }) => ms)).toEqual([30 * 60_000]);
    line.timers[0]?.fire();
    for (let tries = 0; tries < 40 && (await left()).drafts > before.drafts; tries += 1)
      await new Promise((wait) => setTimeout(wait, 25));
    await line.channel.stop();
    expect(await left()).toEqual(before);
  });

  test('is taken away at once when the line stops', async () => {
    const before = await left();
    await link();
    line.timers.length = 0;
    await line.cases.sendTest(ann.id, article.id);
    await line.cases.sendTest(ann.id, article.id);
    await line.channel.stop();
    expect(await left()).toEqual(before);
    expect(line.timers.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  });

  test.each([
    ['/cgi-bin/message/mass/preview', 40003],
    ['/cgi-bin/draft/add', 45003],
  ])('is taken away at once when %s is refused with %i, and the reason is told', async (api, code) => {
    const before = await left();
    await link();
    await refuse(api, code);
    await expect(line.cases.sendTest(ann.id, article.id)).rejects.toMatchObject({
      ...{ code: 'phone.refused', details: { reason: String(code) } },
    });
    expect(await left()).toEqual(before);
    expect(await cards()).toEqual([]);
  });

  test('that cannot be taken away is no failure', async () => {
    await link();
    await refuse('/cgi-bin/draft/delete', 40007);
    await line.cases.sendTest(ann.id, article.id);
    await line.channel.stop();
    expect(await cards()).toHaveLength(1);
  });
});

describe('what the platform does not take', () => {
  test.each([
    ['without a cover', bare, 'no_cover'],
    ['with a title that is too long there', tooLong, '45003'],
  ])('an article %s is told so', async (_what, { id }, reason) => {
    await link();
    await expect(line.cases.sendTest(ann.id, id)).rejects.toMatchObject({ details: { reason } });
  });

  test('an account that may make no codes is not offered again', async () => {
    const { channel } = line;
    expect(await channel.available()).toBe(true);
    await refuse('/cgi-bin/qrcode/create', 45009);
    expect(await channel.code('link:x', 600)).toEqual({ is: 'refused', reason: '45009' });
    expect(await channel.available()).toBe(true);
    await line.control('DELETE', 'faults');
    await refuse('/cgi-bin/qrcode/create', 48001);
    expect(await channel.code('link:x', 600)).toEqual({ is: 'refused', reason: '48001' });
    expect(await channel.available()).toBe(false);
  });
});
