import { readonly, ref, shallowRef, type Ref, type ShallowRef } from 'vue';

/** Something that a button does: once at a time, and what went wrong stands there until the next try. */
export interface Action {
  readonly busy: Readonly<Ref<boolean>>;
  readonly error: ShallowRef<unknown>;
  /** True: it worked. While it runs, another call does nothing and is false. */
  run(act: () => Promise<void>): Promise<boolean>;
}

export function useAction(): Action {
  const busy = ref(false);
  const error = shallowRef<unknown>(null);
  return {
    busy: readonly(busy),
    error,
    run: async (act) => {
      if (busy.value) return false;
      busy.value = true;
      error.value = null;
      try {
        await act();
        return true;
      } catch (failure) {
        error.value = failure;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
