import { onScopeDispose, watchEffect } from 'vue';

/** What is scrolled to is not hidden behind what sticks to the top: the caret, a field that takes the focus. */
export function useScrollRoom(top: () => number): void {
  const scrollers = (): readonly HTMLElement[] => [
    document.documentElement,
    ...[document.getElementById('main')].flatMap((main) => main ?? []),
  ];
  watchEffect(() => {
    for (const { style } of scrollers()) {
      style.scrollPaddingTop = `${top()}px`;
      style.scrollPaddingBottom = '48px';
    }
  });
  onScopeDispose(() => {
    for (const { style } of scrollers()) {
      style.scrollPaddingTop = '';
      style.scrollPaddingBottom = '';
    }
  });
}
