import i18next, { type i18n } from 'i18next';
import type { Lang } from '../api/common-types.js';
import { en } from '../texts/en.js';
import type { Translated } from '../texts/translated.js';
import { zh } from '../texts/zh.js';
import type { Namespaces } from './namespaces.js';

/** The texts of both languages; which one is shown changes without a reload. */
export async function createTranslations(language: Lang): Promise<i18n> {
  const translations = i18next.createInstance();
  await translations.init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false }, // Vue escapes, and there is no v-html
    returnNull: false,
  });
  return translations;
}

/** Adds a page's own texts; called by the page's module, so that the first page stays small. */
export function addTexts<N extends keyof Namespaces>(
  translations: i18n,
  namespace: N,
  texts: { readonly en: Namespaces[N]; readonly zh: Translated<Namespaces[N]> },
): void {
  translations.addResourceBundle('en', namespace, texts.en, true, true);
  translations.addResourceBundle('zh', namespace, texts.zh, true, true);
}
