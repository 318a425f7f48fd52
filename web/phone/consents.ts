import { api } from './api.js';
import { h, uniqueId } from './dom.js';
import type { Texts } from './texts.js';

/** Asks, as the platform does, whether the account may send notices; nothing is chosen beforehand. */
export async function askConsents(texts: Texts, openid: string, within: HTMLElement): Promise<void> {
  const templates = await api.templates();
  const id = uniqueId();
  const answer = (templateId: string, status: 'accept' | 'reject') => (event: Event) => {
    const pressed = event.currentTarget as HTMLButtonElement;
    pressed.disabled = true;
    void api.consent(openid, templateId, status).finally(() => {
      pressed.disabled = false;
    });
  };
  const close = (): void => {
    dialog.close();
  };
  const dialog = h(
    'dialog',
    { class: 'consents', 'aria-labelledby': id },
    h('h3', { id }, texts.notices),
    h('p', { class: 'small' }, texts.noticesText),
    h(
      'ul',
      {},
      ...templates.map((template) =>
        h(
          'li',
          {},
          h('span', {}, template.title),
          h(
            'button',
            { type: 'button', class: 'plain', onclick: answer(template.id, 'reject') },
            texts.refuse,
          ),
          h(
            'button',
            { type: 'button', class: 'primary', onclick: answer(template.id, 'accept') },
            texts.allowOnce,
          ),
        ),
      ),
    ),
    h('button', { type: 'button', class: 'plain', onclick: close }, texts.close),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  within.append(dialog);
  dialog.showModal();
}
