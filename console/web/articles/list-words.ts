/** The texts of articles: of the list, the queue and the calendar. They come with the first page that needs them. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as enList from '../texts/en/article-list.js';
import * as enArticles from '../texts/en/articles.js';
import * as enCalendar from '../texts/en/calendar.js';
import * as zhList from '../texts/zh/article-list.js';
import * as zhArticles from '../texts/zh/articles.js';
import * as zhCalendar from '../texts/zh/calendar.js';

const en = { ...enArticles, ...enList, ...enCalendar };
const zh = { ...zhArticles, ...zhList, ...zhCalendar };

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly articles: typeof en;
  }
}

/** `t` for the texts of articles. */
export function useListWords(): { readonly t: TFunction<'articles'> } {
  const { t, i18next } = useTranslation('articles');
  if (!i18next.hasResourceBundle('en', 'articles')) addTexts(i18next, 'articles', { en, zh });
  return { t };
}
