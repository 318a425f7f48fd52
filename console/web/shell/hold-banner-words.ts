/** The texts of a line that is held. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as en from '../texts/en/hold.js';
import * as zh from '../texts/zh/hold.js';

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly hold: typeof en;
  }
}

export function useHoldWords(): { readonly t: TFunction<'hold'> } {
  const { t, i18next } = useTranslation('hold');
  if (!i18next.hasResourceBundle('en', 'hold')) addTexts(i18next, 'hold', { en, zh });
  return { t };
}
