import { computed, type ComputedRef } from 'vue';
import type { SendWay } from '../api/notice-types.js';
import { useLoad } from '../composables/use-load.js';
import { useServices } from '../services/services.js';

/** How many each way would reach now; null: not known. What cannot be had is not known. */
export function useReach(): ComputedRef<Readonly<Record<SendWay, number | null>>> {
  const { notices } = useServices();
  const { state } = useLoad(() => notices.reach());
  return computed(() => {
    if (state.value.kind !== 'ready') return { mass: null, account: null, mini: null };
    const { followers, account, mini } = state.value.data;
    return { mass: followers, account, mini };
  });
}
