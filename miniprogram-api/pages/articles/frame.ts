/** What all article pages have around their text: the head, who this is, the other language, who runs the line. */
import { daysPath, feedPath, listPath } from '../../addresses.js';
import type { Home } from '../home-page.js';
import { markup, type Markup } from '../markup.js';
import { langNames, langTags, otherLang, type PageLang } from '../reader-lang.js';
import { words } from './words.js';

export interface FrameParts {
  readonly home: Home;
  /** address of the stylesheet */
  readonly stylePath: string;
}

export interface FramedPage {
  readonly lang: PageLang;
  readonly title: string;
  /** description, addresses and preview, or that no search engine should keep the page */
  readonly head: Markup;
  /** this page in the other language, and whether its text is there in that language */
  readonly other: { readonly path: string; readonly translated: boolean };
  readonly main: Markup;
}

/** For pages that are no place of their own: results, what is not there. */
export const unlisted = markup`<meta name="robots" content="noindex">`;

export function frame({ home, stylePath }: FrameParts, page: FramedPage): Markup {
  const { lang, title, head, main } = page;
  const { band, name, operator } = home[lang];
  const says = words[lang];
  return markup`<!doctype html>
<html lang="${langTags[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${name}</title>
<meta name="color-scheme" content="light dark">
${head}
<link rel="alternate" type="application/rss+xml" title="${name}" href="${feedPath(lang)}">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#main">${says.skip}</a>
<header class="top">
${band === null ? null : markup`<p class="band">${band}</p>`}
<nav aria-label="${says.site}">
<a class="name" href="/?lang=${lang}">${name}</a>
<a href="${listPath({ lang })}">${says.articles}</a>
${switchTo(otherLang[lang], page.other)}
</nav>
</header>
<main id="main">
${main}
</main>
<footer>
${operator.map((line) => markup`<p>${line}</p>`)}
<p><a href="${feedPath(lang)}">${says.feed}</a></p>
<p><a href="${daysPath(lang)}">${says.days}</a></p>
</footer>
</body>
</html>
`;
}

function switchTo(lang: PageLang, { path, translated }: FramedPage['other']): Markup {
  const tag = langTags[lang];
  const hreflang = translated ? markup` hreflang="${tag}" rel="alternate"` : null;
  return markup`<a class="lang" href="${path}" lang="${tag}"${hreflang}>${langNames[lang]}</a>`;
}
