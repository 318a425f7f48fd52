import { onBeforeUnmount, onMounted, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useServices } from '../services/services.js';

/** Somebody else may say go, so a held line is asked more often. */
const everyMs = { held: 15_000, free: 60_000 } as const;
/** Going from page to page does not ask at each step. */
const betweenMs = 5_000;

/** Looks whether the line is held: at once, with each page, when the window is looked at again, and now and then. */
export function useHoldWatch(): void {
  const { clock, connection, lineHold, session } = useServices();
  const route = useRoute();
  let lookedAt = -Infinity;

  function look(after: number): void {
    const looking = document.visibilityState === 'visible' && session.state.value.kind === 'in';
    if (!looking || clock.now() - lookedAt < after) return;
    lookedAt = clock.now();
    void lineHold.look();
  }
  const tick = (): void => {
    look(lineHold.hold.value === null ? everyMs.free : everyMs.held);
  };
  const seen = (): void => {
    look(betweenMs);
  };

  watch(
    () => session.state.value.kind,
    () => {
      look(0);
    },
    { immediate: true },
  );
  watch(() => route.path, seen);
  watch(connection.offline, (offline) => {
    if (!offline) look(0);
  });

  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', seen);
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  });
}
