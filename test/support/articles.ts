/** Articles for tests: complete, each with its own id and slug; what matters to a test is given as changes. */
import type { Article, ArticleText, Content, Live } from '../../domain/articles/article.js';
import type { LiveArticle } from '../../domain/articles/ports.js';

/** A Sunday noon in China: when these articles are made. */
export const madeAt = Date.parse('2026-11-22T12:00:00+08:00');

let n = 0;
/** Ids in no order, as random ones are. */
const idOf = (own: number): string => ((own * 40_503) % 65_536).toString(16).padStart(32, '0');

export const someText = (changes: Partial<ArticleText> = {}): ArticleText => ({
  title: 'A photograph that was paid for',
  digest: 'What a request for photographs of a harbour looked like, and what to do about one.',
  body: '## What happened\n\nSomebody offered money for photographs of a harbour.\n',
  coverAlt: 'A harbour at dusk',
  ...changes,
});

const chinese = (): ArticleText => ({
  title: '一张付了钱的照片',
  digest: '有人出钱请人拍港口的照片，这样的请求是什么样子，遇到了怎么办。',
  body: '## 发生了什么\n\n有人出钱，请他拍下港口的照片。\n',
  coverAlt: '黄昏的港口',
});

/** Content in both languages. */
export const someContent = (changes: Partial<Content> = {}): Content => ({
  kind: 'case',
  texts: { zh: chinese(), en: someText() },
  author: '编辑部',
  cover: 'c'.repeat(32),
  tags: ['照片', '港口'],
  category: 'secrets',
  sources: [{ title: '反间谍法', url: 'https://example.org/law' }],
  ...changes,
});

/** A draft that was never planned or published. */
export function someArticle(changes: Partial<Article> = {}): Article {
  const own = ++n;
  return {
    id: idOf(own),
    slug: `article-${own}`,
    revision: 1,
    basis: 1,
    state: 'draft',
    content: someContent(),
    createdBy: 'ed',
    editedBy: 'ed',
    submittedBy: null,
    approvedBy: null,
    createdAt: madeAt,
    editedAt: madeAt,
    stateAt: madeAt,
    plan: null,
    live: null,
    platform: null,
    comments: [],
    events: [{ at: madeAt, by: 'ed', what: 'create', detail: null }],
    ...changes,
  };
}

/** The copy that readers see, with a number of its own. */
export const someLive = (changes: Partial<Live> = {}): Live => ({
  content: someContent(),
  number: ++n,
  firstAt: madeAt,
  at: madeAt,
  ...changes,
});

/** A published article as staff see it. */
export const somePublished = (changes: Partial<Article> = {}): Article =>
  someArticle({
    ...{ state: 'published', revision: 5, basis: 5, submittedBy: 'ed', approvedBy: 'vera' },
    live: someLive(),
    ...changes,
  });

/** A published article as readers find it. */
export function someLiveArticle(changes: Partial<LiveArticle> = {}): LiveArticle {
  const own = ++n;
  return { id: idOf(own), slug: `article-${own}`, ...someLive({ number: own }), ...changes };
}

/** An article with something in every field. */
export const fullArticle = (changes: Partial<Article> = {}): Article =>
  somePublished({
    state: 'checking',
    plan: { at: madeAt + 3_600_000, platform: { way: 'send', tag: 7 } },
    platform: {
      way: { way: 'send', tag: null },
      draftId: 'd1',
      key: 'k-5',
      callingSince: madeAt + 1,
      jobId: '99',
      dataId: '77',
      articleId: 'a1',
      url: 'https://example.org/s/1',
      reason: '48001',
    },
    comments: [
      {
        ...{ id: '5'.repeat(32), by: 'vera', at: madeAt, lang: 'en', paragraph: 'Somebody offered' },
        ...{ text: 'Who?', resolved: true },
      },
    ],
    events: [
      { at: madeAt, by: 'ed', what: 'create', detail: null },
      { at: madeAt + 1, by: 'vera', what: 'return', detail: null, note: 'Say who\nwas asked.' },
      { at: madeAt + 2, by: null, what: 'go', detail: 'send' },
    ],
    ...changes,
  });
