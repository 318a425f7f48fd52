import { styleOf, type HtmlElement } from './html-tree.js';

/** What is gathered while a text is cleaned. */
export interface Gathering {
  /** `data:` addresses */
  readonly pictures: string[];
  foreign: number;
}

const unseen: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg math head title meta link button input select textarea audio video canvas xml'.split(
    ' ',
  ),
);

/** What nobody reads where it is copied from. */
export const isUnseen = (element: HtmlElement): boolean =>
  unseen.has(element.tag) ||
  element.attributes.has('hidden') ||
  element.attributes.get('aria-hidden') === 'true' ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'mso-hide') === 'all' ||
  /^(mso-?comment-?reference|msocomanchor)$/i.test(element.attributes.get('class') ?? '') ||
  /^(comment|para-border)/.test(styleOf(element, 'mso-element'));
