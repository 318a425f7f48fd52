/** All public pages for search engines, each with its other language. */
import type { Catalogue } from '../../../domain/articles/ports.js';
import type { Clock } from '../../../domain/ports.js';
import { articlePath, listPath } from '../../addresses.js';
import { markup, type Markup } from '../markup.js';
import { langTags, pageLangs, type PageLang } from '../reader-lang.js';
import { walk } from './walk.js';

export interface SitemapParts {
  readonly catalogue: Pick<Catalogue, 'list'>;
  readonly clock: Pick<Clock, 'dayAt'>;
  /** without a slash at its end */
  readonly publicUrl: string;
}

/** What one file may hold. */
const mostAddresses = 50_000;

/** A place in the languages that it has. */
interface Place {
  readonly langs: readonly PageLang[];
  readonly path: (lang: PageLang) => string;
  /** the day of its last change */
  readonly day: string | null;
}

export async function sitemap({ catalogue, clock, publicUrl }: SitemapParts): Promise<Markup> {
  const articles: Place[] = [];
  let newest = '';
  for await (const { slug, article } of walk(catalogue, 'zh')) {
    const day = clock.dayAt(article.at);
    if (day > newest) newest = day;
    const langs = pageLangs.filter((lang) => article.content.texts[lang] !== null);
    articles.push({ langs, path: (lang) => articlePath(slug, lang), day });
  }
  const places: Place[] = [
    { langs: pageLangs, path: (lang) => `/?lang=${lang}`, day: null },
    { langs: pageLangs, path: (lang) => listPath({ lang }), day: newest === '' ? null : newest },
    ...articles,
  ];
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${places.flatMap((place) => addresses(place, publicUrl)).slice(0, mostAddresses)}
</urlset>
`;
}

function addresses({ langs, path, day }: Place, publicUrl: string): Markup[] {
  const alternates = langs.map(
    (lang) =>
      markup`<xhtml:link rel="alternate" hreflang="${langTags[lang]}" href="${publicUrl}${path(lang)}"/>`,
  );
  return langs.map(
    (lang) => markup`<url>
<loc>${publicUrl}${path(lang)}</loc>
${day === null ? null : markup`<lastmod>${day}</lastmod>`}
${alternates}
</url>`,
  );
}
