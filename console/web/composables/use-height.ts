import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue';

/** How high an element is, in pixels; 0 while there is none. */
export function useHeight(element: () => unknown): Readonly<Ref<number>> {
  const height = ref(0);
  const observer = new ResizeObserver(([entry]) => {
    height.value = Math.round(entry?.borderBoxSize[0]?.blockSize ?? 0);
  });
  watch(
    element,
    (now) => {
      observer.disconnect();
      if (now instanceof Element) observer.observe(now);
      else height.value = 0;
    },
    { immediate: true, flush: 'post' },
  );
  onScopeDispose(() => {
    observer.disconnect();
  });
  return readonly(height);
}
