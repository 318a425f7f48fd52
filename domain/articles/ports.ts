/** What articles need from outside. */
import type { Article, ArticleKind, ArticleLang, ArticleText, Content, Live } from './article.js';
import type { ArticleLine } from './article-line.js';
import type { DayReaders } from './figures.js';
import type { ArticleState } from './lifecycle.js';

export interface Articles {
  /** @throws DomainError article.slug_taken, storage.unavailable */
  insert(article: Article): Promise<void>;
  byId(id: string): Promise<Article | null>;
  bySlug(slug: string): Promise<Article | null>;
  /**
   * Writes the article over the one with the revision before it (`article.revision - 1`); false: another write was
   * faster, and nothing is written. @throws DomainError article.slug_taken
   */
  replace(article: Article): Promise<boolean>;
  /** A page by `stateAt`, newest first. */
  list(
    filter: ArticleFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<ArticleLine>>;
  /** Articles in one of the states, planned for `by` or before, the earliest first. */
  due(states: readonly ArticleState[], by: number, limit: number): Promise<readonly Article[]>;
  /** Lines of articles planned between two moments. */
  planned(from: number, to: number): Promise<readonly ArticleLine[]>;
  /** All that readers see. */
  live(): Promise<readonly LiveArticle[]>;
  /** A word that changes whenever something of `live` does. */
  liveMark(): Promise<string>;
  /** How many mass sends went out from one moment to another (the second excluded), by the articles' timelines. */
  sentBetween(from: number, to: number): Promise<number>;
  /** A number that no other article has or had. */
  nextNumber(): Promise<number>;
}

export interface ArticleFilter {
  readonly states?: readonly ArticleState[];
  readonly kind?: ArticleKind;
}

/** A page of a list; `next` asks for what follows, null: that was all. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A published article as a reader finds it. */
export interface LiveArticle extends Live {
  readonly id: string;
  readonly slug: string;
}

/** A published article in one language: the one that was asked for, or the one there is. */
export interface Edition {
  readonly slug: string;
  readonly number: number;
  readonly kind: ArticleKind;
  readonly lang: ArticleLang;
  readonly text: ArticleText;
  readonly article: LiveArticle;
}

/** Published articles, kept at hand for readers; what changed is seen within seconds. */
export interface Catalogue {
  /** Newest first. @throws DomainError request.invalid for a cursor that is none */
  list(
    lang: ArticleLang,
    options: { readonly kind?: ArticleKind; readonly after?: string; readonly limit: number },
  ): Promise<Page<Edition>>;
  /** By what fits best. Nothing found is an empty page. */
  search(
    lang: ArticleLang,
    words: string,
    options: { readonly after?: string; readonly limit: number },
  ): Promise<Page<Edition>>;
  bySlug(slug: string, lang: ArticleLang): Promise<Edition | null>;
  byNumber(number: number, lang: ArticleLang): Promise<Edition | null>;
  /** Changes whenever an answer of the others may. */
  mark(): Promise<string>;
}

/** Kept versions of an article. */
export interface ArticleVersion {
  readonly article: string;
  /** the revision that it was */
  readonly revision: number;
  readonly at: number;
  readonly by: string;
  readonly why: 'saved' | 'submitted' | 'published' | 'restored';
  readonly content: Content;
}

export interface ArticleVersions {
  /** The same revision again changes nothing. */
  add(version: ArticleVersion): Promise<void>;
  /** Newest first, without what is in them. */
  list(article: string, limit: number): Promise<readonly Omit<ArticleVersion, 'content'>[]>;
  get(article: string, revision: number): Promise<ArticleVersion | null>;
}

/** How often an article's page was asked for: by day and article, nothing else. */
export interface ArticleViews {
  add(
    counts: readonly { readonly article: string; readonly day: string; readonly views: number }[],
  ): Promise<void>;
  of(article: string): Promise<readonly { readonly day: string; readonly views: number }[]>;
}

/** What the platform said of how many read an article there: by article, copy of it and day, nothing else. */
export interface ArticleReaders {
  /** Notes that a copy is asked about on this day; false: it was already, or on a later one. Of several callers one gets true. */
  claim(article: string, copy: string, day: string): Promise<boolean>;
  /** What is known of a copy, in place of what was known before. */
  put(article: string, copy: string, days: readonly DayReaders[]): Promise<void>;
  /** All copies together, the earliest day first; null: the platform has said nothing of any. */
  of(article: string): Promise<readonly DayReaders[] | null>;
}

/** A size of a picture. `web`: WebP · `platform`: JPEG or PNG · `cover` and `card`: what the platform's cards take */
export const renditions = ['web', 'small', 'platform', 'cover'] as const;
export type RenditionName = (typeof renditions)[number];

export interface Rendition {
  readonly name: RenditionName;
  readonly type: 'image/webp' | 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export interface Picture {
  /** 16 bytes of the hash of what was uploaded, hex: the same picture is kept once */
  readonly id: string;
  readonly uploadedBy: string;
  readonly day: string;
  readonly renditions: readonly Rendition[];
}

export interface Pictures {
  /** The same picture again changes nothing. */
  add(picture: Picture): Promise<void>;
  get(id: string, rendition: RenditionName): Promise<Rendition | null>;
  has(id: string): Promise<boolean>;
}

/** Makes the sizes of a picture, metadata stripped, orientation applied. @throws DomainError picture.not_one, picture.too_large */
export type RenderPicture = (bytes: Uint8Array) => Promise<readonly Rendition[]>;

/** Markdown as readers meet it; whatever comes in, nothing that could run goes out. */
export interface Renderer {
  /** HTML of a body for our own pages: headings from `h2` on, pictures by `picture`. */
  web(markdown: string): string;
  /** inline-styled HTML as the platform keeps it; `picture` names the address there, null leaves the picture out */
  platform(markdown: string, picture: (id: string) => string | null): string;
  /** plain text for the chat and for searching */
  plain(markdown: string): string;
  /** ids of the pictures and addresses of the links in it, as they come */
  references(markdown: string): { readonly pictures: readonly string[]; readonly links: readonly string[] };
}
