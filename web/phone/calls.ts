import { api } from './api.js';
import { h } from './dom.js';
import type { Texts } from './texts.js';

const every = 2000;
const most = 200;

/** What the line called of the platform's API, newest first: a heading and a list that keeps itself up to date. */
export function createCalls(texts: Texts, clockTime: Intl.DateTimeFormat): readonly Node[] {
  const empty = h('p', { class: 'hint' }, texts.callsEmpty);
  const list = h('ol', { class: 'pushes calls', tabindex: '0', role: 'list', 'aria-label': texts.calls });
  let last = 0;
  const refresh = async (): Promise<void> => {
    const calls = await api.calls(last).catch(() => []);
    for (const call of calls) {
      if (call.seq <= last) continue;
      last = call.seq;
      empty.hidden = true;
      list.prepend(
        h(
          'li',
          call.errcode === 0 ? {} : { class: 'bad' },
          h('time', { datetime: call.at }, clockTime.format(Date.parse(call.at))),
          h('span', { class: 'what' }, `${call.method} ${call.path}`),
          h('span', { class: 'ms' }, `${call.ms} ms`),
          h('span', { class: 'outcome' }, texts.errcode(call.errcode)),
        ),
      );
    }
    while (list.children.length > most) list.lastElementChild?.remove();
  };
  void refresh();
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, every);
  return [h('h3', {}, texts.calls), empty, list];
}
