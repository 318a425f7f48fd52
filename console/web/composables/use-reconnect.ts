import { onBeforeUnmount, onMounted, watch } from 'vue';
import type { Connection } from '../services/connection.js';

const everyMs = 5000;

/** While there is no connection, tries again every few seconds, and at once when the browser says that it is back. */
export function useReconnect(connection: Connection, attempt: () => Promise<unknown>): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  // whether it worked is seen by the connection itself
  const once = (): void => {
    attempt().catch(() => undefined);
  };
  watch(connection.offline, (offline) => {
    clearInterval(timer);
    if (offline) timer = setInterval(once, everyMs);
  });
  onMounted(() => {
    addEventListener('online', once);
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    removeEventListener('online', once);
  });
}
