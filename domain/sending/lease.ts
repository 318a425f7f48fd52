/**
 * Whoever works on a send holds it: under a number that counts its holders (the fence), and with a beat that changes
 * while they live. A holder is taken for dead when the beat stood still for a whole lease, watched by who wants to take
 * over: no two clocks are compared, so none that is wrong or moved takes a send from somebody who lives.
 */
import type { Clock } from '../ports.js';
import type { SendChange, SendStore } from './ports.js';
import type { Send, SendState } from './send.js';

export interface LeasePorts {
  readonly sends: Pick<SendStore, 'byId' | 'change'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly wait: (ms: number) => Promise<void>;
  readonly leaseMs: number;
  /** whether the process is about to end */
  readonly stopping: () => boolean;
}

/** Looks in a lease whether the process is about to end. */
const looks = 30;

/** Somebody else holds the send now: nothing more of it is written or begun. */
export class LeaseLostError extends Error {
  constructor() {
    super('the send is held by another worker');
    this.name = 'LeaseLostError';
  }
}

export interface Lease {
  readonly fence: number;
  /** the send as it was last written or read here */
  readonly send: () => Send;
  /** Writes a change and shows that the holder lives. @throws LeaseLostError, DomainError storage.unavailable */
  write(change: SendChange): Promise<Send>;
  /** The same if the send is in one of the states; null: it is in another one. */
  move(states: readonly SendState[], change: SendChange): Promise<Send | null>;
  /** The same and lets go; null: it is in another state, and still held. */
  end(states: readonly SendState[], change: SendChange): Promise<Send | null>;
  /** Lets go of it as it is. @throws as `write` */
  release(change: SendChange): Promise<void>;
  /** Beats until it ends, is lost, or `stop` is called. */
  beat(): void;
  stop(): void;
}

/** Takes a send that nobody holds, or whose holder stands still; null: somebody works on it. */
export async function takeLease(ports: LeasePorts, found: Send): Promise<Lease | null> {
  const { sends, clock, wait, leaseMs, stopping } = ports;
  const { id } = found;
  if (found.leaseUntil > 0) {
    for (let look = 0; look < looks && !stopping(); look += 1) await wait(leaseMs / looks);
    if (stopping()) return null;
    const now = await sends.byId(id);
    if (now === null || now.fence !== found.fence || now.beat !== found.beat) return null;
  }
  const fence = found.fence + 1;
  const until = (): number => clock.now() + leaseMs;
  const when = { fence: found.fence, beat: found.beat };
  const taken = await sends.change(id, when, { fence, beat: found.beat + 1, leaseUntil: until() });
  return taken && createLease(ports, taken, until);
}

function createLease(ports: LeasePorts, taken: Send, until: () => number): Lease {
  const { sends, wait, leaseMs } = ports;
  const { id, fence } = taken;
  let send = taken;
  let { beat } = taken;
  let over = false;

  const held = (changed: Send | null): Send => {
    if (changed === null) {
      over = true;
      throw new LeaseLostError();
    }
    send = changed;
    return changed;
  };
  const write = async (change: SendChange): Promise<Send> => {
    beat += 1;
    return held(await sends.change(id, { fence }, { leaseUntil: until(), ...change, beat }));
  };
  const move: Lease['move'] = async (states, change) => {
    beat += 1;
    const moved = await sends.change(id, { fence, states }, { leaseUntil: until(), ...change, beat });
    return moved && held(moved);
  };
  const beating = async (): Promise<void> => {
    for (;;) {
      await wait(leaseMs / 4);
      if (over) return;
      // a database that is away is tried again; a send that is lost is found out by whoever writes
      await write({}).catch(() => undefined);
    }
  };

  return {
    fence,
    send: () => send,
    write,
    move,
    async end(states, change) {
      const ended = await move(states, { ...change, leaseUntil: 0 });
      if (ended !== null) over = true;
      return ended;
    },
    async release(change) {
      await write({ ...change, leaseUntil: 0 });
      over = true;
    },
    beat: () => void beating(),
    stop() {
      over = true;
    },
  };
}
