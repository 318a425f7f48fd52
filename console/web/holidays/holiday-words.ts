/** The texts of holidays. They come with their page. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as en from '../texts/en/holidays.js';
import * as zh from '../texts/zh/holidays.js';

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly holidays: typeof en;
  }
}

export function useHolidayWords(): { readonly t: TFunction<'holidays'> } {
  const { t, i18next } = useTranslation('holidays');
  if (!i18next.hasResourceBundle('en', 'holidays')) addTexts(i18next, 'holidays', { en, zh });
  return { t };
}

type ProblemKey = keyof typeof en.problems;
const isKey = (what: string): what is ProblemKey => Object.hasOwn(en.problems, what);

/** What is wrong with a row. */
export const rowProblemWords = (t: TFunction<'holidays'>, what: string, year: number): string =>
  t(`problems.${isKey(what) ? what : 'other'}`, { year });
