import { nextTick } from 'vue';

/** Frames within which a calendar has drawn what changed. */
const most = 12;
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Puts the focus on an article of the calendar, once it stands where it stands now; else on the page. */
export async function focusEntry(key: string): Promise<void> {
  await nextTick();
  await frame();
  for (let n = 0; n < most; n += 1) {
    await frame();
    const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    found?.focus();
    if (found !== null && document.activeElement === found) return;
  }
  document.getElementById('main')?.focus();
}

/** Which article of the calendar has the focus; null: none. */
export function selectedEntry(): string | null {
  const found = document.activeElement?.closest<HTMLElement>('[data-key]');
  return found?.dataset['key'] ?? null;
}
