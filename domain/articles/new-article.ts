import { hex } from '../bytes.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { RecordAct } from '../audit/record-act.js';
import type { Article, ArticleKind, Content } from './article.js';
import type { Articles } from './ports.js';
import { slugFrom } from './slug.js';

/** Makes an empty draft, or one with another article's content ("copy last year's"). */
export type NewArticle = (who: string, kind: ArticleKind, copyOf: string | null) => Promise<Article>;

const empty = (kind: ArticleKind): Content => ({
  kind,
  texts: { zh: null, en: null },
  author: '',
  cover: null,
  tags: [],
  category: null,
  sources: [],
});

/** @throws DomainError article.unknown for a copy of nothing, storage.unavailable */
export function createNewArticle(ports: {
  articles: Articles;
  clock: Clock;
  random: Random;
  record: RecordAct;
}): NewArticle {
  const { articles, clock, random, record } = ports;
  return async (who, kind, copyOf) => {
    const model = copyOf === null ? null : await articles.byId(copyOf);
    if (copyOf !== null && model === null) throw new DomainError('article.unknown');
    const id = hex(random(16));
    const at = clock.now();
    const content = model === null ? empty(kind) : { ...model.content, kind };
    const article: Article = {
      ...{ id, slug: slugFrom(content.texts.en?.title ?? null, id.slice(0, 6)), revision: 1 },
      ...{ basis: 1, state: 'draft' as const },
      ...{ content, createdBy: who, editedBy: who, submittedBy: null, approvedBy: null },
      ...{ createdAt: at, editedAt: at, stateAt: at, plan: null, live: null, platform: null, comments: [] },
      events: [{ at, by: who, what: model === null ? 'create' : 'copy', detail: null }],
    };
    await record({ who, act: 'article.create', object: `article:${id}` });
    await articles.insert(article);
    return article;
  };
}
