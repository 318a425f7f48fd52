/** The article routes of the console, on memory stores: each answer's exact keys, each refusal. */
import { describe, expect, test } from '@jest/globals';
import { reviewChecks } from '../../../domain/articles/article.js';
import { fullArticle, someArticle, someContent } from '../../support/articles.js';
import { articleDesk as desk } from './article-desk.js';
import { refusal } from './console.js';

const keysOfWhole = [
  ...['approvedBy', 'author', 'category', 'comments', 'cover', 'createdAt', 'createdBy', 'editedAt'],
  ...['editedBy', 'events', 'id', 'kind', 'late', 'live', 'plan', 'platform', 'problems', 'revision', 'slug'],
  ...['sources', 'state', 'stateAt', 'steps', 'submittedBy', 'tags', 'texts'],
];
const keysOfLine = [
  ...['cover', 'createdBy', 'editedAt', 'editedBy', 'id', 'kind', 'late', 'live', 'openComments', 'plan'],
  ...['revision', 'slug', 'state', 'stateAt', 'submittedBy', 'titles'],
];
const keys = (value: unknown): string[] => Object.keys(value as object).sort();

describe('reading', () => {
  test('a list has lines, and asks for what follows', async () => {
    const { ada } = await desk(someArticle({ stateAt: 1 }), someArticle({ stateAt: 2 }), fullArticle());
    const first = await ada('get', '/api/articles?state=draft&limit=1');
    const { items, nextCursor } = first.body as { items: object[]; nextCursor: string };
    expect([keys(first.body), items.length, keys(items[0])]).toEqual([
      ['items', 'nextCursor'],
      1,
      keysOfLine,
    ]);
    const second = await ada('get', `/api/articles?state=draft&limit=1&cursor=${nextCursor}`);
    expect((second.body as { items: object[]; nextCursor: null }).nextCursor).toBeNull();
    expect((await ada('get', '/api/articles?kind=law')).body).toEqual({ items: [], nextCursor: null });
  });

  test.each(['state=none', 'kind=none', 'limit=-1', 'more=1', 'cursor=%25'])(
    '?%s is refused',
    async (query) => {
      const { ada } = await desk();
      const answer = await ada('get', `/api/articles?${query}`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'request.invalid']);
    },
  );

  test('one article is whole, with times, names and what may be done', async () => {
    const article = fullArticle();
    const { ada } = await desk(article);
    const { status, body } = await ada('get', `/api/articles/${article.id}`);
    const whole = body as Record<string, unknown>;
    expect([status, keys(whole)]).toEqual([200, keysOfWhole]);
    expect(whole).toMatchObject({
      ...{ stateAt: '2026-11-22T04:00:00.000Z', createdBy: { id: 'ed', name: 'ed' }, steps: [] },
      live: { firstAt: '2026-11-22T04:00:00.000Z' },
      plan: { at: '2026-11-22T05:00:00.000Z', platform: { way: 'send', tag: 7 } },
    });
    expect(keys(whole['platform'])).toEqual(['jobId', 'reason', 'url', 'way']);
    expect(await ada('get', '/api/articles/none')).toMatchObject(refusal(404, 'article.unknown'));
  });

  test('what is late on a line that is held says that it is held', async () => {
    const planned = someArticle({ state: 'scheduled', plan: { at: 1, platform: { way: 'none' } } });
    const { ada, holdLine } = await desk(planned);
    const late = async () => {
      const { body } = await ada('get', `/api/articles/${planned.id}`);
      const list = (await ada('get', '/api/articles')).body as { items: { late: unknown }[] };
      return [(body as { late: unknown }).late, list.items[0]?.late];
    };
    expect(await late()).toEqual(['no_jobs', 'no_jobs']);
    holdLine();
    expect(await late()).toEqual(['held', 'held']);
  });

  test('the calendar has what is planned and what became public, and the days', async () => {
    const { ada } = await desk(fullArticle(), someArticle());
    const { body } = await ada('get', '/api/articles/calendar?from=2026-11-22&to=2026-11-22');
    expect([keys(body), (body as { items: object[] }).items.length]).toEqual([['days', 'items'], 1]);
    for (const query of ['from=2026-11-22&to=2026-11-01', 'from=2020-01-01&to=2026-01-01', 'from=x&to=y'])
      expect((await ada('get', `/api/articles/calendar?${query}`)).status).toBe(422);
  });

  test('titles are searched', async () => {
    const { ada } = await desk(someArticle());
    const found = async (q: string) =>
      ((await ada('get', `/api/articles/search?q=${q}`)).body as { items: object[] }).items.length;
    expect([await found('photograph'), await found('nothing')]).toEqual([1, 0]);
    expect((await ada('get', '/api/articles/search?q=')).status).toBe(422);
  });

  test('what the platform may and whom it reaches', async () => {
    const { ada } = await desk();
    expect(keys((await ada('get', '/api/platform')).body)).toEqual([
      ...['account', 'budget', 'followers', 'quiet', 'send'],
    ]);
  });

  test('views are numbers by day, and beside them what the platform said, or that it said nothing', async () => {
    const { ada, views, readers } = await desk();
    await views.add([{ article: 'a', day: '2026-11-22', views: 3 }]);
    const ours = { items: [{ day: '2026-11-22', views: 3 }], nextCursor: null };
    expect((await ada('get', '/api/articles/a/views')).body).toEqual({ ...ours, platform: null });
    await readers.put('a', 'a-1', [{ day: '2026-11-22', readers: 8 }]);
    expect((await ada('get', '/api/articles/a/views')).body).toEqual({
      ...{ ...ours, platform: [{ day: '2026-11-22', readers: 8 }] },
    });
  });
});

