import type { Ref } from 'vue';
import { nextPlace } from './next-place.js';
import { usePageKeys } from './use-page-keys.js';
import { useWords } from './use-words.js';

/** Marks what `j` and `k` move between: links or buttons, so that Enter opens them by itself. */
export const rowAttribute = 'data-row';

/** `j` and `k` move the focus between the rows (`data-row`) of a list. */
export function useListKeys(list: Readonly<Ref<HTMLElement | null>>): void {
  const { t } = useWords();
  const move = (step: 1 | -1): void => {
    const rows = [...(list.value?.querySelectorAll<HTMLElement>(`[${rowAttribute}]`) ?? [])];
    const place = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[nextPlace(place, rows.length, step)];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  usePageKeys([
    {
      key: 'j',
      label: () => t('keys.next'),
      run: () => {
        move(1);
      },
    },
    {
      key: 'k',
      label: () => t('keys.previous'),
      run: () => {
        move(-1);
      },
    },
  ]);
}
