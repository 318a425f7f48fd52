/** The first page of a line: who this is, how to report, and what there is to read. Plain HTML, no script. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';
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
  /** the list of articles, which takes `?lang=` */
  readonly articles?: string;
  /** what a demo shows beside: for who tries the line out */
  readonly simulator?: string;
  readonly console?: string;
  readonly documents?: string;
}

const fixed = {
  zh: {
    ways: '举报途径',
    read: '了解更多',
    articles: '宣传文章',
    demo: '试用这套系统',
    simulator: '微信模拟器：像举报人那样使用',
    console: '工作台：编辑和发布文章',
    documents: '接口文档：供程序调用',
  },
  en: {
    ways: 'Ways to report',
    read: 'Find out more',
    articles: 'Awareness articles',
    demo: 'Try this system out',
    simulator: 'WeChat simulator: use the line as a person who reports',
    console: 'Staff console: write and publish articles',
    documents: 'API documents: for programs',
  },
} as const;

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
footer{color:var(--ink-soft)}
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
  const page = (lang: PageLang) => render(lang, home[lang], style, linked(lang, links)).toString();
  const pages = { zh: page('zh'), en: page('en') };
  return (ctx) => {
    ctx.set('Content-Security-Policy', policy);
    ctx.type = 'html';
    ctx.body = pages[readerLang(ctx)];
  };
}

/** The lists of links, each under its heading. */
function linked(lang: PageLang, { articles, simulator, console, documents }: HomeLinks): Markup {
  const words = fixed[lang];
  const read = articles === undefined ? [] : [link(`${articles}?lang=${lang}`, words.articles)];
  const demo = [
    ...(simulator === undefined ? [] : [link(simulator, words.simulator)]),
    ...(console === undefined ? [] : [link(console, words.console)]),
    ...(documents === undefined ? [] : [link(documents, words.documents)]),
  ];
  return markup`${list(words.read, read)}${list(words.demo, demo)}`;
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

function render(lang: PageLang, words: HomeWords, style: string, links: Markup): Markup {
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
${list(fixed[lang].ways, ways)}${links}<a href="/?lang=${other}" lang="${otherTag}" hreflang="${otherTag}">${langNames[other]}</a>
</main>
<footer>
${operator.map((line) => markup`<p>${line}</p>`)}
</footer>
</html>
`;
}
