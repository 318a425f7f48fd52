/** The few parts that every screen is made of. */
import { h, uniqueId } from '../phone/dom.js';

/** What stands in the page's main part, beginning with its heading of the first order. */
export interface Screen {
  readonly title: string;
  readonly body: readonly Node[];
  /** the first screen, on which nothing was entered */
  readonly first?: boolean;
}

type Look = 'main' | 'second' | 'quiet' | 'danger';

export function button(label: string, act: () => void, look: Look = 'second'): HTMLButtonElement {
  return h('button', { type: 'button', class: `button ${look}`, onclick: act }, label);
}

/** The one button that a form is sent with. */
export const submitButton = (label: string, look: Look = 'main'): HTMLButtonElement =>
  h('button', { type: 'submit', class: `button ${look}` }, label);

/** The page's heading; it takes the focus when the page is shown, so that it is read out first. */
export const heading = (...words: readonly (Node | string)[]): HTMLHeadingElement =>
  h('h1', { tabindex: '-1' }, ...words);

export const paragraph = (words: string, look = ''): HTMLParagraphElement =>
  h('p', look === '' ? {} : { class: look }, words);

/** Several lines of one text, each a paragraph. */
export const paragraphs = (text: string, look = ''): readonly HTMLParagraphElement[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line, look));

export function fold(name: string, ...inside: readonly (Node | string)[]): HTMLDetailsElement {
  return h('details', { class: 'fold' }, h('summary', {}, name), h('div', {}, ...inside));
}

export const backButton = (label: string, act: () => void): HTMLButtonElement =>
  h('button', { type: 'button', class: 'back', onclick: act }, label);

/** A form that goes nowhere by itself and leaves nothing for the browser to remember. */
export function quietForm(submitted: () => void, ...inside: readonly (Node | null)[]): HTMLFormElement {
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    submitted();
  };
  return h('form', { novalidate: true, autocomplete: 'off', onsubmit }, ...inside);
}

/** For fields in which somebody tells: nothing is kept, corrected or looked up elsewhere by the browser. */
export const untouched = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
} as const;

export interface Complaint {
  /** id of the field that the line leads to; null: it belongs to none */
  readonly field: string | null;
  readonly words: string;
}

export interface Problems {
  readonly element: HTMLElement;
  show(complaints: readonly Complaint[]): void;
  clear(): void;
}

/** What is missing, as a list of links, at the top; it takes the focus when it appears. */
export function createProblems(title: string): Problems {
  const id = uniqueId();
  const list = h('ul', {});
  const element = h(
    'div',
    { class: 'problems', role: 'group', tabindex: '-1', 'aria-labelledby': id, hidden: true },
    h('h2', { id }, title),
    list,
  );
  return {
    element,
    show(complaints) {
      list.replaceChildren(...complaints.map(line));
      element.hidden = complaints.length === 0;
      element.focus();
    },
    clear() {
      element.hidden = true;
      list.replaceChildren();
    },
  };
}

function line({ field, words }: Complaint): HTMLLIElement {
  if (field === null) return h('li', {}, words);
  const onclick = (event: Event): void => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return h('li', {}, h('a', { href: `#${field}`, onclick }, words));
}

/** Runs one thing at a time: a second press while it works is no second act. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let working = false;
  return () => {
    if (working) return;
    working = true;
    void work().finally(() => {
      working = false;
    });
  };
}

/** Puts words on the clipboard. False: the browser would not. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
