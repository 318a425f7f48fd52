/**
 * The question graph: what a report asks, as data.
 *
 * Questions stand in one order; `when` leaves some out; there are no jumps, so every path ends at the summary.
 * The chat, the web form, the mini-program and the API walk the same graph.
 */

/** A condition over choices made earlier; `in` holds choice codes. */
export type Cond = { q: string; in: readonly string[] } | { not: Cond } | { all: readonly Cond[] };

export type Kind = 'choice' | 'story' | 'moment' | 'place' | 'person' | 'contact' | 'files' | 'consent';

/** A question that code has to recognise whatever a profile calls it. */
export type Role = 'category' | 'conflict';

export interface Question {
  /** lower-case letters, digits and hyphens; names the texts `q.<id>.label | ask | why | again | example` */
  readonly id: string;
  readonly kind: Kind;
  readonly optional: boolean;
  /** choice codes in the order shown; texts `c.<id>.<code>` */
  readonly choices?: readonly string[];
  /** choices that end the report kindly with nothing kept; never the first */
  readonly ends?: readonly string[];
  readonly when?: Cond;
  readonly role?: Role;
}

export interface Graph {
  /** pinned in every draft: a release that changes the questions carries the older graphs beside the new one */
  readonly version: string;
  readonly questions: readonly Question[];
}

/** An answer. The words as the person said them are always kept; everything else is a reading of them. */
export interface Value {
  readonly words: string;
  readonly code?: string;
  /** first and last day meant, `YYYY-MM-DD` */
  readonly days?: readonly [from: string, to: string];
  readonly point?: { readonly lat: number; readonly lng: number };
}

export type Answers = Readonly<Record<string, Value>>;
