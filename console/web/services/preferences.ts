/** How somebody likes this page, kept in their browser. */
import { readonly, ref, type Ref } from 'vue';
import type { Lang } from '../api/common-types.js';
import type { Kept } from './kept.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly language: Readonly<Ref<Lang>>;
  readonly theme: Readonly<Ref<Theme>>;
  /** whether single letters act as keys (WCAG 2.1.4) */
  readonly letterKeys: Readonly<Ref<boolean>>;
  setLanguage(language: Lang): void;
  setTheme(theme: Theme): void;
  setLetterKeys(on: boolean): void;
}

/** `systemLanguages`: as the browser ranks them. `apply` is called at once and after every change. */
export function createPreferences(ports: {
  readonly kept: Kept;
  readonly systemLanguages: readonly string[];
  readonly apply: (language: Lang, theme: Theme) => void;
}): Preferences {
  const { kept } = ports;
  const language = ref<Lang>(asLang(kept.read('language')) ?? firstOf(ports.systemLanguages));
  const theme = ref<Theme>(themes.find((one) => one === kept.read('theme')) ?? 'system');
  const letterKeys = ref(kept.read('letter-keys') !== 'off');
  const apply = (): void => {
    ports.apply(language.value, theme.value);
  };
  apply();
  return {
    language: readonly(language),
    theme: readonly(theme),
    letterKeys: readonly(letterKeys),
    setLanguage: (next) => {
      language.value = next;
      kept.write('language', next);
      apply();
    },
    setTheme: (next) => {
      theme.value = next;
      kept.write('theme', next);
      apply();
    },
    setLetterKeys: (on) => {
      letterKeys.value = on;
      kept.write('letter-keys', on ? 'on' : 'off');
    },
  };
}

const asLang = (text: string | null): Lang | null => (text === 'zh' || text === 'en' ? text : null);

function firstOf(languages: readonly string[]): Lang {
  for (const one of languages) {
    const lang = asLang(one.slice(0, 2).toLowerCase());
    if (lang !== null) return lang;
  }
  return 'zh';
}
