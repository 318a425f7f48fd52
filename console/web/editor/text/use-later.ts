import { onScopeDispose } from 'vue';

/** Calls once when nothing was asked for so many milliseconds (0: before the next painting). */
export function useLater(act: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const run = (): void => {
    frame = undefined;
    act();
  };
  onScopeDispose(() => {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  });
  return () => {
    if (ms === 0) frame ??= requestAnimationFrame(run);
    else {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    }
  };
}
