/** One article as a page. */
import type { Source } from '../../../domain/articles/article.js';
import type { Edition, Renderer } from '../../../domain/articles/ports.js';
import type { Clock } from '../../../domain/ports.js';
import { articlePath, listPath, picturePath, withLang } from '../../addresses.js';
import { Markup, markup } from '../markup.js';
import { langTags, otherLang, pageLangs, type PageLang } from '../reader-lang.js';
import { time } from './dates.js';
import { frame, type FrameParts } from './frame.js';
import { preview } from './preview.js';
import { words } from './words.js';

/** Where something like an article is reported, by a category of the question graph; null: nowhere by a link. */
export type ReportLink = (category: string, lang: PageLang) => string | null;

export interface ArticlePageParts extends FrameParts {
  readonly renderer: Pick<Renderer, 'web'>;
  readonly clock: Pick<Clock, 'dayAt'>;
  /** without a slash at its end */
  readonly publicUrl: string;
  readonly reportLink: ReportLink;
}

/** @param lang what was asked for; the text may be in the other language. @param next others of the kind */
export function articlePage(
  parts: ArticlePageParts,
  lang: PageLang,
  edition: Edition,
  next: readonly Edition[],
): Markup {
  const { slug, kind, text, article } = edition;
  const { category, sources, tags } = article.content;
  const other = otherLang[lang];
  const to = category === null ? null : parts.reportLink(category, lang);
  return frame(parts, {
    lang,
    title: text.title,
    head: head(parts, edition),
    other: { path: articlePath(slug, other), translated: article.content.texts[other] !== null },
    main: markup`${edition.lang === lang ? null : markup`<p class="note">${words[lang].notTranslated}</p>`}
${story(parts, lang, edition)}
${section('sources', words[lang].sources, sources.map(sourceLink))}
${section('tags', words[lang].tags, tags.map(tagLink(lang)))}
${to === null ? null : markup`<p><a class="action" href="${to}">${words[lang].report}</a></p>`}
${section('next', words[lang].next[kind], next.map(nextLink(lang)))}`,
  });
}

function head({ home, publicUrl }: ArticlePageParts, { slug, lang, text, article }: Edition): Markup {
  const { cover, texts } = article.content;
  const whole = (path: string) => `${publicUrl}${path}`;
  const there = pageLangs.filter((each) => texts[each] !== null);
  return preview({
    lang,
    type: 'article',
    title: text.title,
    description: text.digest,
    siteName: home[lang].name,
    canonical: whole(articlePath(slug, lang)),
    alternates: Object.fromEntries(there.map((each) => [each, whole(articlePath(slug, each))])),
    chooses: whole(`/a/${encodeURIComponent(slug)}`),
    image: cover === null ? null : { url: whole(picturePath(cover, 'cover')), alt: text.coverAlt },
  });
}

function story({ renderer, clock }: ArticlePageParts, lang: PageLang, edition: Edition): Markup {
  const { kind, text, article } = edition;
  const { author, cover } = article.content;
  const first = clock.dayAt(article.firstAt);
  const last = clock.dayAt(article.at);
  const said = foreign(edition, lang);
  return markup`<article>
<header>
<p class="meta">${words[lang].kind[kind]}</p>
<h1${said}>${text.title}</h1>
<p class="digest"${said}>${text.digest}</p>
<p class="meta">${time(first, lang)}${last === first ? null : markup` · ${words[lang].updated} ${time(last, lang)}`}${author === '' ? null : markup` · ${author}`}</p>
</header>
${cover === null ? null : markup`<img class="cover" src="${picturePath(cover, 'web')}" alt="${text.coverAlt}"${said}>`}
<div class="text"${said}>
${new Markup(withLang(renderer.web(text.body), lang))}
</div>
</article>`;
}

/** The language of the text, where it is not the page's. */
export function foreign({ lang }: Edition, page: PageLang): Markup | null {
  return lang === page ? null : markup` lang="${langTags[lang]}"`;
}

function section(name: string, heading: string, items: readonly Markup[]): Markup | null {
  if (items.length === 0) return null;
  return markup`<section class="${name}">
<h2>${heading}</h2>
<ul>
${items.map((item) => markup`<li>${item}</li>`)}
</ul>
</section>`;
}

const sourceLink = ({ title, url }: Source): Markup =>
  /^https?:\/\//i.test(url)
    ? markup`<a href="${url}" rel="noopener noreferrer">${title}</a>`
    : markup`${title}`;

const tagLink =
  (lang: PageLang) =>
  (tag: string): Markup =>
    markup`<a href="${listPath({ lang, q: tag })}">${tag}</a>`;

const nextLink =
  (lang: PageLang) =>
  (edition: Edition): Markup =>
    markup`<a href="${articlePath(edition.slug, lang)}"${foreign(edition, lang)}>${edition.text.title}</a>`;
