import { onScopeDispose, readonly, ref, type Ref, watch } from 'vue';

/** Becomes true when `on` has been true for so many milliseconds; false at once. */
export function useDelayed(on: () => boolean, ms: number): Readonly<Ref<boolean>> {
  const late = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    on,
    (now) => {
      clearTimeout(timer);
      late.value = false;
      if (!now) return;
      timer = setTimeout(() => {
        late.value = true;
      }, ms);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return readonly(late);
}
