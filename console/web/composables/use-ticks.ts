import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { useServices } from '../services/services.js';

/** The server's time, anew every second. */
export function useTicks(): Readonly<Ref<number>> {
  const { clock } = useServices();
  const now = ref(clock.now());
  const timer = setInterval(() => {
    now.value = clock.now();
  }, 1000);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return readonly(now);
}
