import { onMounted, onUnmounted } from 'vue';

/** Calls when somebody comes back to this window: what it shows may be out of date by then. */
export function useListWhenBack(act: () => void): void {
  const look = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  onMounted(() => {
    document.addEventListener('visibilitychange', look);
  });
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', look);
  });
}
