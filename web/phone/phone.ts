import { api, ApiError } from './api.js';
import { createComposer } from './composer.js';
import { askConsents } from './consents.js';
import { h } from './dom.js';
import { followCard } from './follow.js';
import { createLog } from './log.js';
import { createOptions } from './options.js';
import { askScan } from './scan.js';
import type { Act, MenuButton, Outgoing } from './shapes.js';
import type { Lang, Texts } from './texts.js';
import type { Wire } from './wire.js';

const every = 2000;
const typingAfter = 300;

/** One phone: a person, their chat with the account, and the bar to write with. The page keeps nothing but the openid. */
export function createPhone(number: number, texts: Texts, lang: Lang, wire: Wire): HTMLElement {
  const key = `phone.${number}`;
  const log = createLog(
    texts,
    lang,
    (tap) => {
      send({ type: 'text', content: tap.send, bizmsgmenuid: tap.id });
    },
    nameOf,
  );
  const composer = createComposer(texts, send);
  const offline = h('p', { class: 'offline', role: 'status', hidden: true }, texts.offline);
  const chat = h('div', { class: 'chat', hidden: true }, log.element, offline, composer.element);
  const cover = h('div', { class: 'cover' });
  const options = createOptions(texts.options, [
    [
      texts.notices,
      () => {
        if (openid !== null) void askConsents(texts, openid, element);
      },
    ],
    [
      texts.scan,
      () => {
        if (openid !== null) void askScan(texts, openid, element, refresh);
      },
    ],
    [texts.unfollow, leave],
    [
      texts.newPerson,
      () => {
        showCover();
      },
    ],
  ]);
  const title = h('div', { class: 'title', hidden: true }, h('h2', {}, texts.account), options);
  const element = h('section', { class: 'phone', 'aria-label': texts.phone(number) }, title, cover, chat);
  let openid = sessionStorage.getItem(key);
  let menu: readonly MenuButton[] = [];
  let last = 0;
  let lastDone = 0;
  let waiting = 0;

  function nameOf(eventKey: string): string {
    const all = menu.flatMap((button) => [button, ...(button.sub_button ?? [])]);
    return all.find((button) => button.key === eventKey)?.name ?? eventKey;
  }

  function showCover(note = ''): void {
    sessionStorage.removeItem(key);
    openid = null;
    last = lastDone = 0;
    log.clear();
    chat.hidden = title.hidden = true;
    cover.hidden = false;
    cover.replaceChildren(followCard(texts, note, follow));
  }

  function showChat(): void {
    cover.hidden = true;
    chat.hidden = title.hidden = false;
  }

  async function follow(): Promise<void> {
    openid = await api.follow();
    sessionStorage.setItem(key, openid);
    await refresh();
    showChat();
    log.element.focus();
  }

  /** Fetches what is new; a simulator that knows this person no longer begins again. */
  async function refresh(): Promise<void> {
    if (openid === null) return;
    try {
      const [entries, deliveries, buttons] = await Promise.all([
        api.outbox(openid, last),
        api.deliveries(openid, lastDone),
        api.menu(),
      ]);
      if (JSON.stringify(buttons) !== JSON.stringify(menu)) composer.menu((menu = buttons));
      for (const delivery of deliveries) {
        log.delivery(delivery);
        wire.add(number, delivery);
      }
      for (const entry of entries) log.entry(entry);
      last = Math.max(last, ...entries.map(({ seq }) => seq));
      lastDone = Math.max(lastDone, ...deliveries.map(({ done }) => done));
      offline.hidden = true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) showCover(texts.forgotten);
      else offline.hidden = false;
    }
  }

  function send(message: Outgoing): void {
    const to = openid;
    if (to === null) return;
    const pending = log.pending(preview(message));
    waiting += 1;
    const timer = setTimeout(() => {
      log.typing(true);
    }, typingAfter);
    const work = async (): Promise<void> => {
      try {
        const { seq } = await api.send(to, message);
        pending.arrived(seq);
        await refresh();
      } catch {
        pending.failed(texts.unsent, () => {
          send(message);
        });
      } finally {
        clearTimeout(timer);
        waiting -= 1;
        if (waiting === 0) log.typing(false);
      }
    };
    void work();
  }

  function leave(): void {
    const left = openid;
    showCover();
    if (left !== null) void api.unfollow(left).catch(() => undefined);
  }

  if (openid === null) showCover();
  else {
    const skeleton = setTimeout(() => {
      cover.replaceChildren(h('p', { class: 'hint', role: 'status' }, texts.loading));
    }, typingAfter);
    void refresh().then(() => {
      clearTimeout(skeleton);
      if (openid !== null) showChat();
    });
  }
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, every);
  return element;
}

/** What the bubble of a message shows while it is on its way. */
function preview(message: Outgoing): Act {
  const { type, content, latitude, longitude, label, event, eventKey } = message;
  return {
    type,
    ...(typeof content === 'string' ? { content } : {}),
    ...(typeof label === 'string' ? { label } : {}),
    ...(typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : {}),
    ...(typeof event === 'string' ? { event, fields: { EventKey: String(eventKey) } } : {}),
  };
}
