import { type KeptArticle, pictureOf } from '../platform/kept-article.js';
import { escaped } from './html-tokens.js';
import { type PageLang, pageTexts } from './page-texts.js';

export interface ArticleView {
  readonly article: KeptArticle;
  /** when it became public, in milliseconds since 1970; null: a preview */
  readonly at: number | null;
  /** the platform's own address, which its files and pages have in what it keeps */
  readonly base: string;
  /** whether the cover is still there */
  readonly cover: boolean;
}

/** An article as a page: what the platform keeps of it, on paper that is light whatever the phone's colours are. */
export function articlePage({ article, at, base, cover }: ArticleView, lang: PageLang): string {
  const texts = pageTexts[lang];
  // The page may be open under another of this machine's names than the platform's own.
  const here = (html: string): string => html.replaceAll(`="${base}/simulator/`, '="/simulator/');
  const by = [article.author, texts.account].filter((name) => name !== '').map(escaped);
  const image = cover
    ? here(`<img class="article-cover" src="${escaped(pictureOf(article, base))}" alt="">`)
    : '';
  const source = article.content_source_url;
  const original = /^https?:\/\//i.test(source)
    ? `<p><a class="article-original" href="${escaped(source)}" rel="noreferrer noopener">${texts.original}</a></p>`
    : '';
  return page(
    lang,
    article.title,
    `${at === null ? `<p class="article-preview">${texts.preview}</p>` : ''}<article lang="${langOf(article)}">
<h1>${escaped(article.title)}</h1>
<p class="article-by" lang="${lang}"><span>${by.join('</span> <span>')}</span>${at === null ? '' : ` ${dateOf(at, lang)}`}</p>
${image}<div class="article-content">${here(article.content)}</div>
</article>
${original}`,
    true,
  );
}

/** What stands where an article is not, or not any more. */
export function emptyPage(why: 'missing' | 'removed' | 'blocked' | 'previewOver', lang: PageLang): string {
  const [heading, words] = pageTexts[lang][why];
  return page(lang, heading, `<h1>${heading}</h1>\n<p>${words}</p>`);
}

const page = (lang: PageLang, title: string, inside: string, sheet = false): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/simulator/tokens.css">
<link rel="stylesheet" href="/simulator/article.css">
</head>
<body>
<header class="article-band">${pageTexts[lang].band}</header>
<main${sheet ? ' class="article-sheet"' : ''}>
${inside}
</main>
</body>
</html>
`;

/** The language of what is written, for its fonts and for those who have it read to them. */
const langOf = ({ title, content }: KeptArticle): PageLang =>
  /\p{Script=Han}/u.test(title + content) ? 'zh' : 'en';

function dateOf(at: number, lang: PageLang): string {
  const day = new Date(at);
  const written = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'Asia/Shanghai',
  }).format(day);
  const [date = written, weekday] = written.split(/(?=星期)/);
  return `<time datetime="${day.toISOString()}">${weekday === undefined ? date : `${date} ${weekday}`}</time>`;
}
