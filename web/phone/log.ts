import { actContent, entryContent, type OnTap } from './bubble.js';
import { h } from './dom.js';
import type { Act, Delivery, Entry } from './shapes.js';
import type { Lang, Texts } from './texts.js';

/** A message that is on its way. */
export interface Pending {
  /** It arrived, and its delivery will be told of under this number. */
  arrived(seq: number): void;
  /** It did not; `again` sends it once more. */
  failed(words: string, again: (() => void) | null): void;
}

/** The chat itself. Whatever comes twice is shown once. */
export interface Log {
  readonly element: HTMLElement;
  entry(entry: Entry): void;
  delivery(delivery: Delivery): void;
  pending(act: Act): Pending;
  typing(on: boolean): void;
  clear(): void;
}

const pause = 5 * 60_000;

export function createLog(texts: Texts, lang: Lang, onTap: OnTap, menuName: (key: string) => string): Log {
  const list = h('ol', { class: 'messages' });
  const hint = h('p', { class: 'hint' }, texts.noMessages);
  const typingRow = h('p', { class: 'typing', hidden: true }, texts.typing);
  const live = h('div', { role: 'log', 'aria-live': 'polite', 'aria-label': texts.chat }, list);
  const element = h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': texts.chat },
    hint,
    live,
    typingRow,
  );
  const shown = new Map<number, HTMLLIElement>();
  const clockTime = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });

  /** To the end; to the beginning of a message that is taller than the screen. */
  const scroll = (): void => {
    const last = list.lastElementChild;
    const tall = last instanceof HTMLElement && last.offsetHeight > element.clientHeight;
    element.scrollTop = tall ? last.offsetTop - list.offsetTop : element.scrollHeight;
  };

  // A keyboard or a form that opens below must not cover what was said last.
  new ResizeObserver(scroll).observe(element);

  /** Puts an item at its place; items on their way keep theirs. */
  const place = (item: HTMLLIElement, seq: number, at: string): void => {
    item.dataset['seq'] = String(seq);
    item.dataset['at'] = at;
    shown.set(seq, item);
    const next = [...list.children].find((other) => Number((other as HTMLElement).dataset['seq'] ?? 0) > seq);
    if (item.parentElement !== list || item.nextElementSibling !== (next ?? null))
      list.insertBefore(item, next ?? null);
    hint.hidden = true;
    stampTimes();
    scroll();
  };

  /** Shows the time above the first message and after every pause. */
  const stampTimes = (): void => {
    let last = -Infinity;
    for (const item of list.querySelectorAll<HTMLLIElement>('li[data-at]')) {
      const at = Date.parse(item.dataset['at'] ?? '');
      item.querySelector('time')?.toggleAttribute('hidden', at - last < pause);
      last = at;
    }
  };

  const bubble = (
    kind: 'them' | 'you' | 'notice' | 'event',
    at: string,
    content: readonly Node[],
  ): HTMLLIElement => {
    const who = { them: texts.them, you: texts.you, notice: texts.notice, event: texts.you }[kind];
    const time = h('time', { datetime: at, hidden: true }, at === '' ? '' : clockTime.format(Date.parse(at)));
    const says = h('span', { class: kind === 'notice' ? 'says' : 'says hidden' }, who);
    return h('li', { class: kind }, time, h('div', { class: 'bubble' }, says, ...content));
  };

  const ofAct = (act: Act, at: string): HTMLLIElement | null => {
    if (act.type !== 'event') return bubble('you', at, actContent(act, texts));
    if (act.event !== 'CLICK') return null;
    return bubble('event', at, [h('p', {}, texts.menuTapped(menuName(act.fields?.EventKey ?? '')))]);
  };

  return {
    element,
    entry: (entry) => {
      if (shown.has(entry.seq)) return;
      const kind = entry.via === 'notice' ? 'notice' : 'them';
      place(bubble(kind, entry.at, entryContent(entry, texts, lang, onTap)), entry.seq, entry.at);
    },
    delivery: ({ seq, at, act }) => {
      const item = ofAct(act, at);
      const sent = shown.get(seq);
      if (item === null || (sent !== undefined && !sent.classList.contains('pending'))) return;
      if (sent === undefined || act.mediaId !== undefined) {
        sent?.remove();
        place(item, seq, at);
      } else {
        // What was shown on its way stays as it is: a reader would otherwise hear it twice.
        sent.classList.remove('pending');
        sent.querySelector('time')?.replaceWith(item.querySelector('time') ?? '');
        place(sent, seq, at);
      }
    },
    pending: (act) => {
      const item = ofAct(act, '') ?? h('li', { hidden: true });
      const state = h('p', { class: 'state', role: 'status' });
      item.classList.add('pending');
      item.append(state);
      list.append(item);
      hint.hidden = true;
      scroll();
      return {
        arrived: (seq) => {
          state.remove();
          // A poll may have been told of it first.
          if (shown.has(seq)) {
            item.remove();
            return;
          }
          item.dataset['seq'] = String(seq);
          shown.set(seq, item);
        },
        failed: (words, again) => {
          const retry =
            again === null
              ? null
              : h(
                  'button',
                  {
                    type: 'button',
                    class: 'plain',
                    onclick: () => {
                      item.remove();
                      again();
                    },
                  },
                  texts.again,
                );
          state.replaceChildren(words, ...(retry === null ? [] : [retry]));
          scroll();
        },
      };
    },
    typing: (on) => {
      typingRow.hidden = !on;
      if (on) scroll();
    },
    clear: () => {
      shown.clear();
      list.replaceChildren();
      hint.hidden = false;
    },
  };
}
