import { shallowReadonly, shallowRef, type ShallowRef } from 'vue';
import type { Letter } from '../api/jobs-types.js';
import type { Page } from '../api/common-types.js';
import { useServices } from '../services/services.js';

export interface DeadCount {
  readonly count: number;
  /** there may be more than these */
  readonly more: boolean;
}

/** What was given up, as far as a page of the outbox tells: it begins with them. */
export function deadIn({ items, nextCursor }: Page<Letter>): DeadCount {
  const count = items.filter(({ state }) => state === 'dead').length;
  return { count, more: nextCursor !== null && count === items.length };
}

/** How many letters were given up, once; none while that is not known. */
export function useDeadLetters(): Readonly<ShallowRef<DeadCount>> {
  const { outbox } = useServices();
  const dead = shallowRef<DeadCount>({ count: 0, more: false });
  void outbox.list().then(
    (page) => {
      dead.value = deadIn(page);
    },
    () => undefined, // the page of letters says what went wrong
  );
  return shallowReadonly(dead);
}
