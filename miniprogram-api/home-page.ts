/** The first page of a line whose ways in are elsewhere: who this is, and how to report. Plain HTML, no script. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export type HomeLang = 'zh' | 'en';

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

export type Home = Readonly<Record<HomeLang, HomeWords>>;

const fixed = {
  zh: { tag: 'zh-CN', ways: '举报途径', other: 'English', otherLang: 'en' },
  en: { tag: 'en', ways: 'Ways to report', other: '中文', otherLang: 'zh' },
} as const;

const rules = `
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text)/var(--leading) var(--font);text-autospace:normal}
.band{margin:0;padding:var(--space-1) var(--space-3);background:var(--amber-soft);color:var(--amber);text-align:center}
main,footer{max-width:var(--measure);margin:0 auto;padding:var(--space-3)}
h1{font-size:var(--text-large);line-height:1.3}
h2{font-size:var(--text)}
ul{padding:0;list-style:none}
li{padding:var(--space-1) 0;border-bottom:1px solid var(--hairline)}
a{color:var(--accent);display:inline-block;line-height:var(--target)}
footer{color:var(--ink-soft);font-size:var(--text-small)}
footer p{margin:0}
`;

/**
 * Shows the page in the language of `?lang=`, else the browser's, else Chinese.
 * @param tokens the design tokens as CSS (web/tokens/tokens.css)
 */
export function homePage(home: Home, tokens: string): (ctx: Context) => void {
  const style = `${tokens}${rules}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const pages = { zh: render('zh', home.zh, style), en: render('en', home.en, style) };
  return (ctx) => {
    const asked = ctx.query['lang'] ?? ctx.acceptsLanguages('zh', 'en');
    ctx.set('Content-Security-Policy', policy);
    ctx.vary('Accept-Language');
    ctx.type = 'html';
    ctx.body = pages[asked === 'en' ? 'en' : 'zh'];
  };
}

/** Sends the browser on: to the simulator, where it stands in for the platform. */
export function redirectHome(to: string): (ctx: Context) => void {
  return (ctx) => {
    ctx.redirect(to);
  };
}

function render(lang: HomeLang, { band, name, ways, operator }: HomeWords, style: string): string {
  const { tag, ways: head, other, otherLang } = fixed[lang];
  const otherTag = fixed[otherLang].tag;
  return `<!doctype html>
<html lang="${tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(name)}</title>
<style>${style}</style>
${band === null ? '' : `<p class="band">${escape(band)}</p>`}
<main>
<h1>${escape(name)}</h1>
<h2>${head}</h2>
<ul>
${ways.map((way) => `<li>${escape(way)}</li>`).join('\n')}
</ul>
<a href="/?lang=${otherLang}" lang="${otherTag}" hreflang="${otherTag}">${other}</a>
</main>
<footer>
${operator.map((line) => `<p>${escape(line)}</p>`).join('\n')}
</footer>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
