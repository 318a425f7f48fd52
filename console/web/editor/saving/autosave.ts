/** Saving an article by itself. */
import type { Article, ArticleContent, Saved } from '../../api/article-types.js';
import * as saving from '../../saving/autosave.js';
import { contentOf, isOpenFor, sameContent } from './same-content.js';

export type SaveState = saving.SaveState<Article>;
export type AutosavePorts = saving.AutosavePorts<Article, ArticleContent, Saved>;
export type Autosave = saving.Autosave<Article, ArticleContent>;

const article: saving.Saveable<Article, ArticleContent> = {
  contentOf,
  same: sameContent,
  isOpen: isOpenFor,
  overtaken: ['article.stale', 'article.step_refused'],
};

export const createAutosave = (
  first: Pick<Article, 'revision'> & ArticleContent,
  ports: AutosavePorts,
): Autosave => saving.createSaving(first, article, ports);
