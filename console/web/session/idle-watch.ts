/** Watches the two ends of a session: too long idle, and its last moment whatever is done. */

export interface Deadlines {
  /** milliseconds since 1970, by the clock that `now` is */
  readonly idleEndsAt: number;
  readonly endsAt: number;
}

export interface IdleWatchPorts {
  readonly now: () => number;
  /** Asks without counting as activity; null: could not be asked. A session that is over is the client's to notice. */
  readonly look: () => Promise<Deadlines | null>;
  /** Asks and counts as activity. */
  readonly renew: () => Promise<Deadlines | null>;
  readonly warn: (warning: Warning | null) => void;
}

/** What is about to happen. `last`: it cannot be put off. */
export interface Warning {
  readonly at: number;
  readonly last: boolean;
}

export interface IdleWatch {
  /** The session begins, or its ends have become known anew. */
  set(deadlines: Deadlines | null): void;
  /** An answer renewed the idle time. */
  renewed(): void;
  /** A key or a pointer was used. */
  touched(): void;
  /** Call about once a second. */
  tick(): Promise<void>;
  /** Somebody says that they are still there. */
  stay(): Promise<void>;
}

export const warnMs = 3 * 60_000;
/** Somebody who reads or writes for long without a request is not idle: the server hears of it this often. */
const renewMs = 2 * 60_000;
/** Between two questions to a server that may not answer. */
const betweenMs = 5_000;

export function createIdleWatch(ports: IdleWatchPorts, idleMs: number): IdleWatch {
  let ends: Deadlines | null = null;
  let renewedAt = ports.now();
  let touchedAt = renewedAt;
  let warned: Warning | null = null;
  let asking = false;
  let askedAt = -Infinity;

  const set = (deadlines: Deadlines | null): void => {
    ends = deadlines;
    const warning = deadlines === null ? null : due(deadlines, ports.now());
    if (warning?.at === warned?.at) return;
    warned = warning;
    ports.warn(warning);
  };

  async function ask(how: 'look' | 'renew'): Promise<void> {
    if (asking) return;
    asking = true;
    askedAt = ports.now();
    try {
      const answer = await ports[how]();
      if (how === 'renew' && answer !== null) renewedAt = ports.now();
      // meanwhile it may be over; without an answer what was known stands
      if (ends !== null) set(answer ?? ends);
    } finally {
      asking = false;
    }
  }

  return {
    set: (deadlines) => {
      renewedAt = ports.now();
      set(deadlines);
    },
    renewed: () => {
      renewedAt = ports.now();
      if (ends !== null) set({ ...ends, idleEndsAt: renewedAt + idleMs });
    },
    touched: () => {
      touchedAt = ports.now();
    },
    tick: async () => {
      const now = ports.now();
      if (ends === null || now - askedAt < betweenMs) return;
      const active = touchedAt > renewedAt && now - renewedAt >= renewMs;
      if (warned === null && active && due(ends, now)?.last !== true) await ask('renew');
      // before anybody is disturbed: another window of the same session may have renewed it
      else if (warned === null && due(ends, now) !== null) await ask('look');
      else if (now >= Math.min(ends.idleEndsAt, ends.endsAt)) await ask('look');
    },
    stay: () => ask('renew'),
  };
}

function due({ idleEndsAt, endsAt }: Deadlines, now: number): Warning | null {
  const last = endsAt <= idleEndsAt;
  const at = last ? endsAt : idleEndsAt;
  return at - now > warnMs ? null : { at, last };
}
