import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Article } from './article.js';
import { cleanContent } from './clean-content.js';
import { changed, moved } from './move.js';
import type { Articles, ArticleVersions } from './ports.js';
import { loaded, replaced, versionOf } from './save-article.js';

/** Makes an earlier version the text again; the present one becomes a version and is not lost. */
export type RestoreVersion = (who: string, id: string, revision: number, version: number) => Promise<Article>;

/** @throws DomainError article.unknown, article.stale, article.step_refused */
export function createRestoreVersion(ports: {
  articles: Articles;
  versions: ArticleVersions;
  clock: Clock;
  record: RecordAct;
}): RestoreVersion {
  const { articles, versions, clock, record } = ports;
  return async (who, id, revision, wanted) => {
    const article = await loaded(articles, id, revision);
    const version = await versions.get(id, wanted);
    if (version === null) throw new DomainError('article.unknown');
    const at = clock.now();
    await record({ who, act: 'article.restore', object: `article:${id}` });
    await versions.add(versionOf(article, 'saved'));
    const change = {
      ...{ content: cleanContent(version.content), editedBy: who, editedAt: at },
      ...{ submittedBy: null, approvedBy: null },
    };
    const note = { at, by: who, what: 'restore', detail: String(wanted) };
    const next =
      article.state === 'draft'
        ? changed(article, { ...change, events: [...article.events, note] })
        : moved(article, 'edit', note, change);
    return replaced(articles, next);
  };
}
