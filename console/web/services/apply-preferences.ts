import type { Lang } from '../api/common-types.js';
import type { Theme } from './preferences.js';

/** Puts language and theme on the document, where styles and screen readers look. */
export function applyPreferences(language: Lang, theme: Theme): void {
  const { documentElement: root } = document;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
