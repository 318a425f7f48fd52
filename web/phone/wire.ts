import { h } from './dom.js';
import { createCalls } from './calls.js';
import type { Attempt, Delivery } from './shapes.js';
import type { Lang, Texts } from './texts.js';

/** What went over the wire, newest first. Nothing of what was said is shown, only its kind and length. */
export interface Wire {
  readonly element: HTMLElement;
  add(phone: number, delivery: Delivery): void;
}

const most = 200;

export function createWire(texts: Texts, lang: Lang, phones: number): Wire {
  const empty = h('p', { class: 'hint' }, texts.wireEmpty);
  const list = h('ol', { class: 'pushes', tabindex: '0', role: 'list', 'aria-label': texts.wire });
  const clockTime = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeStyle: 'medium' });
  const seen = new Set<number>();
  return {
    element: h(
      'section',
      { class: 'wire', 'aria-labelledby': 'wire' },
      h('h2', { id: 'wire' }, texts.wire),
      h('p', { class: 'small' }, texts.wireText),
      empty,
      list,
      ...createCalls(texts, clockTime),
    ),
    add: (phone, delivery) => {
      if (seen.has(delivery.seq)) return;
      seen.add(delivery.seq);
      empty.hidden = true;
      const slow = delivery.attempts.some(({ outcome }) => !good.has(outcome));
      list.prepend(
        h(
          'li',
          slow ? { class: 'bad' } : {},
          h('time', { datetime: delivery.at }, clockTime.format(Date.parse(delivery.at))),
          h('span', { class: 'what' }, phones > 1 ? `${texts.phone(phone)} · ` : '', kind(delivery, texts)),
          h('span', { class: 'ms' }, `${texts.attempts(delivery.attempts.length)} · ${delivery.ms} ms`),
          h(
            'span',
            { class: 'outcome' },
            delivery.attempts.map((attempt) => outcome(attempt, texts)).join(' → '),
          ),
        ),
      );
      while (list.children.length > most) list.lastElementChild?.remove();
    },
  };
}

const good = new Set(['message', 'nothing', 'handed-over']);

function kind({ act }: Delivery, texts: Texts): string {
  if (act.type === 'event') {
    const name = texts.kinds[act.event ?? ''] ?? act.event ?? '';
    return act.event === 'CLICK' ? `${name} ${act.fields?.EventKey ?? ''}` : name;
  }
  const name = texts.kinds[act.menuId === undefined ? act.type : 'tap'] ?? act.type;
  return act.type === 'text' ? `${name} ${texts.characters(act.content?.length ?? 0)}` : name;
}

function outcome({ outcome, status, why }: Attempt, texts: Texts): string {
  const words = texts.outcomes[outcome] ?? outcome;
  if (outcome === 'status') return `${words} ${status}`;
  return why === undefined ? words : `${words} (${why})`;
}
