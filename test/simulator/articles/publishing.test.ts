import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { articleDesk, type ArticleDesk } from '../support/article-desk.js';
import { world, type World } from '../support/world.js';

let w: World;
let desk: ArticleDesk;
beforeEach(async () => {
  w = await world(() => null, { resultDelayMs: 20 });
  desk = articleDesk(w);
});
afterEach(() => w.close());

const submit = async (media_id: string): Promise<string> =>
  String((await desk.post('freepublish/submit', { media_id }))['publish_id']);
const get = (publish_id: string): Promise<Record<string, unknown>> =>
  desk.post('freepublish/get', { publish_id });
const list = async (): Promise<Record<string, unknown>[]> =>
  (await desk.post('freepublish/batchget', { offset: 0, count: 20, no_content: 1 }))['item'] as Record<
    string,
    unknown
  >[];
/** Publishes one draft and waits for the event. */
const publish = async (...changes: object[]): Promise<{ id: string; articleId: string }> => {
  const before = desk.events('PUBLISHJOBFINISH').length;
  const id = await submit(await desk.draft(...changes));
  await desk.event('PUBLISHJOBFINISH', before + 1);
  return { id, articleId: String((await get(id))['article_id']) };
};

describe('a publication', () => {
  test('runs, is reported, and can be asked for', async () => {
    await w.close();
    w = await world(() => null, { resultDelayMs: 1_000 }); // long enough to be seen running
    desk = articleDesk(w);
    const draft = await desk.draft({}, { title: '第二篇' });
    const id = await submit(draft);
    expect(await get(id)).toEqual({ publish_id: id, publish_status: 1, fail_idx: [] });
    expect(await list()).toEqual([]);
    const { PublishEventInfo: info } = await desk.event('PUBLISHJOBFINISH');
    const done = await get(id);
    const { article_id, article_detail } = done as { article_id: string; article_detail: { item: object[] } };
    expect(done).toMatchObject({ publish_status: 0, fail_idx: [], article_detail: { count: 2 } });
    expect(info).toMatchObject({
      publish_id: id,
      publish_status: '0',
      article_id,
      article_detail: { count: '2' },
    });
    expect(article_detail.item).toMatchObject([
      { idx: 1, article_url: expect.stringContaining(`/simulator/wechat/articles/${article_id}/1`) },
      { idx: 2, article_url: expect.stringContaining(`/simulator/wechat/articles/${article_id}/2`) },
    ]);
    expect(await desk.post('draft/get', { media_id: draft })).toMatchObject({ errcode: 40007 });
  });

  test('is counted like what is sent, under the id that was answered for it', async () => {
    const media_id = await desk.draft();
    const { msg_data_id: data } = await desk.post('freepublish/submit', { media_id });
    await desk.event('PUBLISHJOBFINISH');
    const msgid = `${String(data)}_1`;
    const { json: body } = await w.api('GET', '/readings');
    const [{ url, day } = { url: '', day: '' }] = body as unknown as { url: string; day: string }[];
    expect(body).toMatchObject([{ msgid, title: '教育日' }]);
    expect((await desk.page(url)).status).toBe(200);
    await w.api('POST', '/readings', { msgid, people: 6 });
    await w.api('POST', '/clock', { advanceMs: 40 * 24 * 3_600_000 });
    w.forgetToken();
    const told = (call: string): Promise<Record<string, unknown>> =>
      w.platform('POST', `/datacube/${call}`, { begin_date: day, end_date: day });
    const { list } = (await told('getarticletotaldetail')) as { list: { detail_list: object[] }[] };
    expect(list).toMatchObject([{ msgid, publish_type: 1, content_url: url }]);
    expect(list[0]?.detail_list).toHaveLength(30);
    expect(list[0]?.detail_list.at(-1)).toMatchObject({ read_user: 6 });
    expect(await told('getarticletotal')).toEqual({ list: [] });
  });

  test('can be found by where it reads on, newest first', async () => {
    const source = (n: number): string => `https://line.example/a/${n}`;
    for (const n of [1, 2, 3]) {
      await publish({ content_source_url: source(n) });
      await w.api('POST', '/clock', { advanceMs: 60_000 });
    }
    const found = (await list()) as {
      article_id: string;
      update_time: number;
      content: { update_time: number; news_item: Record<string, unknown>[] };
    }[];
    expect(found.map(({ content }) => content.news_item[0]?.['content_source_url'])).toEqual(
      [3, 2, 1].map(source),
    );
    for (const { article_id, content, update_time } of found) {
      expect(content.news_item[0]).toMatchObject({
        title: '教育日',
        content: '',
        url: expect.stringContaining(`/simulator/wechat/articles/${article_id}/1`),
        is_deleted: false,
      });
      expect(content.update_time).toBe(update_time);
    }
    const times = found.map(({ update_time }) => update_time);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((times[0] ?? 0) - (times[2] ?? 0)).toBeGreaterThanOrEqual(120);
    expect(await desk.post('freepublish/batchget', { offset: 2, count: 1 })).toMatchObject({
      total_count: 3,
      item_count: 1,
      item: [{ content: { news_item: [{ content: '<p>正文</p>', content_source_url: source(1) }] } }],
    });
    expect(await desk.post('freepublish/batchget', { offset: 0, count: 0 })).toMatchObject({
      errcode: 40097,
    });
  });

  test('is taken back article by article, and then as a whole', async () => {
    const { id, articleId: article_id } = await publish({}, { title: '第二篇' });
    const remove = (index?: number): Promise<Record<string, unknown>> =>
      desk.post('freepublish/delete', { article_id, ...(index === undefined ? {} : { index }) });
    expect(await remove(3)).toMatchObject({ errcode: 40035 });
    expect(await remove(2)).toMatchObject({ errcode: 0 });
    expect(await desk.post('freepublish/getarticle', { article_id })).toMatchObject({
      news_item: [{ is_deleted: false }, { is_deleted: true }],
    });
    expect(await get(id)).toMatchObject({ publish_status: 0 });
    expect(await remove()).toMatchObject({ errcode: 0 });
    expect(await get(id)).toEqual({ publish_id: id, publish_status: 5, fail_idx: [] });
    expect(await desk.post('freepublish/getarticle', { article_id })).toMatchObject({ errcode: 53600 });
    expect(await remove()).toMatchObject({ errcode: 53600 });
    expect(await list()).toEqual([]);
  });

  test('needs a draft, is known by its id, and by a certified account only', async () => {
    expect(await desk.post('freepublish/submit', { media_id: 'x' })).toMatchObject({ errcode: 40007 });
    expect(await get('1')).toMatchObject({ errcode: 40035 });
    expect(await desk.post('freepublish/getarticle', { article_id: 'x' })).toMatchObject({ errcode: 53600 });
    expect(await desk.post('freepublish/delete', { article_id: 'x' })).toMatchObject({ errcode: 53600 });
    const plain = await world(() => null, { account: { ...sampleOfficialAccount, certified: false } });
    const answer = await plain.platform('POST', '/cgi-bin/freepublish/submit', { media_id: 'x' });
    await plain.close();
    expect(answer).toMatchObject({ errcode: 48001 });
  });
});

