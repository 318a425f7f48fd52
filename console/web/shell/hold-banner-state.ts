/** Whether the line is held, known once for the banner and for every page that shows what rests meanwhile. */
import { shallowReadonly, shallowRef, type ShallowRef } from 'vue';
import type { HoldApi } from '../api/hold-api.js';
import type { Hold } from '../api/jobs-types.js';

export interface LineHold {
  /** null: not held, or not known yet */
  readonly hold: Readonly<ShallowRef<Hold | null>>;
  /** Asks; without an answer what was known stands. Of two questions at once the later one counts. */
  look(): Promise<void>;
  /** Lets what is planned go out again. @throws what the API throws */
  release(): Promise<void>;
}

export function createLineHold(api: HoldApi): LineHold {
  const hold = shallowRef<Hold | null>(null);
  let latest = 0;

  /** The same hold stays the same object: what shows it is not drawn, and not read out, once more. */
  function heard(next: Hold | null): void {
    const { value: now } = hold;
    if (next?.since !== now?.since || next?.why !== now?.why) hold.value = next;
  }

  return {
    hold: shallowReadonly(hold),
    look: async () => {
      latest += 1;
      const mine = latest;
      try {
        const { hold: next } = await api.hold();
        if (mine === latest) heard(next);
      } catch {
        // nobody is signed in, or the server is not there: others say so
      }
    },
    release: async () => {
      await api.release();
      latest += 1; // an answer that is still on its way is older than this
      heard(null);
    },
  };
}
