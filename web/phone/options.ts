import { h, icon } from './dom.js';

/** The three dots: a short list of rarer actions. Escape, an action and going elsewhere close it. */
export function createOptions(
  label: string,
  actions: readonly (readonly [name: string, act: () => void])[],
): HTMLElement {
  const summary = h('summary', { 'aria-label': label }, icon('more'));
  const list = h(
    'div',
    { class: 'options-list' },
    ...actions.map(([name, act]) =>
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            element.open = false;
            act();
          },
        },
        name,
      ),
    ),
  );
  const element = h('details', { class: 'options' }, summary, list);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element.open = false;
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
  });
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) element.open = false;
  });
  return element;
}
