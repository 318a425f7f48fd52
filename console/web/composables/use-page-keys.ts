import { onMounted, onUnmounted } from 'vue';
import type { KeyBinding } from '../services/keys.js';
import { useServices } from '../services/services.js';

/** Binds keys for as long as the component is on the page. */
export function usePageKeys(bindings: readonly KeyBinding[]): void {
  const { keys } = useServices();
  let release = (): void => undefined;
  onMounted(() => {
    release = keys.bind('here', bindings);
  });
  onUnmounted(() => {
    release();
  });
}
