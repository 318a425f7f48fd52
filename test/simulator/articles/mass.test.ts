import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { articleDesk, type ArticleDesk } from '../support/article-desk.js';
import { world, type World } from '../support/world.js';

let w: World;
let desk: ArticleDesk;
beforeEach(async () => {
  w = await world(() => null, { resultDelayMs: 20 });
  desk = articleDesk(w);
});
afterEach(() => w.close());

const finished = 'MASSSENDJOBFINISH';
const status = async (msg_id: unknown): Promise<unknown> =>
  (await desk.post('message/mass/get', { msg_id }))['msg_status'];
const outcome = (mass: string, times = 1): Promise<unknown> => w.api('POST', '/outcomes', { mass, times });
const decide = (confirm: unknown): ReturnType<World['api']> => w.api('POST', '/admin', { confirm });
const cardOf = async (
  openid: string,
): Promise<{ url: string; picUrl: string; title: string; description: string }> => {
  const { articles } = (await w.outbox(openid)).at(-1) as { articles: never[] };
  return articles[0] as never;
};

describe('a mass send of a draft', () => {
  test('is on its way, then a card with cover and page, and the account is told the addresses', async () => {
    const openid = await w.follower();
    const thumb_media_id = await desk.thumb();
    const draft = await desk.draft({ thumb_media_id });
    const { msg_id } = await desk.sendAll(draft);
    expect(await status(msg_id)).toBe('SENDING');
    const event = await desk.event(finished);
    expect(await status(msg_id)).toBe('SEND_SUCCESS');
    const card = await cardOf(openid);
    expect(card).toMatchObject({
      title: '教育日',
      description: '四月十五日',
      picUrl: expect.stringContaining(`/simulator/wechat/files/${thumb_media_id}`),
      url: expect.stringMatching(/\/simulator\/wechat\/articles\/[\w-]{32}\/1$/),
    });
    expect(event).toMatchObject({
      MsgID: String(msg_id),
      Status: 'send success',
      TotalCount: '1',
      SentCount: '1',
      ArticleUrlResult: { Count: '1', ResultList: { item: { ArticleIdx: '1', ArticleUrl: card.url } } },
    });
    expect(await desk.post('draft/get', { media_id: draft })).toMatchObject({ errcode: 40007 });
  });

  test('is no publication', async () => {
    const openid = await w.follower();
    await desk.sendAll(await desk.draft());
    await desk.event(finished);
    expect(await desk.post('freepublish/batchget', { offset: 0, count: 20 })).toMatchObject({
      total_count: 0,
    });
    const article_id = (await cardOf(openid)).url.split('/').at(-2);
    expect(await desk.post('freepublish/getarticle', { article_id })).toMatchObject({ errcode: 53600 });
  });

  test('is taken back article by article; the cards stay', async () => {
    const openid = await w.follower();
    const { msg_id } = await desk.sendAll(await desk.draft({}, { title: '第二篇' }));
    const remove = (article_idx?: number): Promise<Record<string, unknown>> =>
      desk.post('message/mass/delete', { msg_id, ...(article_idx === undefined ? {} : { article_idx }) });
    expect(await remove()).toMatchObject({ errcode: 40035 }); // not sent yet
    await desk.event(finished);
    expect(await remove(3)).toMatchObject({ errcode: 40035 });
    expect([await remove(1), await status(msg_id)]).toMatchObject([{ errcode: 0 }, 'SEND_SUCCESS']);
    expect([await remove(), await status(msg_id)]).toMatchObject([{ errcode: 0 }, 'DELETE']);
    expect(await remove()).toMatchObject({ errcode: 0 });
    expect((await w.outbox(openid)).at(-1)).toMatchObject({
      articles: [{ title: '教育日' }, { title: '第二篇' }],
    });
  });

  test('a text cannot be taken back, and what was never sent is not known', async () => {
    await w.follower();
    const { msg_id } = await desk.sendAll('', { msgtype: 'text', text: { content: '你好' } });
    await desk.event(finished);
    expect(await desk.post('message/mass/delete', { msg_id })).toMatchObject({ errcode: 40035 });
    expect(await desk.post('message/mass/delete', { msg_id: 1 })).toMatchObject({ errcode: 40035 });
    expect(await desk.post('message/mass/get', { msg_id: 1 })).toMatchObject({ errcode: 40035 });
    expect(await desk.sendAll('unknown', { filter: { tag_id: 1 } })).toMatchObject({ errcode: 40007 });
  });
});

