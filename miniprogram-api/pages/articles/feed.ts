/** The newest articles of one language as RSS 2.0, each whole. */
import type { Catalogue, Edition, Renderer } from '../../../domain/articles/ports.js';
import {
  articlePath,
  feedPath,
  listPath,
  picturePath,
  withLang,
  withWholeAddresses,
} from '../../addresses.js';
import type { Home } from '../home-page.js';
import { markup, type Markup } from '../markup.js';
import { langTags, type PageLang } from '../reader-lang.js';
import { walk } from './walk.js';
import { words } from './words.js';

export interface FeedParts {
  readonly catalogue: Pick<Catalogue, 'list'>;
  readonly renderer: Pick<Renderer, 'web'>;
  readonly home: Home;
  /** without a slash at its end */
  readonly publicUrl: string;
}

const most = 30;

export async function feed(parts: FeedParts, lang: PageLang): Promise<Markup> {
  const { catalogue, home, publicUrl } = parts;
  const editions: Edition[] = [];
  for await (const edition of walk(catalogue, lang)) {
    if (edition.lang === lang) editions.push(edition);
    if (editions.length === most) break;
  }
  const changed = Math.max(...editions.map(({ article }) => article.at));
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${home[lang].name}${lang === 'zh' ? '：' : ': '}${words[lang].articles}</title>
<link>${publicUrl}${listPath({ lang })}</link>
<atom:link href="${publicUrl}${feedPath(lang)}" rel="self" type="application/rss+xml"/>
<description>${description(parts, lang)}</description>
<language>${langTags[lang]}</language>
${editions.length === 0 ? null : markup`<lastBuildDate>${rfc822(changed)}</lastBuildDate>`}
${editions.map((edition) => item(parts, edition))}
</channel>
</rss>
`;
}

/** A sample says here too that it is none of the official channels. */
function description({ home }: FeedParts, lang: PageLang): string {
  const { band } = home[lang];
  if (band === null) return words[lang].about;
  return lang === 'zh' ? `${band}。${words[lang].about}` : `${band}. ${words[lang].about}`;
}

function item({ renderer, publicUrl }: FeedParts, { slug, kind, lang, text, article }: Edition): Markup {
  const { author, cover, tags } = article.content;
  const address = `${publicUrl}${articlePath(slug, lang)}`;
  const picture =
    cover === null
      ? ''
      : markup`<p><img src="${publicUrl}${picturePath(cover, 'web')}" alt="${text.coverAlt}"></p>`.toString();
  const whole = `${picture}${withWholeAddresses(withLang(renderer.web(text.body), lang), publicUrl)}`;
  return markup`<item>
<title>${text.title}</title>
<link>${address}</link>
<guid isPermaLink="true">${address}</guid>
<pubDate>${rfc822(article.firstAt)}</pubDate>
${author === '' ? null : markup`<dc:creator>${author}</dc:creator>`}
${[words[lang].kind[kind], ...tags].map((name) => markup`<category>${name}</category>`)}
<description>${text.digest}</description>
<content:encoded>${whole}</content:encoded>
</item>`;
}

const rfc822 = (ms: number) => new Date(ms).toUTCString();