describe('writing', () => {
  test('an article is made, saved and sent for review', async () => {
    const { ada, acts } = await desk();
    const made = await ada('post', '/api/articles', { kind: 'case' });
    expect([made.status, keys(made.body)]).toEqual([201, keysOfWhole]);
    const { id } = made.body as { id: string };
    const content = someContent();
    const saved = await ada('put', `/api/articles/${id}`, { revision: 1, content, slug: 'a-harbour' });
    expect([saved.status, keys(saved.body)]).toEqual([200, ['editedAt', 'problems', 'revision']]);
    const sent = await ada('post', `/api/articles/${id}/steps`, { revision: 2, step: 'submit' });
    expect(sent.body).toMatchObject({ state: 'in_review', submittedBy: { name: 'Ada' }, slug: 'a-harbour' });
    expect(acts().map(([, act]) => act)).toEqual(['article.create', 'article.submit']);
  });

  test('saving over somebody else’s text says whose it is', async () => {
    const article = someArticle();
    const { ada, ben, ids } = await desk(article);
    const saving = { revision: 1, content: article.content };
    await ada('put', `/api/articles/${article.id}`, saving);
    expect(await ben('put', `/api/articles/${article.id}`, saving)).toMatchObject(
      refusal(409, 'article.stale', {
        ...{ revision: 2, editedBy: { id: ids.ada, name: 'Ada' }, editedAt: expect.any(String) as unknown },
      }),
    );
  });

  test.each<readonly [string, object]>([
    ['content.nothing', { content: { ...someContent(), nothing: 1 } }],
    ['content.texts.zh.html', { content: { ...someContent(), texts: { zh: { html: '' }, en: null } } }],
    ['content.cover', { content: { ...someContent(), cover: '../../etc' } }],
    ['content.tags', { content: { ...someContent(), tags: [1] } }],
    ['content.sources.0.url', { content: { ...someContent(), sources: [{ title: 'x' }] } }],
    ['revision', { content: someContent(), revision: '1' }],
    ['more', { content: someContent(), more: true }],
  ])('%s is named where it is wrong', async (field, body) => {
    const article = someArticle();
    const { ada } = await desk(article);
    const { status, body: answer } = await ada('put', `/api/articles/${article.id}`, {
      revision: 1,
      ...body,
    });
    const { code, details } = answer as { code: string; details: { fields: object } };
    expect([status, code]).toEqual([422, 'request.invalid']);
    expect(Object.keys(details.fields)).toContain(field);
  });

  test('a mass send too many is refused with what it would displace', async () => {
    const article = someArticle({ state: 'in_review' });
    const { ben, ids, articles, spendBudget } = await desk();
    await articles.insert({ ...article, submittedBy: ids.ada, editedBy: ids.ada });
    spendBudget();
    const plan = { at: '2027-04-15T08:00:00+08:00', platform: { way: 'send', tag: null } };
    const step = { revision: 1, step: 'approve', checks: reviewChecks, plan };
    expect(await ben('post', `/api/articles/${article.id}/steps`, step)).toMatchObject(
      refusal(409, 'notice.over_budget', {
        ...{ period: '2026-11', most: 4, sent: 4 },
        displaces: [{ kind: 'article', id: article.id, at: '2027-04-15T00:00:00.000Z' }],
      }),
    );
  });

  test('approving is for somebody else, with every tick', async () => {
    const article = someArticle({ state: 'in_review' });
    const { ada, ben, ids, articles } = await desk();
    await articles.insert({ ...article, submittedBy: ids.ada, editedBy: ids.ada });
    const step = {
      ...{ revision: 1, step: 'approve', checks: reviewChecks },
      plan: { at: '2027-04-15T08:00:00+08:00', platform: { way: 'quiet', tag: null } },
    };
    const at = `/api/articles/${article.id}/steps`;
    expect(await ada('post', at, step)).toMatchObject(refusal(403, 'article.own_review'));
    expect((await ben('post', at, { ...step, checks: [] })).body).toMatchObject({
      code: 'article.not_ready',
    });
    for (const plan of [{ at: '2027-04-15', platform: { way: 'quiet', tag: null } }, { at: step.plan.at }])
      expect((await ben('post', at, { ...step, plan })).status).toBe(422);
    const { body } = await ben('post', at, step);
    expect(body).toMatchObject({ state: 'scheduled', plan: { at: '2027-04-15T00:00:00.000Z' } });
    expect(await ben('post', at, { revision: 2, step: 'submit' })).toMatchObject(
      refusal(409, 'article.step_refused', { state: 'scheduled' }),
    );
    expect((await ben('post', at, { revision: 2, step: 'go' })).status).toBe(422);
  });

  test('versions are listed, shown and restored', async () => {
    const article = someArticle({ state: 'published' });
    const { ada } = await desk(article);
    const at = `/api/articles/${article.id}`;
    await ada('put', at, { revision: 1, content: someContent({ author: 'B' }) });
    const list = await ada('get', `${at}/versions`);
    expect(list.body).toMatchObject({ items: [{ revision: 1, why: 'saved' }], nextCursor: null });
    const version = await ada('get', `${at}/versions/1`);
    expect(keys(version.body)).toEqual(['at', 'by', 'content', 'revision', 'why']);
    const back = await ada('post', `${at}/versions/1/restore`, { revision: 2 });
    expect(back.body).toMatchObject({ author: article.content.author, revision: 3 });
    expect((await ada('get', `${at}/versions/9`)).body).toMatchObject({ code: 'article.unknown' });
    expect((await ada('get', `${at}/versions/x`)).body).toMatchObject({ code: 'article.unknown' });
  });

  test('comments come and are resolved', async () => {
    const article = someArticle();
    const { ben } = await desk(article);
    const at = `/api/articles/${article.id}/comments`;
    const made = await ben('post', at, { lang: 'en', paragraph: 'Somebody', text: 'Who?' });
    const [comment] = (made.body as { comments: { id: string }[] }).comments;
    expect([made.status, comment]).toMatchObject([201, { by: { name: 'Ben' }, resolved: false }]);
    const done = await ben('post', `${at}/${comment?.id ?? ''}/resolve`);
    expect((done.body as { comments: object[] }).comments).toMatchObject([{ resolved: true }]);
    expect((await ben('post', at, { lang: 'fr', paragraph: '', text: 'x' })).status).toBe(422);
    expect((await ben('post', at, { lang: 'en', paragraph: '', text: '' })).status).toBe(422);
  });

  test('who else has it open is named, for as long as they have', async () => {
    const { ada, ben, clock } = await desk();
    const at = '/api/articles/x/presence';
    expect((await ada('post', at, { editing: true })).body).toEqual({ others: [] });
    expect((await ben('post', at, { editing: true })).body).toMatchObject({ others: [{ name: 'Ada' }] });
    clock.advance(41_000);
    expect((await ben('post', at, { editing: false })).body).toEqual({ others: [] });
    expect((await ben('post', at, { editing: 'yes' })).status).toBe(422);
  });
});

