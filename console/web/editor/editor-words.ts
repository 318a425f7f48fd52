/** The texts of the editor. They come with its page. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as enFields from '../texts/en/editor-fields.js';
import * as enReasons from '../texts/en/editor-reasons.js';
import * as enText from '../texts/en/editor-text.js';
import * as enWork from '../texts/en/editor-work.js';
import * as zhFields from '../texts/zh/editor-fields.js';
import * as zhReasons from '../texts/zh/editor-reasons.js';
import * as zhText from '../texts/zh/editor-text.js';
import * as zhWork from '../texts/zh/editor-work.js';

const en = { ...enFields, ...enText, ...enWork, ...enReasons };
const zh = { ...zhFields, ...zhText, ...zhWork, ...zhReasons };

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly editor: typeof en;
  }
}

/** `t` for the texts of the editor. */
export function useEditorWords(): { readonly t: TFunction<'editor'> } {
  const { t, i18next } = useTranslation('editor');
  if (!i18next.hasResourceBundle('en', 'editor')) addTexts(i18next, 'editor', { en, zh });
  return { t };
}
