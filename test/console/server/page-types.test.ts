/**
 * The page believes what it is answered (console/web/api). Here its own calls ask the real routes: what comes has exactly
 * the fields that the page's types name, each of their kind, and what the presenters make is assignable to those types.
 */
import { describe, expect, test } from '@jest/globals';
import { createArticlesApi } from '../../../console/web/api/articles-api.js';
import type * as Page from '../../../console/web/api/article-types.js';
import type { ApiError } from '../../../console/web/api/api-error.js';
import { createClient } from '../../../console/web/api/client.js';
import { createDeskApi } from '../../../console/web/editor/api/desk-api.js';
import type { PlatformWays } from '../../../console/web/editor/api/desk-types.js';
import {
  presentArticle,
  presentContent,
  presentLine,
  presentVersion,
} from '../../../console/server/routes/articles/articles.presenter.js';
import { reviewChecks, type Article } from '../../../domain/articles/article.js';
import { lineOf } from '../../../domain/articles/article-line.js';
import type { PublishingWays } from '../../../domain/articles/publishing-ways.js';
import { fullArticle, someArticle, someContent } from '../../support/articles.js';
import { articleDesk } from './article-desk.js';

// What the server makes, given as what the page takes: `npm run types` refuses whatever does not fit.
const fits = {
  whole: (...given: Parameters<typeof presentArticle>): Page.Article => presentArticle(...given),
  line: (...given: Parameters<typeof presentLine>): Page.ArticleLine => presentLine(...given),
  content: (...given: Parameters<typeof presentContent>): Page.ArticleContent => presentContent(...given),
  version: (...given: Parameters<typeof presentVersion>): Page.VersionLine => presentVersion(...given),
  ways: (given: PublishingWays): PlatformWays => given,
};

/** The page's calls, asked as one of the desk's editors. */
async function page(...first: readonly Article[]) {
  const desk = await articleDesk(...first);
  const asking = (cookie: string) =>
    createClient({
      async fetch(url, { method = 'GET', body, headers }) {
        const type = new Headers(headers).get('content-type');
        const json = type === 'application/json' && typeof body === 'string';
        const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
        const answer = await (json
          ? desk.server.ask(verb, url, { cookie, body: JSON.parse(body) as unknown })
          : sendBytes(desk, url, verb, cookie, body, type));
        const text = answer.status === 204 ? null : JSON.stringify(answer.body);
        return new Response(text, {
          ...{ status: answer.status, headers: { 'content-type': 'application/json' } },
        });
      },
      hooks: {
        ...{ connected: () => undefined, heard: () => undefined, renewed: () => undefined },
        sessionOver: () => null,
      },
    });
  const of = (cookie: string) => {
    const client = asking(cookie);
    return { ...createArticlesApi(client), desk: createDeskApi(client) };
  };
  return { ...desk, ada: of(desk.cookies.ada), ben: of(desk.cookies.ben) };
}

async function sendBytes(
  { server }: Awaited<ReturnType<typeof articleDesk>>,
  url: string,
  verb: 'get' | 'post' | 'put' | 'delete',
  cookie: string,
  body: unknown,
  type: string | null,
) {
  if (!(body instanceof Blob)) return server.ask(verb, url, { cookie });
  const asked = server.http[verb](url).set('Cookie', cookie).set('Origin', server.parts.url);
  return asked.set('Content-Type', type ?? '').send(Buffer.from(await body.arrayBuffer()));
}

