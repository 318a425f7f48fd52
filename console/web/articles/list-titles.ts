/** What an article is called, and in which language it is missing. */
import type { Lang } from '../api/common-types.js';

export interface Titles {
  /** null: it has no title in any language */
  readonly main: { readonly lang: Lang; readonly text: string } | null;
  /** the same in the other language, where there is one */
  readonly other: { readonly lang: Lang; readonly text: string } | null;
  /** the languages that it is not written in; empty for one that is not written at all */
  readonly missing: readonly Lang[];
}

/** In the language of the page where it can be. */
export function titlesOf(titles: Readonly<Record<Lang, string | null>>, page: Lang): Titles {
  const order: readonly Lang[] = page === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  const found = order.flatMap((lang) => {
    const text = titles[lang]?.trim() ?? '';
    return text === '' ? [] : [{ lang, text }];
  });
  const missing = found.length === 0 ? [] : order.filter((lang) => titles[lang] === null);
  return { main: found[0] ?? null, other: found[1] ?? null, missing };
}

/** As `lang` of HTML has it. */
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');
