/** What the form's pages share: the head, the way out at once, and who runs the line. */
import type { Home } from '../home-page.js';
import { markup, type Insert, type Markup } from '../markup.js';
import { langNames, langTags, otherLang, type PageLang } from '../reader-lang.js';
import { builtPath, integrityOf, type BuiltForm } from './built-form.js';
import { words } from './words.js';

export interface FormPageParts {
  readonly home: Home;
  readonly built: BuiltForm;
  /** what to call when somebody is in danger */
  readonly emergency: string;
}

export interface FormPage {
  readonly lang: PageLang;
  readonly title: string;
  /** this page's address, without its language */
  readonly path: string;
  /** whether the form's script runs in it */
  readonly script: boolean;
  readonly main: Insert;
}

/** Where somebody goes who has to be gone at once: pages that anybody may have open. Nothing is asked of them before. */
export const elsewhere = {
  zh: 'https://www.baidu.com/',
  en: 'https://www.wikipedia.org/',
} as const satisfies Record<PageLang, string>;

export function formFrame({ home, built }: FormPageParts, page: FormPage): Markup {
  const { lang, title, path, script, main } = page;
  const { band, name, operator } = home[lang];
  const says = words[lang];
  const other = otherLang[lang];
  const tag = langTags[other];
  return markup`<!doctype html>
<html lang="${langTags[lang]}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${name}</title>
<meta name="color-scheme" content="light dark">
<meta name="google" content="notranslate">
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="${builtPath(built.style)}" integrity="${integrityOf(built.style)}">
${script ? markup`<script type="module" src="${builtPath(built.script)}" integrity="${integrityOf(built.script)}"></script>` : null}
</head>
<body>
<a class="skip" href="#main">${says.skip}</a>
<header class="top">
<div class="out"><a class="exit" id="exit" href="${elsewhere[lang]}" rel="noreferrer noopener">${says.leave}</a></div>
${band === null ? null : markup`<p class="band">${band}</p>`}
<nav>
<a class="name" href="/?lang=${lang}">${name}</a>
<a class="lang" href="${path}?lang=${other}" lang="${tag}" hreflang="${tag}">${langNames[other]}</a>
</nav>
</header>
<main id="main" data-name="${name}">
${main}
</main>
<footer>
<h2>${says.runs}</h2>
${operator.map((line) => markup`<p>${line}</p>`)}
</footer>
</body>
</html>
`;
}
