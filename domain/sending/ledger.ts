/** The sums of a send: everybody once, and only when what became of them is on disk. */
import { emptyTally, type SendProgress, type Tally } from './send.js';

/** What one recipient is counted as. */
export type Counted = { readonly is: 'sent' | 'doubt' } | { readonly is: 'skipped'; readonly reason: string };

export interface Batch {
  /** One is through. */
  settle(counted: Counted): void;
  /** One may go again: from here on the cursor stays. */
  giveBack(): void;
}

export interface Ledger {
  /** Opens a batch that ends with an id; `open` of it are on their way, the others are counted already. */
  begin(last: string, open: number, counted: readonly Counted[]): Batch;
  /** Everybody up to here is through. */
  readonly cursor: () => string | null;
  /** The tally up to the cursor. */
  readonly counted: () => Tally;
  /** The tally of all that are through. */
  readonly tally: () => Tally;
}

/** Two tallies as one. */
export function added(one: Tally, other: Tally): Tally {
  const skipped = { ...one.skipped };
  for (const [reason, count] of Object.entries(other.skipped))
    skipped[reason] = (skipped[reason] ?? 0) + count;
  return { sent: one.sent + other.sent, skipped, doubt: one.doubt + other.doubt };
}

const tallyOf = (counted: Counted): Tally =>
  counted.is === 'skipped'
    ? { ...emptyTally, skipped: { [counted.reason]: 1 } }
    : { ...emptyTally, [counted.is]: 1 };

/**
 * Batches end in the order in which they began: the cursor passes one when all of it is through. A worker that takes over
 * counts from the cursor what it finds written down, so nobody is counted twice, whenever the last one died.
 */
export function createLedger(start: Pick<SendProgress, 'cursor'> & { readonly counted: Tally }): Ledger {
  let { cursor, counted } = start;
  let open: { readonly last: string; waiting: number; back: boolean; tally: Tally }[] = [];

  const pass = (): void => {
    for (const batch of open) {
      if (batch.waiting > 0 || batch.back) return;
      counted = added(counted, batch.tally);
      cursor = batch.last;
      open = open.slice(1);
    }
  };

  return {
    begin(last, waiting, done) {
      const batch = { last, waiting, back: false, tally: done.map(tallyOf).reduce(added, emptyTally) };
      open = [...open, batch];
      pass();
      return {
        settle(one) {
          batch.tally = added(batch.tally, tallyOf(one));
          batch.waiting -= 1;
          pass();
        },
        giveBack() {
          batch.back = true;
          batch.waiting -= 1;
        },
      };
    },
    cursor: () => cursor,
    counted: () => counted,
    tally: () => open.reduce((sum, { tally }) => added(sum, tally), counted),
  };
}