describe('what the next publication comes to', () => {
  const outcome = (body: object): Promise<unknown> => w.api('POST', '/outcomes', body);

  test.each([
    [2, [1]],
    [3, []],
    [4, [1]],
  ])('status %d is reported, and the draft stays', async (status, failed) => {
    await outcome({ publish: status });
    const draft = await desk.draft();
    const id = await submit(draft);
    const { PublishEventInfo: info } = await desk.event('PUBLISHJOBFINISH');
    const named = failed.length === 0 ? {} : { fail_idx: '1' };
    expect(info).toEqual({ publish_id: id, publish_status: String(status), ...named });
    expect(await get(id)).toEqual({ publish_id: id, publish_status: status, fail_idx: failed });
    expect(await list()).toEqual([]);
    expect(await desk.post('draft/get', { media_id: draft })).toHaveProperty('news_item');
    await submit(draft);
    expect((await desk.event('PUBLISHJOBFINISH', 2))['PublishEventInfo']).toMatchObject({
      publish_status: '0',
    });
  });

  test('status 6: done, and blocked a little later', async () => {
    await outcome({ publish: 6 });
    const { id, articleId } = await publish();
    expect(desk.events('PUBLISHJOBFINISH')).toMatchObject([{ PublishEventInfo: { publish_status: '0' } }]);
    let status: unknown = 0;
    for (let i = 0; i < 100 && status !== 6; i += 1) status = (await get(id))['publish_status'];
    expect(await get(id)).toEqual({ publish_id: id, publish_status: 6, fail_idx: [] });
    expect(await list()).toEqual([]);
    expect(await desk.post('freepublish/getarticle', { article_id: articleId })).toMatchObject({
      errcode: 53600,
    });
  });

  test('is told in order, so many times, and forgotten on request', async () => {
    await outcome({ publish: 4, times: 2 });
    await outcome({ publish: 0, mass: 'fail' });
    expect((await w.api('GET', '/outcomes')).json).toEqual([
      { publish: 4, times: 2 },
      { publish: 0, times: 1 },
      { mass: 'fail', times: 1 },
    ]);
    await submit(await desk.draft());
    expect((await w.api('GET', '/outcomes')).json).toMatchObject([{ publish: 4, times: 1 }, {}, {}]);
    await w.api('DELETE', '/outcomes');
    expect((await w.api('GET', '/outcomes')).json).toEqual([]);
  });

  test.each([
    {},
    { publish: 1 },
    { publish: '2' },
    { mass: 'late' },
    { publish: 2, times: 0 },
    { mass: 'fail', times: 1.5 },
  ])('%j is refused', async (body) => {
    expect(await outcome(body)).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
    expect((await w.api('GET', '/outcomes')).json).toEqual([]);
  });
});
