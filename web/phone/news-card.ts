import { h } from './dom.js';
import type { Article } from './shapes.js';
import type { Lang } from './texts.js';

/** An article in the chat: cover, title and digest, which open the article's page. */
export function newsCard({ title, description, picUrl, url }: Article, lang: Lang): Node {
  const cover = picUrl === undefined ? null : addressOf(picUrl);
  const shows = cover?.origin === location.origin;
  return h(
    'a',
    { class: 'card', href: articleAddress(url, lang), target: '_blank', rel: 'noreferrer' },
    shows ? h('img', { src: cover.href, alt: '' }) : null,
    h(
      'span',
      { class: 'card-words' },
      h('strong', {}, title),
      description === '' ? null : h('span', {}, description),
    ),
  );
}

const pages = '/simulator/wechat/';

/** False for what is no address of the web: the card then opens nothing. */
function articleAddress(written: string, lang: Lang): string | false {
  const url = addressOf(written);
  if (url === null) return false;
  if (lang === 'en' && url.origin === location.origin && url.pathname.startsWith(pages))
    url.searchParams.set('lang', lang);
  return url.href;
}

/**
 * An address of the web, or null. What the simulator handed out under another name of this machine is taken from where
 * this page is: `localhost` and `127.0.0.1` are two places to a browser.
 */
function addressOf(written: string): URL | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && url.pathname.startsWith(pages);
  return here ? new URL(url.pathname + url.search, location.href) : url;
}
