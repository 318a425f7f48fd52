import { api } from './api.js';
import { h, uniqueId } from './dom.js';
import type { Template } from './shapes.js';
import type { Texts } from './texts.js';

/** Asks, as the platform does, whether the account may send notices; nothing is chosen beforehand. */
export async function askConsents(texts: Texts, openid: string, within: HTMLElement): Promise<void> {
  const templates = await api.templates();
  const id = uniqueId();
  const said = h('p', { class: 'small', role: 'status' });
  const answer = (template: Template, status: 'accept' | 'reject') => () => {
    const words = status === 'accept' ? texts.allowed(template.title) : texts.refused(template.title);
    api.consent(openid, template.id, status).then(
      () => {
        said.textContent = words;
      },
      () => {
        said.textContent = texts.unsent;
      },
    );
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
          h('button', { type: 'button', class: 'plain', onclick: answer(template, 'reject') }, texts.refuse),
          h(
            'button',
            { type: 'button', class: 'primary', onclick: answer(template, 'accept') },
            texts.allowOnce,
          ),
        ),
      ),
    ),
    said,
    h('button', { type: 'button', class: 'plain', onclick: close }, texts.close),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  within.append(dialog);
  dialog.showModal();
}
