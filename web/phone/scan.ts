import { api, ApiError } from './api.js';
import { h, uniqueId } from './dom.js';
import type { Code } from './shapes.js';
import type { Texts } from './texts.js';

/** Stands in for the camera: what a code says is pasted, or one of the account's latest codes is taken. */
export async function askScan(
  texts: Texts,
  openid: string,
  within: HTMLElement,
  scanned: () => Promise<void>,
): Promise<void> {
  const codes = await api.codes().catch((): readonly Code[] => []);
  const [title, field, wrong] = [uniqueId(), uniqueId(), uniqueId()];
  const problem = h('p', { id: wrong, class: 'problem', role: 'alert' });
  const input = h('input', { id: field, type: 'text', autocomplete: 'off', 'aria-describedby': wrong });

  async function scan(url: string): Promise<void> {
    problem.textContent = '';
    try {
      await api.scan(openid, url);
    } catch (error) {
      const unknown = error instanceof ApiError && error.status < 500;
      problem.textContent = unknown ? texts.scanUnknown : texts.unsent;
      input.focus();
      return;
    }
    dialog.close();
    await scanned();
  }
  const submit = (event: Event): void => {
    event.preventDefault();
    void scan(input.value.trim());
  };
  const take = (code: Code): HTMLElement =>
    h(
      'button',
      { type: 'button', class: 'plain', onclick: () => void scan(code.url) },
      texts.scanOf(code.scene),
    );
  const close = (): void => {
    dialog.close();
  };
  const latest =
    codes.length === 0
      ? []
      : [
          h('p', { class: 'small' }, texts.scanLatest),
          h('ul', {}, ...codes.map((code) => h('li', {}, take(code)))),
        ];
  const dialog = h(
    'dialog',
    { class: 'consents', 'aria-labelledby': title },
    h('h3', { id: title }, texts.scan),
    h(
      'form',
      { class: 'scan', novalidate: true, onsubmit: submit },
      h('p', { class: 'small' }, texts.scanText),
      h('div', { class: 'field' }, h('label', { for: field }, texts.scanField), input),
      problem,
      h('button', { type: 'submit', class: 'primary' }, texts.scanAct),
    ),
    ...latest,
    h('button', { type: 'button', class: 'plain', onclick: close }, texts.close),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  within.append(dialog);
  dialog.showModal();
}
