import { computed, onScopeDispose, readonly, ref, type Ref } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';
import { useLeaveWarning } from '../../composables/use-leave-warning.js';
import type { Desk } from '../desk.js';

/** Saves when somebody leaves, and asks where that does not work. */
export function useLeaving(desk: Pick<Desk, 'flush' | 'saving'>): {
  readonly asks: Readonly<Ref<boolean>>;
  readonly answer: (leave: boolean) => void;
} {
  const asks = ref(false);
  let settle: (leave: boolean) => void = () => undefined;
  const may = async (): Promise<boolean> => {
    // a saving that waits for somebody to sign in again must not hold the question back
    const saved = await Promise.race([desk.flush(), after(4000)]);
    if (saved) return true;
    asks.value = true;
    return new Promise((resolve) => {
      settle = resolve;
    });
  };
  onBeforeRouteLeave(may);
  onBeforeRouteUpdate(may);
  useLeaveWarning(computed(() => desk.saving.value.kind !== 'saved'));

  const hidden = (): void => {
    if (document.visibilityState === 'hidden') void desk.flush();
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
