/** The texts that pages which are written in have in common. They come with the first of these pages. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as en from '../texts/en/desk.js';
import * as zh from '../texts/zh/desk.js';

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly desk: typeof en;
  }
}

export function useDeskWords(): { readonly t: TFunction<'desk'> } {
  const { t, i18next } = useTranslation('desk');
  if (!i18next.hasResourceBundle('en', 'desk')) addTexts(i18next, 'desk', { en, zh });
  return { t };
}
