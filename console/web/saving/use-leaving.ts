import { computed, onScopeDispose, readonly, ref, type Ref } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';
import { useLeaveWarning } from '../composables/use-leave-warning.js';

/** Saves when somebody leaves, and asks where that does not work. */
export function useLeaving(page: {
  /** True: nothing is unsaved now. */
  readonly flush: () => Promise<boolean>;
  readonly saving: Readonly<Ref<{ readonly kind: string }>>;
}): {
  readonly asks: Readonly<Ref<boolean>>;
  readonly answer: (leave: boolean) => void;
} {
  const asks = ref(false);
  let settle: (leave: boolean) => void = () => undefined;
  const may = async (): Promise<boolean> => {
    // a saving that waits for somebody to sign in again must not hold the question back
    const saved = await Promise.race([page.flush(), after(4000)]);
    if (saved) return true;
    asks.value = true;
    return new Promise((resolve) => {
      settle = resolve;
    });
  };
  onBeforeRouteLeave(may);
  onBeforeRouteUpdate(may);
  useLeaveWarning(computed(() => page.saving.value.kind !== 'saved'));

  const hidden = (): void => {
    if (document.visibilityState === 'hidden') void page.flush();
  };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('blur', hidden);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('blur', hidden);
  });
  return {
    asks: readonly(asks),
    answer: (leave) => {
      asks.value = false;
      settle(leave);
    },
  };
}

const after = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, ms);
  });
