/** Walks through the recipients of a send in the order of their ids, and claims them a few at a time. */
import type { Batch, Counted, Ledger } from './ledger.js';
import type { ConsentsOf, Delivery, Recipient, Recipients } from './ports.js';

/** One message that is this worker's to send. */
export interface Claimed {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly batch: Batch;
}

export interface Claims {
  /** Those next in line, at most so many; null: there are no more. It may be empty: others were faster, or all are through. */
  next(most: number): Promise<readonly Claimed[] | null>;
  /** Counts what is written down after the cursor and claims nobody; what was left on its way is in doubt. */
  count(): Promise<void>;
}

export interface ClaimPorts {
  readonly recipients: Pick<Recipients, 'page' | 'claim' | 'doubt'>;
  readonly ledger: Ledger;
  readonly of: ConsentsOf;
  readonly key: string;
  readonly fence: number;
  /** the line's day */
  readonly today: () => string;
}

/** Read at once; a claim looks again at each. */
const pageSize = 512;

export function createClaims(ports: ClaimPorts): Claims {
  const { recipients, ledger, of, key, fence, today } = ports;
  let page: readonly Recipient[] = [];
  let after = ledger.cursor();
  let batches = 0;
  /** claims of this worker that were never answered: it has not begun with those */
  let answered = true;

  /** Those who come next, at most so many; nobody: the end. */
  async function upcoming(most: number): Promise<readonly Recipient[]> {
    if (page.length === 0) page = await recipients.page(of, key, after, pageSize);
    return page.slice(0, most);
  }

  function pass(all: readonly Recipient[], open: number, counted: readonly Counted[]): Batch {
    const last = all.at(-1)?.id ?? '';
    page = page.slice(all.length);
    after = last;
    return ledger.begin(last, open, counted);
  }

  /** What an earlier worker left on its way: nobody knows whether it went out. */
  async function doubtful(all: readonly Recipient[]): Promise<readonly string[]> {
    const left = all.filter(({ delivery }) => delivery?.state === 'claimed' && delivery.fence !== fence);
    const ids = left.map(({ id }) => id);
    if (ids.length > 0) await recipients.doubt(key, ids, fence);
    return ids;
  }

  async function claimed(all: readonly Recipient[]): Promise<ReadonlySet<string>> {
    const free = all.filter(({ delivery, count }) => delivery === null && count > 0).map(({ id }) => id);
    if (free.length === 0) return new Set();
    if (answered) batches += 1;
    answered = false;
    const mine = await recipients.claim(key, free, { fence, batch: batches, day: today() });
    answered = true;
    return new Set(mine);
  }

  return {
    async next(most) {
      const all = await upcoming(most);
      if (all.length === 0) return null;
      try {
        const left = await doubtful(all);
        const mine = await claimed(all);
        // a claim whose answer was lost shows itself when the page is read again
        const ours = all.filter(({ id, delivery }) => mine.has(id) || isOurs(delivery, fence));
        const counted = all.flatMap(({ id, delivery }) => countedAs(delivery, left.includes(id)));
        const batch = pass(all, ours.length, counted);
        return ours.map(({ id, sealed }) => ({ id, sealed, batch }));
      } catch (error) {
        page = [];
        throw error;
      }
    },
    async count() {
      for (;;) {
        const all = await upcoming(pageSize);
        if (all.every(({ delivery }) => delivery === null)) return;
        const left = await doubtful(all);
        pass(
          all,
          0,
          all.flatMap(({ id, delivery }) => countedAs(delivery, left.includes(id))),
        );
      }
    },
  };
}

const isOurs = (delivery: Delivery | null, fence: number): boolean =>
  delivery !== null && delivery.state === 'claimed' && delivery.fence === fence;

function countedAs(delivery: Delivery | null, left: boolean): readonly Counted[] {
  if (left) return [{ is: 'doubt' }];
  if (delivery === null || delivery.state === 'claimed') return [];
  if (delivery.state === 'skipped') return [{ is: 'skipped', reason: delivery.reason ?? 'unknown' }];
  return [{ is: delivery.state }];
}
