/** A question of the graph has one text; a page has a heading and a line of help. */

export interface Asked {
  readonly heading: string;
  /** empty: there is none */
  readonly help: string;
}

/** Longer than this a heading is none. */
const mostHeading = 160;

/** The text up to its first question mark is the heading; a text that asks nothing stands under its label. */
export function splitAsk(ask: string, label: string): Asked {
  const text = ask.trim();
  const mark = /[?？]/.exec(text);
  const end = mark === null ? -1 : mark.index + 1;
  if (end < 1 || end > mostHeading) return { heading: label, help: text };
  return { heading: text.slice(0, end), help: text.slice(end).trim() };
}