describe('pictures', () => {
  const upload = async (bytes: Buffer, type: string) => {
    const { server, cookies } = await desk();
    return server.http
      .post('/api/pictures')
      .set('Cookie', cookies.ada)
      .set('Origin', server.parts.url)
      .set('Content-Type', type)
      .send(bytes);
  };

  test('are kept, and shown to staff', async () => {
    const { status, body } = await upload(Buffer.of(0xff, 1), 'image/png');
    expect([status, body]).toEqual([201, { id: 'd'.repeat(32), width: 3, height: 2 }]);
    const { ada } = await desk();
    const shown = await ada('get', `/api/pictures/${'c'.repeat(32)}/web`);
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/webp']);
    for (const path of [`${'c'.repeat(32)}/none`, `${'e'.repeat(32)}/web`])
      expect(await ada('get', `/api/pictures/${path}`)).toMatchObject(refusal(404, 'picture.unknown'));
  });

  test('are refused for what they are, whatever they are called', async () => {
    expect((await upload(Buffer.from('<svg/>'), 'image/svg+xml')).body).toMatchObject({
      code: 'picture.not_one',
    });
    expect((await upload(Buffer.of(0xff), 'text/html')).body).toMatchObject({ code: 'picture.not_one' });
    const large = await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 0xff), 'image/png');
    expect([large.status, large.body]).toMatchObject([413, { code: 'picture.too_large' }]);
  });

  test('a text is shown as readers, the platform and the chat get it', async () => {
    const { ada } = await desk();
    const { body } = await ada('post', '/api/preview', { body: '**Look** <script>x</script>' });
    expect(keys(body)).toEqual(['plain', 'platform', 'web']);
    const { web, platform } = body as { web: string; platform: string };
    for (const html of [web, platform]) expect(html).toContain('&lt;script&gt;');
  });
});