/** Names of fields and kinds of values, all the way down; of a list its first. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one)]));
}

const [who, at] = [{ id: 'ed', name: 'ed' }, '2026-11-22T04:00:00.000Z'];
const text: Page.ArticleText = { title: '', digest: '', body: '', coverAlt: '' };
const plan: Page.ArticlePlan = { at, platform: { way: 'send', tag: 7 } };
const live: Page.LiveCopy = { number: 1, firstAt: at, at };
const content: Page.ArticleContent = {
  ...{ kind: 'case', texts: { zh: text, en: text }, author: '', cover: '', tags: [''], category: '' },
  sources: [{ title: '', url: '' }],
};
const problem = {
  level: 'stop',
  lang: 'zh',
  field: 'title',
  code: 'too_long',
  max: 32,
} as const satisfies Page.ArticleProblem;
const line: Page.ArticleLine = {
  ...{ id: '', slug: '', revision: 1, state: 'checking', stateAt: at, kind: 'case', cover: '' },
  ...{ titles: { zh: '', en: '' }, createdBy: who, editedBy: who, submittedBy: who, editedAt: at },
  ...{ plan, live, late: 'platform', openComments: 1 },
};
const comment: Page.ArticleComment = {
  ...{ id: '', by: who, at, lang: 'en', paragraph: '', text: '', resolved: false },
};
const event: Page.ArticleEvent = { at, by: who, what: '', detail: '', note: '' };
const whole: Page.Article = {
  ...content,
  ...{ id: '', slug: '', revision: 1, state: 'submitted', stateAt: at, createdBy: who, editedBy: who },
  ...{ submittedBy: who, approvedBy: who, createdAt: at, editedAt: at, plan, live },
  platform: { way: 'send', url: '', reason: '', jobId: '' },
  ...{ comments: [comment], events: [event], steps: ['edit'], late: 'platform', problems: [problem] },
};

const someWays: PlatformWays = {
  ...{ account: true, quiet: 'yes', send: 'no', followers: 1 },
  budget: { month: '2026-11', sent: 1, most: 4 },
};

/** An article in which nothing is null and no list is empty, late, and with a title that is too long. */
const filled = (): Article => {
  const { zh } = someContent().texts;
  const texts = { ...someContent().texts, zh: zh && { ...zh, title: '长'.repeat(40) } };
  return fullArticle({
    ...{ state: 'submitted', stateAt: 0, comments: [{ ...comment, by: 'ed', at: 0 }] },
    ...{ content: someContent({ texts }) },
    events: [{ at: 0, by: 'ed', what: 'return', detail: 'x', note: 'y' }],
  });
};