describe('what the next mass send comes to', () => {
  test('a failure is reported; nobody sees it and the draft stays', async () => {
    const openid = await w.follower();
    await outcome('fail');
    const draft = await desk.draft();
    const { msg_id } = await desk.sendAll(draft);
    expect(await desk.event(finished)).toMatchObject({
      Status: 'send fail',
      TotalCount: '0',
      SentCount: '0',
    });
    expect([await status(msg_id), await w.outbox(openid)]).toEqual(['SEND_FAIL', []]);
    await desk.sendAll(draft, { filter: { tag_id: 0 } });
    expect(await desk.event(finished, 2)).toMatchObject({ Status: 'send success' });
  });

  test('an administrator confirms it', async () => {
    const openid = await w.follower();
    await outcome('await_admin');
    const { msg_id } = await desk.sendAll(await desk.draft());
    await w.api('POST', '/clock', { advanceMs: 29 * 60_000 });
    expect([await status(msg_id), await w.outbox(openid)]).toEqual(['SENDING', []]);
    expect(await decide(true)).toEqual({ status: 200, json: { msgId: String(msg_id) } });
    expect(await desk.event(finished)).toMatchObject({ MsgID: String(msg_id), Status: 'send success' });
    await w.api('POST', '/clock', { advanceMs: 60 * 60_000 });
    expect([await status(msg_id), (await w.outbox(openid)).length]).toEqual(['SEND_SUCCESS', 1]);
  });

  test('an administrator refuses it', async () => {
    const openid = await w.follower();
    await outcome('await_admin');
    const { msg_id } = await desk.sendAll(await desk.draft());
    await decide(false);
    expect(await desk.event(finished)).toMatchObject({ Status: 'err(40001)', SentCount: '0' });
    expect([await status(msg_id), await w.outbox(openid)]).toEqual(['SEND_FAIL', []]);
  });

  test('nobody is heard for thirty minutes', async () => {
    const openid = await w.follower();
    await outcome('await_admin');
    const draft = await desk.draft();
    const { msg_id } = await desk.sendAll(draft);
    await w.api('POST', '/clock', { advanceMs: 30 * 60_000 });
    expect(await desk.event(finished)).toMatchObject({ Status: 'err(40002)', SentCount: '0' });
    expect([await status(msg_id), await w.outbox(openid)]).toEqual(['SEND_FAIL', []]);
    expect(await decide(true)).toMatchObject({ status: 409, json: { code: 'mass.none_waiting' } });
    expect(await desk.post('draft/get', { media_id: draft })).toHaveProperty('news_item');
  });

  test('of two that wait the older one is decided first', async () => {
    await outcome('await_admin', 2);
    const send = async (tag: number): Promise<string> =>
      String((await desk.sendAll(await desk.draft(), { filter: { tag_id: tag } }))['msg_id']);
    const ids = [await send(1), await send(2)];
    expect([(await decide(true)).json['msgId'], (await decide(false)).json['msgId']]).toEqual(ids);
    expect(await decide('yes')).toMatchObject({ status: 400 });
  });
});

describe('a preview', () => {
  test('is a card for one person; its page opens while the draft is there', async () => {
    const [openid, other] = [await w.follower(), await w.follower()];
    const draft = await desk.draft();
    const preview = { touser: openid, msgtype: 'mpnews', mpnews: { media_id: draft } };
    expect(await desk.post('message/mass/preview', preview)).toMatchObject({ errcode: 0 });
    expect(await w.outbox(other)).toEqual([]);
    const card = await cardOf(openid);
    expect(card).toMatchObject({ title: '教育日', description: '四月十五日' });
    const page = await desk.page(card.url);
    expect([page.status, page.html]).toEqual([200, expect.stringContaining('预览')]);
    const { news_item } = await desk.post('draft/get', { media_id: draft });
    expect(news_item).toMatchObject([{ url: card.url, thumb_url: card.picUrl }]);
    const articles = await desk.article({ title: '改过的题目' });
    await desk.post('draft/update', { media_id: draft, index: 0, articles });
    expect((await desk.page(card.url)).html).toContain('改过的题目');
    await desk.post('draft/delete', { media_id: draft });
    expect(await desk.page(card.url)).toMatchObject({
      status: 404,
      html: expect.stringContaining('预览已失效'),
    });
  });

  test('needs a person and a draft', async () => {
    const preview = (touser: string, media_id: string): Promise<Record<string, unknown>> =>
      desk.post('message/mass/preview', { touser, msgtype: 'mpnews', mpnews: { media_id } });
    expect(await preview('oNobody', await desk.draft())).toMatchObject({ errcode: 40003 });
    expect(await preview(await w.follower(), 'x')).toMatchObject({ errcode: 40007 });
  });
});
