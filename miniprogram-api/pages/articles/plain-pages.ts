/** Pages for when there is nothing to show: what happened, and where to go on. */
import { listPath } from '../../addresses.js';
import { markup, type Markup } from '../markup.js';
import { otherLang, type PageLang } from '../reader-lang.js';
import { frame, unlisted, type FrameParts } from './frame.js';
import { words } from './words.js';

/** An article that is withdrawn, or was never there, and an address that leads nowhere. */
export function missingPage(parts: FrameParts, lang: PageLang): Markup {
  return plainPage(parts, lang, words[lang].missing, words[lang].missingWhy);
}

/** The database does not answer. */
export function laterPage(parts: FrameParts, lang: PageLang): Markup {
  return plainPage(parts, lang, words[lang].later, words[lang].laterWhy);
}

function plainPage(parts: FrameParts, lang: PageLang, title: string, why: string): Markup {
  const { toAll, toHome } = words[lang];
  return frame(parts, {
    lang,
    title,
    head: unlisted,
    other: { path: listPath({ lang: otherLang[lang] }), translated: true },
    main: markup`<h1>${title}</h1>
<p>${why}</p>
<ul class="ways">
<li><a href="${listPath({ lang })}">${toAll}</a></li>
<li><a href="/?lang=${lang}">${toHome}</a></li>
</ul>`,
  });
}
