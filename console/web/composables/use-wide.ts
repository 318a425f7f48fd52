import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** Whether there is room for three columns: the same width as in shell/list-and-detail.vue. */
export function useWide(): Readonly<Ref<boolean>> {
  const query = matchMedia('(width >= 1200px)');
  const wide = ref(query.matches);
  const follow = (): void => {
    wide.value = query.matches;
  };
  query.addEventListener('change', follow);
  onScopeDispose(() => {
    query.removeEventListener('change', follow);
  });
  return readonly(wide);
}
