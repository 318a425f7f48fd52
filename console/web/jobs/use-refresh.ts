import { onBeforeUnmount, onMounted, readonly, ref, type Ref } from 'vue';
import { useServices } from '../services/services.js';
import { createRefreshPace } from './refresh-pace.js';

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focusin'] as const;

/**
 * Calls `ask` now and then while the page is looked at, somebody is there, and there is a session and a connection.
 * Answers whether it rests because nobody seems to be there.
 */
export function useRefresh(
  ask: () => Promise<unknown>,
  hurried: () => boolean = () => false,
): Readonly<Ref<boolean>> {
  const { connection, session } = useServices();
  const pace = createRefreshPace(() => performance.now());
  const resting = ref(false);
  let asking = false;

  const tick = (): void => {
    resting.value = pace.resting();
    const can = session.state.value.kind === 'in' && !connection.offline.value && !asking;
    if (!pace.due(can && document.visibilityState === 'visible', hurried())) return;
    asking = true;
    void ask().finally(() => {
      asking = false;
    });
  };
  const touched = (): void => {
    pace.touched();
  };

  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(tick, 500);
    for (const event of touches) addEventListener(event, touched, { passive: true });
    document.addEventListener('visibilitychange', touched);
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    for (const event of touches) removeEventListener(event, touched);
    document.removeEventListener('visibilitychange', touched);
  });
  return readonly(resting);
}