describe('what the page is answered', () => {
  test('is what the presenters make', () => {
    const shown = { nameOf: (id: string) => ({ id, name: id }), now: Date.parse(at), held: false };
    const actor = { id: 'ada', roles: ['editor'] } as const;
    const article = filled();
    const made = fits.whole(article, { ...shown, actor, problems: [problem] });
    expect(shape({ ...made, steps: ['edit'] })).toEqual(shape(whole));
    expect(shape(fits.line(lineOf(article), shown))).toEqual(shape(line));
    expect(shape(fits.content(article.content))).toEqual(shape(content));
    const version = { article: 'a', revision: 1, at: 0, by: 'ada', why: 'saved' } as const;
    expect(fits.version(version, shown.nameOf)).toMatchObject({ why: 'saved', by: { name: 'ada' } });
    expect(fits.ways(someWays)).toEqual(someWays);
  });

  test('of a list, a search and the calendar are lines as its types name them', async () => {
    const { ada } = await page(filled());
    const list = await ada.list({ state: 'submitted', kind: 'case' });
    expect(shape(list)).toEqual({ items: [shape(line)], nextCursor: 'null' });
    expect(shape(await ada.search('harbour'))).toEqual({ items: [], nextCursor: 'null' });
    expect(shape(await ada.search('photograph'))).toEqual(shape(list));
    const { items, days } = await ada.calendar('2026-11-22', '2026-11-22');
    expect([shape(items), shape(days)]).toEqual([
      [shape(line)],
      [{ day: 'string', off: 'boolean', worked: 'boolean', name: 'null' }],
    ]);
  });

  test('of one article is the whole as its types name it', async () => {
    const article = filled();
    const { ada } = await page(article);
    const answer = await ada.get(article.id);
    expect(shape({ ...answer, steps: ['edit'] })).toEqual(shape(whole));
    expect(answer.platform?.way).toBe('send');
    expect(answer.problems.map(({ level }) => level)).toContain('stop');
  });

  test('of an article’s life, from the first word to the approval, is what its types name', async () => {
    const { ada, ben } = await page();
    const { id } = await ada.create('case');
    const saving = { revision: 1, content: someContent(), slug: 'a-harbour' };
    const saved: Page.Saved = { revision: 2, editedAt: at, problems: [] };
    expect(shape(await ada.save(id, saving))).toEqual(shape(saved));
    const stale = await ben
      .save(id, { revision: 1, content: someContent() })
      .catch((error: unknown) => error);
    const details: Page.StaleDetails = { revision: 2, editedBy: who, editedAt: at };
    expect(shape((stale as ApiError).details)).toEqual(shape(details));
    expect((await ada.step(id, { revision: 2, step: 'submit' })).submittedBy?.name).toBe('Ada');
    const back = await ben.step(id, { revision: 3, step: 'return', note: 'Say who was asked.' });
    expect(back.events.at(-1)).toMatchObject({
      what: 'return',
      by: { name: 'Ben' },
      note: 'Say who was asked.',
    });
    const noted = await ben.comment(id, { lang: 'en', paragraph: 'Some', text: 'Who?' });
    expect(shape(noted.comments)).toEqual(shape([comment]));
    const resolved = await ada.resolveComment(id, noted.comments[0]?.id ?? '');
    expect(resolved.comments).toMatchObject([{ resolved: true }]);
    const { revision } = await ada.step(id, { revision: resolved.revision, step: 'submit' });
    const [queued] = (await ben.list({ state: 'in_review' })).items;
    expect(queued).toMatchObject({ submittedBy: { name: 'Ada' }, openComments: 0 });
    const approved = await ben.step(id, { revision, step: 'approve', plan, checks: reviewChecks });
    expect(approved.plan?.platform).toEqual({ way: 'send', tag: 7 });
  });

  test('of versions is what its types name', async () => {
    const article = someArticle({ state: 'published' });
    const { ada } = await page(article);
    await ada.save(article.id, { revision: 1, content: someContent({ author: 'B' }) });
    const version: Page.Version = { revision: 1, at, by: who, why: 'saved', content };
    const { content: _, ...head } = version;
    expect(shape((await ada.versions(article.id)).items)).toEqual([shape(head)]);
    expect(shape(await ada.version(article.id, 1))).toEqual(shape(version));
    expect((await ada.restore(article.id, 1, 2)).author).toBe(article.content.author);
  });

  test('of figures, pictures, previews, presence and the platform is what its types name', async () => {
    const { ada, ben, views, readers } = await page();
    await views.add([{ article: 'a', day: '2026-11-22', views: 3 }]);
    await readers.put('a', 'a-1', [{ day: '2026-11-22', readers: 8 }]);
    const figures: Page.Views = {
      ...{ items: [{ day: '2026-11-22', views: 3 }], nextCursor: null },
      platform: [{ day: '2026-11-22', readers: 8 }],
    };
    expect(await ada.views('a')).toEqual(figures);
    const uploaded: Page.UploadedPicture = { id: '', width: 3, height: 2 };
    const picture = new Blob([Uint8Array.of(0xff, 1)], { type: 'image/png' });
    expect(shape(await ada.upload(picture))).toEqual(shape(uploaded));
    const preview: Page.Preview = { web: '', platform: '', plain: '' };
    expect(shape(await ada.preview('x'))).toEqual(shape(preview));
    await ada.presence('a', true);
    expect(shape(await ben.desk.presence('a', true))).toEqual({ others: [shape(who)] });
    expect(shape(await ada.desk.platform())).toEqual(shape(someWays));
  });

  test.each([
    ['a note that is too long', { note: 'x'.repeat(501) }, 'note'],
    ['a note that is no text', { note: 7 }, 'note'],
  ])('%s is refused by its field', async (_, more, field) => {
    const article = someArticle({ state: 'in_review', submittedBy: 'x' });
    const { ben, articles } = await page(article);
    const request = { revision: 1, step: 'return', ...more } as Page.StepRequest;
    const error = await ben.step(article.id, request).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ status: 422, details: { fields: { [field]: expect.any(Array) } } });
    expect((await articles.byId(article.id))?.state).toBe('in_review');
  });
});
