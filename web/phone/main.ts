import { h } from './dom.js';
import { createPhone } from './phone.js';
import { en } from './texts-en.js';
import { zh } from './texts-zh.js';
import { type Lang } from './texts.js';
import { createWire } from './wire.js';

/** `?lang=en`, `?phones=1…4`. */
const query = new URLSearchParams(location.search);
const lang: Lang = query.get('lang') === 'en' ? 'en' : 'zh';
const other: Lang = lang === 'en' ? 'zh' : 'en';
const phones = Math.min(4, Math.max(1, Math.trunc(Number(query.get('phones') ?? 1)) || 1));
const words = { zh, en }[lang];

const otherQuery = new URLSearchParams(query);
otherQuery.set('lang', other);

document.documentElement.lang = lang;
document.title = words.title;

const wire = createWire(words, lang, phones);
document.body.append(
  h(
    'header',
    {},
    h('p', { class: 'band' }, words.band),
    h(
      'div',
      { class: 'top' },
      h('h1', {}, words.title),
      h('a', { href: `?${otherQuery.toString()}`, hreflang: other, lang: other }, words.otherLanguage),
    ),
  ),
  h(
    'main',
    { class: phones > 1 ? 'desk several' : 'desk' },
    ...Array.from({ length: phones }, (_, i) => createPhone(i + 1, words, lang, wire)),
    wire.element,
  ),
);
