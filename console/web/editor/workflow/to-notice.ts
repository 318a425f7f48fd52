import { nextTick } from 'vue';

/** Goes to what is said of the article's state: a step that was taken has removed the button it was taken with. */
export async function toNotice(): Promise<void> {
  await nextTick();
  const notice = document.getElementById('state-notice');
  notice?.scrollIntoView({ block: 'start' });
  notice?.focus({ preventScroll: true });
}
