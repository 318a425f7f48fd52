/** Argon2id off the main thread, so many at once, the rest in a queue whose length a caller can see. */
import { hashRaw } from '@node-rs/argon2';
import { type Argon2Cost, sizes } from '../backend.js';

export interface Argon2Pool {
  /** Argon2id of 32 bytes, with a 16-byte salt. */
  derive(password: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Uint8Array>;
  /** How many wait for their turn; those at work are not counted. */
  waiting(): number;
}

/** At most `atOnce` derivations in libuv's pool, first come, first served. */
export function createArgon2Pool(atOnce = 4): Argon2Pool {
  const queue: (() => void)[] = [];
  let busy = 0;

  async function turn(): Promise<void> {
    if (busy < atOnce) busy += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }
  /** The next one takes the place over: `busy` stays as it is. */
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  }

  return {
    async derive(password, salt, { kib, passes }) {
      if (salt.length !== sizes.salt) throw new RangeError(`a salt has ${sizes.salt} bytes`);
      await turn();
      try {
        const cost = { algorithm: 2, memoryCost: kib, timeCost: passes, parallelism: 1 };
        return Uint8Array.from(await hashRaw(password, { ...cost, salt, outputLen: sizes.key }));
      } finally {
        leave();
      }
    },
    waiting: () => queue.length,
  };
}
