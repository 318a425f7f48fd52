import { onScopeDispose, shallowRef, type ShallowRef, watch } from 'vue';
import { OfflineError } from '../api/api-error.js';
import { useServices } from '../services/services.js';

/** What a page shows is on its way, there, or could not be had. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: T }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Load<T> {
  readonly state: ShallowRef<Loaded<T>>;
  /** Loads, or loads again; of two at once the later one counts. */
  run(): Promise<void>;
  /** Puts something newer in its place, such as the answer to a change. */
  set(data: T): void;
}

/** Loads at once. What failed for want of a connection is tried again when that is back. */
export function useLoad<T>(load: () => Promise<T>): Load<T> {
  const { connection } = useServices();
  const state: ShallowRef<Loaded<T>> = shallowRef({ kind: 'loading' });
  let latest = 0;

  async function run(): Promise<void> {
    latest += 1;
    const mine = latest;
    if (state.value.kind === 'failed') state.value = { kind: 'loading' };
    let next: Loaded<T>;
    try {
      next = { kind: 'ready', data: await load() };
    } catch (error) {
      next = { kind: 'failed', error };
    }
    if (mine === latest) state.value = next;
  }

  watch(connection.offline, (offline) => {
    const failed = state.value.kind === 'failed' && state.value.error instanceof OfflineError;
    if (!offline && failed) void run();
  });
  onScopeDispose(() => {
    latest = -1;
  });
  void run();
  return {
    state,
    run,
    set: (data) => {
      latest += 1;
      state.value = { kind: 'ready', data };
    },
  };
}
