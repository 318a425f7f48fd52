import type { Ref } from 'vue';
import { usePageKeys } from './use-page-keys.js';
import { useWords } from './use-words.js';

/** `/` goes to the page's search field: `field` holds an input, or what has one inside. */
export function useSearchKey(field: Readonly<Ref<HTMLElement | null>>): void {
  const { t } = useWords();
  usePageKeys([
    {
      key: '/',
      label: () => t('keys.search'),
      run: () => {
        const input =
          field.value?.matches('input') === true ? field.value : field.value?.querySelector('input');
        input?.focus();
      },
    },
  ]);
}
