/** Where published articles are, from the root of the public listener. */
import type { ArticleKind, ArticleLang } from '../domain/articles/article.js';
import type { RenditionName } from '../domain/articles/ports.js';

export function articlePath(slug: string, lang: ArticleLang): string {
  return `/a/${encodeURIComponent(slug)}?lang=${lang}`;
}

export interface ListQuery {
  readonly lang: ArticleLang;
  readonly kind?: ArticleKind | null;
  readonly q?: string | null;
  readonly cursor?: string | null;
}

export function listPath({ lang, kind, q, cursor }: ListQuery): string {
  const query = new URLSearchParams({ lang });
  for (const [name, value] of Object.entries({ kind, q, cursor }))
    if (value !== undefined && value !== null) query.set(name, value);
  return `/a/?${query.toString()}`;
}

export function feedPath(lang: ArticleLang): string {
  return `/a/feed.xml?lang=${lang}`;
}

/** The public days as a calendar (iCalendar). */
export function daysPath(lang: ArticleLang): string {
  return `/days.ics?lang=${lang}`;
}

export function picturePath(id: string, rendition: RenditionName): string {
  return `/a/pictures/${id}/${rendition}`;
}

/** A rendered body whose links to other articles stay in the language in which it is read. */
export function withLang(html: string, lang: ArticleLang): string {
  return html.replace(/(<a href="\/a\/[^"?#/.]+)"/g, (_all, start: string) => `${start}?lang=${lang}"`);
}

/** Pictures and links of a rendered body with whole addresses: for a reader that is not at our address. */
export function withWholeAddresses(html: string, publicUrl: string): string {
  return html.replace(/<(?:a|img)\s[^>]*>/g, (tag) =>
    tag.replace(/(\s(?:href|src)=")\/(?!\/)/g, (_all, start: string) => `${start}${publicUrl}/`),
  );
}
