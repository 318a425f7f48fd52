/** The page around the screens: shows one at a time, says what changes, and can be emptied at once. */
import { h } from '../phone/dom.js';
import type { Screen } from './parts.js';

export interface Shell {
  readonly show: (screen: Screen) => void;
  /** Read out to who cannot see it, without taking the focus. */
  readonly say: (words: string) => void;
  /** Nothing of what was entered is left in the page. */
  readonly empty: () => void;
}

/** @param name the line's, behind each title */
export function createShell(main: HTMLElement, name: string): Shell {
  const status = h('div', { class: 'unseen', role: 'status' });
  document.body.append(status);
  return {
    show({ title, body, first = false }) {
      status.textContent = '';
      main.replaceChildren(...body);
      document.body.classList.toggle('inside', !first);
      document.title = title === name ? name : `${title} – ${name}`;
      window.scrollTo(0, 0);
      main.querySelector('h1')?.focus({ preventScroll: true });
    },
    say(words) {
      status.textContent = words;
    },
    empty() {
      for (const field of main.querySelectorAll('input, textarea')) {
        if (field instanceof HTMLTextAreaElement) field.value = '';
        if (field instanceof HTMLInputElement && field.type !== 'file') field.value = '';
      }
      main.replaceChildren();
      status.textContent = '';
    },
  };
}
