import { fileUrl } from './api.js';
import { h } from './dom.js';
import { newsCard } from './news-card.js';
import type { Act, Entry, Link, Tap } from './shapes.js';
import type { Lang, Texts } from './texts.js';

export type OnTap = (tap: Tap) => void;

/** What stands inside the bubble of something the account sent. */
export function entryContent(entry: Entry, texts: Texts, lang: Lang, onTap: OnTap): Node[] {
  switch (entry.type) {
    case 'text':
    case 'msgmenu':
      return lines(entry.content ?? '', entry.taps ?? [], entry.links ?? [], onTap);
    case 'image':
      return [picture(entry.mediaId, texts)];
    case 'video':
      return [film(entry.mediaId, texts), ...paragraph(entry.title)];
    case 'voice':
      return [h('p', {}, texts.voice)];
    case 'news':
      return (entry.articles ?? []).map((article) => newsCard(article, lang));
    default:
      return [
        ...paragraph(entry.title),
        ...Object.values(entry.fields ?? {}).flatMap((value) => paragraph(value)),
      ];
  }
}

/** What stands inside the bubble of something the person sent. */
export function actContent(act: Act, texts: Texts): Node[] {
  switch (act.type) {
    case 'text':
      return lines(act.content ?? '', [], [], () => undefined);
    case 'image':
    case 'video':
      // On its way it has no address yet.
      if (act.mediaId === undefined) return [h('p', {}, texts.kinds[act.type] ?? act.type)];
      return [act.type === 'image' ? picture(act.mediaId, texts) : film(act.mediaId, texts)];
    case 'location':
      return [
        h('p', {}, h('strong', {}, act.label === '' ? texts.place : (act.label ?? texts.place))),
        h('p', { class: 'small' }, `${act.latitude}, ${act.longitude}`),
      ];
    default:
      return [h('p', {}, texts.kinds[act.type] ?? act.type)];
  }
}

const paragraph = (text: string | undefined): Node[] =>
  text === undefined || text === '' ? [] : [h('p', {}, text)];

const picture = (mediaId: string | undefined, texts: Texts): Node =>
  h('img', { src: fileUrl(mediaId ?? ''), alt: texts.picture });

const film = (mediaId: string | undefined, texts: Texts): Node =>
  h('video', { src: fileUrl(mediaId ?? ''), controls: true, preload: 'metadata', 'aria-label': texts.video });

/** A text line by line; a line that holds a tap becomes a row that is tall enough for a thumb. */
function lines(content: string, taps: readonly Tap[], links: readonly Link[], onTap: OnTap): Node[] {
  let at = 0;
  return content.split('\n').map((line) => {
    const from = at;
    at += line.length + 1;
    const within = <T extends { readonly at: number }>(items: readonly T[]): readonly T[] =>
      items.filter((item) => item.at >= from && item.at < at);
    const marks = [
      ...within(taps).map((tap) => ({
        ...tap,
        node: h(
          'button',
          {
            type: 'button',
            class: 'tap',
            onclick: () => {
              onTap(tap);
            },
          },
          tap.label,
        ),
      })),
      ...within(links).map((link) => ({
        ...link,
        node: h('a', { class: 'tap', href: link.href, target: '_blank', rel: 'noreferrer' }, link.label),
      })),
    ].sort((a, b) => a.at - b.at);
    if (marks.length === 0) return h('p', {}, line);
    const parts: (Node | string)[] = [];
    let done = 0;
    for (const mark of marks) {
      parts.push(line.slice(done, mark.at - from), mark.node);
      done = mark.at - from + mark.label.length;
    }
    return h('p', { class: 'row' }, ...parts, line.slice(done));
  });
}
