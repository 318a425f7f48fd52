/** The language of a page that is read without an account. */
import type { Context } from 'koa';

export const pageLangs = ['zh', 'en'] as const;
export type PageLang = (typeof pageLangs)[number];

/** What `lang` and `hreflang` call them. */
export const langTags = { zh: 'zh-CN', en: 'en' } as const satisfies Record<PageLang, string>;

export const otherLang = { zh: 'en', en: 'zh' } as const satisfies Record<PageLang, PageLang>;

/** What the link to a page in this language says. */
export const langNames = { zh: '中文', en: 'English' } as const satisfies Record<PageLang, string>;

// Reading the whole query would be the dearest part of a page that is kept.
const asked = /(?:^|&)lang=(zh|en)(?:&|$)/;

/** `?lang=`, else the browser's, else Chinese; says in `Vary` that it looked. */
export function readerLang(ctx: Context): PageLang {
  ctx.vary('Accept-Language');
  const lang = asked.exec(ctx.querystring)?.[1] ?? ctx.acceptsLanguages('zh', 'en');
  return lang === 'en' ? 'en' : 'zh';
}
