import { h } from './dom.js';
import type { Texts } from './texts.js';

/** What one sees before following: who this is, and one button. */
export function followCard(texts: Texts, note: string, follow: () => Promise<void>): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert' }, note);
  const button = h('button', { type: 'button', class: 'primary wide' }, texts.follow);
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = texts.following;
    problem.textContent = '';
    follow().catch(() => {
      button.disabled = false;
      button.textContent = texts.follow;
      problem.textContent = texts.followFailed;
    });
  });
  return h(
    'div',
    { class: 'follow' },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }),
    h('h2', {}, texts.followTitle),
    h('p', {}, texts.followText),
    button,
    problem,
  );
}
