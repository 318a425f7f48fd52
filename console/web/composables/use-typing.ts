import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** So long after the last letter nobody is in the middle of a word any more. */
const restMs = 1000;
const events = ['keydown', 'input', 'compositionend'] as const;

/** Whether somebody is writing just now: with keys, by voice, or with an input method. */
export function useTyping(): Readonly<Ref<boolean>> {
  const typing = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (event: Event): void => {
    typing.value = true;
    clearTimeout(timer);
    // an input method's candidates are chosen in one's own time
    if ('isComposing' in event && event.isComposing === true) return;
    timer = setTimeout(() => {
      typing.value = false;
    }, restMs);
  };
  for (const event of events) addEventListener(event, heard, { capture: true, passive: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, heard, { capture: true });
  });
  return readonly(typing);
}
