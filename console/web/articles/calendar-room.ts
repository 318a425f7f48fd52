import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** Whether there is room for a grid of seven days beside the navigation, so that no word of a title is broken. */
export function useCalendarRoom(): Readonly<Ref<boolean>> {
  const query = matchMedia('(width >= 960px)');
  const roomy = ref(query.matches);
  const follow = (): void => {
    roomy.value = query.matches;
  };
  query.addEventListener('change', follow);
  onScopeDispose(() => {
    query.removeEventListener('change', follow);
  });
  return readonly(roomy);
}
