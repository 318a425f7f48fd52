/** The article as it stands on the page. */
import { reactive } from 'vue';
import type { ArticleContent, ArticleKind, ArticleText, Source } from '../api/article-types.js';
import type { Lang } from '../api/common-types.js';

export interface TextDraft {
  title: string;
  digest: string;
  coverAlt: string;
  /** Markdown */
  body: string;
}

export interface Draft {
  kind: ArticleKind;
  author: string;
  cover: string | null;
  tags: readonly string[];
  category: string | null;
  sources: readonly Source[];
  readonly texts: Record<Lang, TextDraft | null>;
}

export const langs = ['zh', 'en'] as const;
export const otherLang = (lang: Lang): Lang => (lang === 'zh' ? 'en' : 'zh');
export const htmlLang = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');

export function createDraft(content: ArticleContent): Draft {
  const draft: Draft = reactive({ ...blank, texts: { zh: null, en: null } });
  fillDraft(draft, content);
  return draft;
}

const blank = {
  ...{ kind: 'case' as ArticleKind, author: '', cover: null, tags: [], category: null, sources: [] },
};

/** Puts another content in its place; what is the same stays as it is. */
export function fillDraft(draft: Draft, { texts, ...whole }: ArticleContent): void {
  const { kind, author, cover, tags, category, sources } = whole;
  Object.assign(draft, { kind, author, cover, tags, category, sources });
  for (const lang of langs) {
    const [there, next] = [draft.texts[lang], texts[lang]];
    if (there === null || next === null) draft.texts[lang] = next === null ? null : { ...next };
    else Object.assign(there, next);
  }
}

/** The draft as it is saved: lines that nobody filled in are left out. */
export function draftContent({ kind, author, cover, tags, category, sources, texts }: Draft): ArticleContent {
  return {
    ...{ kind, author, cover, tags: [...tags], category },
    sources: sources.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '').map(trimmedSource),
    texts: { zh: textOf(texts.zh), en: textOf(texts.en) },
  };
}

const trimmedSource = ({ title, url }: Source): Source => ({ title: title.trim(), url: url.trim() });

const textOf = (text: TextDraft | null): ArticleText | null =>
  text && { title: text.title, digest: text.digest, body: text.body, coverAlt: text.coverAlt };
