/** The public app with articles: the real routes and pages, the real renderer, a catalogue in memory. */
import type { LiveArticle } from '../../domain/articles/ports.js';
import {
  createArticlePages,
  type ArticlePagesParts,
} from '../../miniprogram-api/pages/articles/article-pages.js';
import type { Home } from '../../miniprogram-api/pages/home-page.js';
import { operationRouter } from '../../miniprogram-api/operation-router.js';
import { articleOperations } from '../../miniprogram-api/routes/articles/articles.js';
import { createRenderer } from '../../publishing/renderer.js';
import { memoryCatalogue } from '../support/fakes/catalogue.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryPictures } from '../support/fakes/pictures.js';
import { noActors } from './actors.js';
import { appWith } from './serve.js';

export const publicUrl = 'https://line.example';

export const home: Home = {
  zh: {
    band: '示例系统，非官方渠道',
    name: '示例热线',
    ways: ['电话：12339'],
    operator: ['示例运营方', '备案号：1'],
  },
  en: {
    band: 'Sample – not an official channel',
    name: 'Sample line',
    ways: ['Telephone: 12339'],
    operator: ['Sample operator', 'Filing: 1'],
  },
};

export function appWithArticles(
  articles: readonly LiveArticle[] = [],
  parts: Partial<ArticlePagesParts> = {},
) {
  const catalogue = memoryCatalogue(...articles);
  const pictures = memoryPictures();
  const counted: string[] = [];
  const all: ArticlePagesParts = {
    catalogue,
    pictures,
    renderer: createRenderer(),
    clock: handClock('2027-04-15T08:00:00Z'),
    views: {
      count(article) {
        counted.push(article);
      },
    },
    home,
    publicUrl,
    style: 'body{margin:0}',
    reportLink: (category, lang) => `/report?category=${category}&lang=${lang}`,
    ...parts,
  };
  const api = operationRouter({ operations: articleOperations(all), actors: noActors, admit: () => {} });
  const served = appWith({ more: [createArticlePages(all), api] });
  return { ...served, catalogue, pictures, counted };
}

/** Fails as a database does that is not there. */
export const failing = (error: Error): Partial<ArticlePagesParts> => {
  const fail = () => Promise.reject(error);
  return { catalogue: { list: fail, search: fail, bySlug: fail, byNumber: fail, mark: fail } };
};
