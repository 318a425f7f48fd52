import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { errorWords } from '../i18n/error-words.js';

/** `t` for texts and `say` for whatever was thrown; both change with the language. */
export function useWords(): { readonly t: TFunction; readonly say: (error: unknown) => string } {
  const { t } = useTranslation('translation');
  return { t, say: (error) => errorWords(t, error) };
}
