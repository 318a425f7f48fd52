/** The first page of a line: who this is, how to report, and what there is to read. Plain HTML, no script. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { fixed } from './home-words.js';
import { Markup, markup } from './markup.js';
import { langNames, langTags, otherLang, readerLang, type PageLang } from './reader-lang.js';

/** The page in one language, from the profile. */
export interface HomeWords {
  /** a sample says first that it is no official channel; null: this is none */
  readonly band: string | null;
  readonly name: string;
  /** ways to report, one line each */
  readonly ways: readonly string[];
  /** who runs the line: legal name, numbers, privacy contact, one line each */
  readonly operator: readonly string[];
}

export type Home = Readonly<Record<PageLang, HomeWords>>;

/** Addresses that the page leads to; what is not there is not shown. */
export interface HomeLinks {
  /** the web form, which takes `?lang=` and opens the way back to a report at `#check` */
  readonly report?: string;
  /** the list of articles, which takes `?lang=` */
  readonly articles?: string;
  /** the line's days as a calendar, which takes `?lang=` */
  readonly days?: string;
  /** what a demo shows beside: for who tries the line out */
  readonly simulator?: string;
  readonly console?: string;
  readonly documents?: string;
}

const rules = `
:root:lang(en){--measure:55ch}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text)/var(--leading) var(--font);text-autospace:normal}
.band{margin:0;padding:var(--space-1) var(--space-3);background:var(--amber-soft);color:var(--amber);text-align:center}
main,footer{max-width:var(--measure);margin:0 auto;padding:var(--space-3)}
h1{font-size:var(--text-large);line-height:1.3}
h2{font-size:var(--text);margin:var(--space-3) 0 0}
ul{margin:0 0 var(--space-2);padding:0;list-style:none}
li{padding:var(--space-1) 0;border-bottom:1px solid var(--hairline)}
a{box-sizing:border-box;color:var(--accent);display:inline-block;min-height:var(--target);padding:var(--space-1) 0;text-underline-offset:3px}
li a{display:block;margin:calc(-1*var(--space-1)) 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.lead{margin:0 0 var(--space-2)}
.act{display:flex;flex-wrap:wrap;gap:var(--space-2);margin:0 0 var(--space-3)}
.act a{display:inline-flex;align-items:center;justify-content:center;min-height:var(--space-6);padding:var(--space-1) var(--space-3);border:1px solid var(--accent);border-radius:var(--radius);font-weight:600;text-decoration:none}
.act a:first-child{background:var(--accent);color:var(--on-accent)}
.plain li{border:0;padding:var(--space-half) 0}
@media (max-width:480px){.act a{width:100%}}
footer{color:var(--ink-soft);padding-bottom:var(--space-6)}
footer p{margin:0;font-size:var(--text-small)}
`;

/**
 * Shows the page in the language of `?lang=`, else the browser's, else Chinese.
 * @param tokens the design tokens as CSS (web/tokens/tokens.css)
 */
export function homePage(home: Home, tokens: string, links: HomeLinks): (ctx: Context) => void {
  const style = `${tokens}${rules}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const page = (lang: PageLang) => render(lang, home[lang], style, links).toString();
  const pages = { zh: page('zh'), en: page('en') };
  return (ctx) => {
    ctx.set('Content-Security-Policy', policy);
    ctx.type = 'html';
    ctx.body = pages[readerLang(ctx)];
  };
}

/** The lists of links, each under its heading. */
function linked(lang: PageLang, links: HomeLinks): Markup {
  const words = fixed[lang];
  const { report, articles, days, simulator, console, documents } = links;
  const read = [
    ...(articles === undefined ? [] : [link(`${articles}?lang=${lang}`, words.articles)]),
    ...(days === undefined ? [] : [link(`${days}?lang=${lang}`, words.days)]),
  ];
  const demo = [
    ...(simulator === undefined ? [] : [link(simulator, words.simulator)]),
    ...(console === undefined ? [] : [link(console, words.console)]),
    ...(documents === undefined ? [] : [link(documents, words.documents)]),
  ];
  return markup`${list(words.read, read)}${protection(lang, report)}${list(words.demo, demo)}`;
}

/** The two ways on, where there is a form. */
function acts(lang: PageLang, report: string | undefined): Markup | null {
  if (report === undefined) return null;
  const { takes, report: name, check } = fixed[lang];
  const to = `${report}?lang=${lang}`;
  return markup`<p class="lead">${takes}</p>
<p class="act">${link(to, name)}${link(`${to}#check`, check)}</p>
`;
}

function protection(lang: PageLang, report: string | undefined): Markup | null {
  if (report === undefined) return null;
  const { protection: name, protects, verify } = fixed[lang];
  return markup`<h2>${name}</h2>
<ul class="plain">
${protects.map((words) => markup`<li>${words}</li>`)}
</ul>
<p>${link(`${report}/verify?lang=${lang}`, verify)}</p>
`;
}

const link = (to: string, name: string) => markup`<a href="${to}">${name}</a>`;

function list(heading: string, items: readonly (string | Markup)[]): Markup | null {
  if (items.length === 0) return null;
  return markup`<h2>${heading}</h2>
<ul>
${items.map((item) => markup`<li>${item}</li>`)}
</ul>
`;
}

function render(lang: PageLang, words: HomeWords, style: string, links: HomeLinks): Markup {
  const { band, name, ways, operator } = words;
  const other = otherLang[lang];
  const otherTag = langTags[other];
  return markup`<!doctype html>
<html lang="${langTags[lang]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${new Markup(style)}</style>
${band === null ? null : markup`<header><p class="band">${band}</p></header>`}
<main>
<h1>${name}</h1>
${acts(lang, links.report)}${list(fixed[lang].ways, ways)}${linked(lang, links)}<a href="/?lang=${other}" lang="${otherTag}" hreflang="${otherTag}">${langNames[other]}</a>
</main>
<footer>
${operator.map((line) => markup`<p>${line}</p>`)}
</footer>
</html>
`;
}
