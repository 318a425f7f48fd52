/** Messages under way: as many at once as the pace allows, each with one outcome that is written down. */
import type { Delivered, NoticeChannel } from './channels.js';
import type { Claimed } from './claim-recipients.js';
import type { Counted } from './ledger.js';
import type { OutcomeLog } from './outcome-log.js';
import type { Pace } from './pace.js';
import type { Settled } from './ports.js';

/** Why a send goes no further for now. */
export type Stop =
  /** a person, the end of the process, a held line: it stays as it stands */
  | { readonly why: 'asked' }
  | { readonly why: 'window' }
  | { readonly why: 'limit'; readonly reason: string; readonly until: 'minute' | 'soon' | 'day' }
  | { readonly why: 'refused'; readonly reason: string }
  | { readonly why: 'failed'; readonly error: unknown };

export interface DeliverQueue {
  add(claimed: readonly Claimed[]): void;
  /** Waiting for their turn. */
  readonly size: () => number;
  /** How many have begun so far. */
  readonly begun: () => number;
  /** Begins nothing more; what waits goes back. The first reason stays. */
  stop(stop: Stop): void;
  readonly stopped: () => Stop | null;
  /** Nothing waits, and nothing is under way or unwritten. */
  readonly idle: () => boolean;
}

export interface DeliverPorts {
  readonly channel: Pick<NoticeChannel, 'deliver'>;
  readonly openid: (id: string, sealed: Uint8Array) => string | null;
  readonly pace: Pace;
  readonly log: OutcomeLog;
  /** Hears of every change: there may be room, or nothing left. */
  readonly changed: () => void;
}

/** So many failures in a row that are nobody's own, and the send waits for better times. */
const mostBad = 8;
/** So many in a row refused for one reason that is nobody's own, and all would be. */
const mostAlike = 20;
/** Reasons that are one person's own. */
const personal: ReadonlySet<string> = new Set(['no_consent', 'unreachable']);

export function createDeliverQueue(ports: DeliverPorts): DeliverQueue {
  const { channel, openid, pace, log, changed } = ports;
  let queue: readonly Claimed[] = [];
  let underWay = 0;
  let unwritten = 0;
  let begun = 0;
  let beginning = false;
  let stopped: Stop | null = null;
  let alike = { reason: '', count: 0 };

  function stop(why: Stop): void {
    stopped ??= why;
    const waiting = queue;
    queue = [];
    for (const one of waiting) back(one);
    changed();
  }

  const back = (one: Claimed): void => {
    write(one, { id: one.id, is: 'back' });
  };

  function write(one: Claimed, settled: Settled): void {
    unwritten += 1;
    const written = log.write(settled).then(() => {
      if (settled.is === 'back') one.batch.giveBack();
      else one.batch.settle(countedAs(settled));
    });
    void written
      .catch((error: unknown) => {
        stop({ why: 'failed', error });
      })
      .finally(() => {
        unwritten -= 1;
        changed();
      });
  }

  async function deliver(one: Claimed): Promise<void> {
    try {
      const to = openid(one.id, one.sealed);
      answered(one, to === null ? unreachable : await channel.deliver(to));
    } catch (error) {
      write(one, { id: one.id, is: 'doubt', reason: 'failed' });
      stop({ why: 'failed', error });
    } finally {
      underWay -= 1;
      begin();
      changed();
    }
  }

  function answered(one: Claimed, delivered: Delivered): void {
    const { id } = one;
    switch (delivered.is) {
      case 'sent':
        alike = { reason: '', count: 0 };
        pace.good();
        write(one, { id, is: 'sent' });
        return;
      case 'skipped':
        pace.good();
        write(one, { id, ...delivered });
        if (isNobodys(delivered.reason)) stop({ why: 'refused', reason: delivered.reason });
        return;
      case 'doubt':
        write(one, { id, is: 'doubt', reason: delivered.reason });
        failed(delivered.reason, delivered.busy);
        return;
      case 'not_sent':
        failed(delivered.reason, true);
        if (stopped === null) queue = [one, ...queue];
        else back(one);
        return;
      case 'limit':
        back(one);
        stop({ why: 'limit', reason: delivered.reason, until: delivered.until });
        return;
      case 'refused':
        back(one);
        stop({ why: 'refused', reason: delivered.reason });
    }
  }

  function failed(reason: string, wait: boolean): void {
    if (pace.bad(wait) >= mostBad) stop({ why: 'limit', reason, until: 'soon' });
  }

  /** Whether so many were refused for this reason, one after the other, that it is no one person's. */
  function isNobodys(reason: string): boolean {
    if (personal.has(reason)) return false;
    alike = { reason, count: alike.reason === reason ? alike.count + 1 : 1 };
    return alike.count >= mostAlike;
  }

  /** Begins one after the other, each at its turn: what waits for one can still go back. */
  async function beginAll(): Promise<void> {
    while (stopped === null && queue.length > 0 && underWay < pace.window()) {
      await pace.turn();
      const [one, ...rest] = queue;
      if (one === undefined) break;
      queue = rest;
      underWay += 1;
      begun += 1;
      void deliver(one);
    }
    beginning = false;
    changed();
  }

  function begin(): void {
    if (beginning) return;
    beginning = true;
    void beginAll();
  }

  return {
    add(claimed) {
      if (stopped === null) queue = [...queue, ...claimed];
      else for (const one of claimed) back(one);
      begin();
    },
    size: () => queue.length,
    begun: () => begun,
    stop,
    stopped: () => stopped,
    idle: () => queue.length + underWay + unwritten === 0,
  };
}

const unreachable: Delivered = { is: 'skipped', reason: 'unreachable', consent: 'gone' };

function countedAs(settled: Exclude<Settled, { readonly is: 'back' }>): Counted {
  return settled.is === 'skipped' ? { is: 'skipped', reason: settled.reason } : { is: settled.is };
}
