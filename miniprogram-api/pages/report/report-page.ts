/** `/report`: what a person reads before the first question. All of it is there without a script. */
import { markup, type Markup } from '../markup.js';
import type { PageLang } from '../reader-lang.js';
import { formFrame, type FormPageParts } from './frame.js';
import { words } from './words.js';

export function reportPage(parts: FormPageParts, lang: PageLang): Markup {
  const says = words[lang];
  const { ways } = parts.home[lang];
  return formFrame(parts, {
    ...{ lang, title: says.title, path: '/report', script: true },
    main: markup`<h1 tabindex="-1">${says.title}</h1>
<p class="danger">${says.danger(parts.emergency)}</p>
<p class="lead">${says.takes}</p>
<p>${says.notTakes}</p>
<p class="sealed">${says.sealed}</p>
<div id="ways-on">
<noscript><p class="notice strong">${says.noScript}</p></noscript>
<p class="waiting">${says.waiting}</p>
</div>
${section(says.before, list(says.beforeList))}
${section(says.protection, list(says.protectionList))}
${section(says.leaving, says.leavingText.map(paragraph))}
${section(says.ways, list(ways))}
${section(says.checking, paragraph(says.checkingText), 'check')}
<p><a href="/report/verify?lang=${lang}">${says.verify}</a></p>`,
  });
}

export const paragraph = (text: string): Markup => markup`<p>${text}</p>`;

export const list = (lines: readonly string[]): Markup => markup`<ul>
${lines.map((line) => markup`<li>${line}</li>`)}
</ul>`;

function section(name: string, inside: Markup | readonly Markup[], id = ''): Markup {
  const named = id === '' ? null : markup` id="${id}"`;
  return markup`<section${named}>
<h2>${name}</h2>
${inside}
</section>`;
}
