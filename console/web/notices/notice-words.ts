/** The texts of day notices. They come with the first page that needs them. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as enDefinitions from '../texts/en/notices-definitions.js';
import * as enOne from '../texts/en/notices-one.js';
import * as enSends from '../texts/en/notices-sends.js';
import * as enWork from '../texts/en/notices-work.js';
import * as enNotices from '../texts/en/notices.js';
import * as zhDefinitions from '../texts/zh/notices-definitions.js';
import * as zhOne from '../texts/zh/notices-one.js';
import * as zhSends from '../texts/zh/notices-sends.js';
import * as zhWork from '../texts/zh/notices-work.js';
import * as zhNotices from '../texts/zh/notices.js';

export const en = { ...enNotices, ...enOne, ...enWork, ...enSends, ...enDefinitions };
export const zh = { ...zhNotices, ...zhOne, ...zhWork, ...zhSends, ...zhDefinitions };

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly notices: typeof en;
  }
}

/** `t` for the texts of day notices. */
export function useNoticeWords(): { readonly t: TFunction<'notices'> } {
  const { t, i18next } = useTranslation('notices');
  if (!i18next.hasResourceBundle('en', 'notices')) addTexts(i18next, 'notices', { en, zh });
  return { t };
}
