import type { en } from '../texts/en.js';

/**
 * The texts that `t` knows, by namespace. A page with texts of its own adds a line by declaration merging, so that its keys
 * are checked like these:
 * `declare module '../../i18n/namespaces.js' { interface Namespaces { articles: typeof articlesEn } }`
 */
export interface Namespaces {
  readonly translation: typeof en;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Namespaces;
  }
}
