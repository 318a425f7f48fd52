import type { RouteTable } from '../route.js';
import type { ArticleParts } from './article-parts.js';
import { pictureRoutes } from './pictures.js';
import { readArticles } from './read-articles.js';
import { writeArticles } from './write-articles.js';

/** All routes of articles. */
export function articleRoutes(parts: ArticleParts): RouteTable {
  return [...readArticles(parts), ...writeArticles(parts), ...pictureRoutes(parts)];
}
