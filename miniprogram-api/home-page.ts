/** The first page of a line whose ways in are elsewhere: who this is, and how to report. Plain HTML, no script. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';

type Lang = 'zh' | 'en';

/** One language of the page, from the profile. */
export interface HomeWords {
  readonly name: string;
  /** ways to report, one line each */
  readonly ways: readonly string[];
  /** the operator: legal name, filing numbers, privacy contact, one line each */
  readonly operator: readonly string[];
}

export interface Home extends Readonly<Record<Lang, HomeWords>> {
  /** marked as a sample, not an official channel */
  readonly sample: boolean;
}

const words = {
  zh: { tag: 'zh-CN', band: '示例系统，非官方渠道', ways: '举报途径', other: 'English', otherLang: 'en' },
  en: {
    tag: 'en',
    band: 'Sample – not an official channel',
    ways: 'Ways to report',
    other: '中文',
    otherLang: 'zh',
  },
} as const;

const style = `
:root{color-scheme:light dark;--ink:#1d2529;--paper:#fbfaf7;--accent:#0b5f63;--edge:#6f7b80;--band:#fbe6b5;--on-band:#4a3500}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--paper:#14191b;--accent:#7fcfd0;--edge:#8b979c;--band:#4a3a10;--on-band:#fbe6b5}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;text-autospace:normal}
:lang(zh){line-height:1.75}
p.band{margin:0;padding:8px 24px;background:var(--band);color:var(--on-band);text-align:center}
main,footer{max-width:34em;margin:0 auto;padding:24px}
h1{font-size:24px;line-height:1.3}h2{font-size:17px}
ul{padding:0;list-style:none}li{padding:8px 0;border-bottom:1px solid var(--edge)}
a{color:var(--accent);display:inline-block;min-height:44px;line-height:44px}
footer{color:var(--ink);border-top:1px solid var(--edge)}footer p{margin:0}
`;
const hash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Shows the page in the language of `?lang=`, else the browser's, else Chinese. */
export function homePage(home: Home): (ctx: Context) => void {
  const pages = { zh: render('zh', home), en: render('en', home) };
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

function render(lang: Lang, home: Home): string {
  const { tag, band, ways, other, otherLang } = words[lang];
  const { name, ways: listed, operator } = home[lang];
  const lines = (tagName: string, texts: readonly string[]) =>
    texts.map((text) => `<${tagName}>${escape(text)}</${tagName}>`).join('\n');
  return `<!doctype html>
<html lang="${tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(name)}</title>
<style>${style}</style>
${home.sample ? `<p class="band">${band}</p>` : ''}
<main>
<h1>${escape(name)}</h1>
<h2>${ways}</h2>
<ul>
${lines('li', listed)}
</ul>
<a href="/?lang=${otherLang}" lang="${words[otherLang].tag}" hreflang="${words[otherLang].tag}">${other}</a>
</main>
<footer>
${lines('p', operator)}
</footer>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
