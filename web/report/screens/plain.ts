/** Screens that only say something, and screens that ask before something is lost. */
import { h } from '../../phone/dom.js';
import { button, heading, paragraph, paragraphs, type Screen } from '../parts.js';

export interface Way {
  readonly label: string;
  readonly act: () => void;
  readonly look?: 'main' | 'second' | 'danger';
}

/** @param says the text, one paragraph a line */
export function plainScreen(
  title: string,
  says: string,
  ways: readonly Way[],
  more: readonly Node[] = [],
): Screen {
  return {
    title,
    body: [heading(title), ...paragraphs(says), ...more, buttons(ways)],
  };
}

/** Asks by naming what is lost; what cannot be undone stands last and is no default. */
export function askScreen(title: string, lost: readonly string[], keep: Way, lose: Way): Screen {
  const [only, ...others] = lost;
  return {
    title,
    body: [
      heading(title),
      ...(others.length === 0
        ? [paragraph(only ?? '')]
        : [h('ul', { class: 'lost' }, ...lost.map((line) => h('li', {}, line)))]),
      buttons([keep, { ...lose, look: 'danger' }]),
    ],
  };
}

export const buttons = (ways: readonly Way[]): HTMLElement =>
  h('div', { class: 'buttons' }, ...ways.map(({ label, act, look }) => button(label, act, look ?? 'second')));

/** Something is under way and takes a moment. */
export function busyScreen(title: string, help: string): Screen {
  return {
    title,
    body: [heading(title), paragraph(help), h('progress', { class: 'whole', 'aria-label': title })],
  };
}
