import { onScopeDispose, type Ref, watch } from 'vue';

/** While `on`, the browser asks before the window is closed or loaded anew. */
export function useLeaveWarning(on: Readonly<Ref<boolean>>): void {
  const ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
  };
  const stop = (): void => {
    removeEventListener('beforeunload', ask);
  };
  watch(
    on,
    (now) => {
      if (now) addEventListener('beforeunload', ask);
      else stop();
    },
    { immediate: true },
  );
  onScopeDispose(stop);
}
