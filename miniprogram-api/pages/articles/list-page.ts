/** The list of articles as a page: all, one kind, or what a search found. */
import { articleKinds, type ArticleKind } from '../../../domain/articles/article.js';
import type { Edition, Page } from '../../../domain/articles/ports.js';
import type { Clock } from '../../../domain/ports.js';
import { articlePath, listPath, picturePath, type ListQuery } from '../../addresses.js';
import { markup, type Markup } from '../markup.js';
import { otherLang, type PageLang } from '../reader-lang.js';
import { foreign } from './article-page.js';
import { time } from './dates.js';
import { frame, unlisted, type FrameParts } from './frame.js';
import { preview } from './preview.js';
import { words } from './words.js';

export interface ListPageParts extends FrameParts {
  readonly clock: Pick<Clock, 'dayAt'>;
  /** without a slash at its end */
  readonly publicUrl: string;
}

/** What is shown; `q` null: no search. */
export interface ListView {
  readonly lang: PageLang;
  readonly kind: ArticleKind | null;
  readonly q: string | null;
  readonly cursor: string | null;
}

export function listPage(parts: ListPageParts, view: ListView, { items, next }: Page<Edition>): Markup {
  const { lang, q } = view;
  const heading = headingOf(view);
  const first = { ...view, cursor: null };
  return frame(parts, {
    lang,
    title: heading,
    head: q === null ? head(parts, view, heading) : unlisted,
    // a cursor belongs to one language's list
    other: { path: listPath({ ...first, lang: otherLang[lang] }), translated: true },
    main: markup`<h1>${heading}</h1>
${q === null ? markup`<p class="digest">${words[lang].about}</p>` : null}
${searchForm(lang, q)}
${kinds(view)}
${items.length === 0 ? markup`<p class="empty">${emptyWords(view)}</p>` : list(parts, view, items)}
${turning(view, next)}`,
  });
}

function headingOf({ lang, kind, q }: ListView): string {
  if (q !== null) return words[lang].found(q);
  return kind === null
    ? words[lang].articles
    : `${words[lang].articles}${lang === 'zh' ? '：' : ': '}${words[lang].kindsOf[kind]}`;
}

function emptyWords({ lang, kind, q }: ListView): string {
  if (q !== null) return words[lang].nothingFound;
  return kind === null ? words[lang].none : words[lang].noneOfKind;
}

function head({ home, publicUrl }: ListPageParts, view: ListView, title: string): Markup {
  const whole = (query: ListQuery) => `${publicUrl}${listPath(query)}`;
  const { lang, kind } = view;
  return preview({
    lang,
    type: 'website',
    title,
    description: words[lang].about,
    siteName: home[lang].name,
    canonical: whole(view),
    alternates: { zh: whole({ lang: 'zh', kind }), en: whole({ lang: 'en', kind }) },
    chooses: `${publicUrl}/a/${kind === null ? '' : `?kind=${kind}`}`,
    image: null,
  });
}

function searchForm(lang: PageLang, q: string | null): Markup {
  const says = words[lang];
  return markup`<form role="search" action="/a/" aria-label="${says.search}">
<input type="hidden" name="lang" value="${lang}">
<label for="q">${says.searchHint}</label>
<div class="row"><input id="q" type="search" name="q" value="${q ?? ''}" maxlength="100" required><button>${says.find}</button></div>
</form>`;
}

function kinds({ lang, kind, q }: ListView): Markup {
  const says = words[lang];
  const link = (to: ArticleKind | null, name: string) => {
    const here = q === null && kind === to ? markup` aria-current="page"` : null;
    return markup`<li><a href="${listPath({ lang, kind: to })}"${here}>${name}</a></li>`;
  };
  return markup`<nav class="kinds" aria-label="${says.kinds}"><ul>
${link(null, says.all)}
${articleKinds.map((each) => link(each, says.kindsOf[each]))}
</ul></nav>`;
}

function list({ clock }: ListPageParts, { lang }: ListView, items: readonly Edition[]): Markup {
  const item = (edition: Edition) => {
    const { slug, kind, text, article } = edition;
    const { cover } = article.content;
    const said = foreign(edition, lang);
    const day = clock.dayAt(article.firstAt);
    return markup`<li>
<div><h2${said}><a href="${articlePath(slug, lang)}">${text.title}</a></h2>
<p${said}>${text.digest}</p>
<p class="meta">${words[lang].kind[kind]} · ${time(day, lang)}${said === null ? null : markup` · ${words[lang].inOther}`}</p></div>
${cover === null ? null : markup`<img src="${picturePath(cover, 'small')}" alt="" loading="lazy">`}
</li>`;
  };
  return markup`<ul class="list">
${items.map(item)}
</ul>`;
}

function turning(view: ListView, next: string | null): Markup | null {
  const says = words[view.lang];
  if (next === null && view.cursor === null) return null;
  const back = markup`<a href="${listPath({ ...view, cursor: null })}">${says.newest}</a>`;
  const on =
    next === null
      ? null
      : markup`<a rel="next" href="${listPath({ ...view, cursor: next })}">${view.q === null ? says.older : says.more}</a>`;
  return markup`<nav class="turning" aria-label="${says.pages}">${view.cursor === null ? null : back} ${on}</nav>`;
}
