import { createAttachments } from './attach.js';
import { h, icon, uniqueId } from './dom.js';
import type { MenuButton, Outgoing } from './shapes.js';
import type { Texts } from './texts.js';

/** The bar at the bottom: the account's menu, or the keyboard with its attachments. */
export interface Composer {
  readonly element: HTMLElement;
  menu(buttons: readonly MenuButton[]): void;
}

export type Send = (message: Outgoing) => void;

export function createComposer(texts: Texts, send: Send): Composer {
  const attachments = createAttachments(texts, send);
  const keyboard = createKeyboard(texts, send, attachments);
  const menuBar = h('ul', { class: 'menu-bar', 'aria-label': texts.menu });
  const toggle = h('button', {
    type: 'button',
    class: 'icon-button',
    onclick: () => {
      show(keyboard.hidden === true);
    },
  });
  const bar = h('div', { class: 'bar' }, toggle, menuBar, keyboard);
  const element = h('div', { class: 'composer' }, bar, attachments);

  function show(typing: boolean): void {
    keyboard.hidden = !typing;
    menuBar.hidden = typing;
    attachments.hidden = true;
    toggle.replaceChildren(icon(typing ? 'menu' : 'keyboard'));
    toggle.setAttribute('aria-label', typing ? texts.toMenu : texts.toKeyboard);
    if (typing) keyboard.querySelector('textarea')?.focus();
  }
  show(false);

  return {
    element,
    menu: (buttons) => {
      menuBar.replaceChildren(
        ...(buttons.length === 0
          ? [h('li', { class: 'hint' }, texts.noMenu)]
          : buttons.map((b) => entry(b, send))),
      );
    },
  };
}

function createKeyboard(texts: Texts, send: Send, attachments: HTMLElement): HTMLFormElement {
  const id = uniqueId();
  const input = h('textarea', {
    id,
    rows: '1',
    maxlength: '2000',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (input.value.trim() === '') return;
    send({ type: 'text', content: input.value });
    input.value = '';
    input.focus();
  };
  input.addEventListener('keydown', (event) => {
    // While a Chinese word is being composed, Enter chooses a candidate.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  });
  const more = h('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': texts.more,
    'aria-expanded': 'false',
    onclick: () => {
      attachments.hidden = !attachments.hidden;
      more.setAttribute('aria-expanded', String(!attachments.hidden));
      more.setAttribute('aria-label', attachments.hidden ? texts.more : texts.lessMore);
    },
  });
  more.append(icon('plus'));
  return h(
    'form',
    { class: 'keyboard', hidden: true, onsubmit: submit },
    h('label', { class: 'hidden', for: id }, texts.message),
    input,
    more,
    h('button', { type: 'submit', class: 'primary' }, texts.send),
  );
}

function entry(button: MenuButton, send: Send): HTMLLIElement {
  const under = button.sub_button ?? [];
  if (under.length === 0) return h('li', {}, action(button, send));
  const list = h(
    'ul',
    { class: 'sub-menu', hidden: true },
    ...under.map((sub) => h('li', {}, action(sub, send))),
  );
  const opener = h('button', {
    type: 'button',
    'aria-expanded': 'false',
    onclick: () => {
      list.hidden = !list.hidden;
      opener.setAttribute('aria-expanded', String(!list.hidden));
    },
  });
  opener.append(icon('chevron'), button.name);
  const item = h('li', {}, list, opener);
  item.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && item.contains(event.relatedTarget)) return;
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  });
  return item;
}

function action(button: MenuButton, send: Send): HTMLElement {
  const { url } = button;
  if (url === undefined) {
    const click = { type: 'event', event: 'CLICK', eventKey: button.key ?? '' };
    return h(
      'button',
      {
        type: 'button',
        onclick: () => {
          send(click);
        },
      },
      button.name,
    );
  }
  const view = { type: 'event', event: 'VIEW', eventKey: url };
  return h(
    'a',
    {
      href: url,
      target: '_blank',
      rel: 'noreferrer',
      onclick: () => {
        send(view);
      },
    },
    button.name,
  );
}
