/** The Official Account as articles see it; an adapter speaks to the platform. */
import type { ArticleLang, Content, PlatformCopy, PlatformWay } from './article.js';
import type { PlatformFigures } from './figures.js';

/** `reason`: an error code of the platform or a word of ours; the console has a sentence for each. */
export type Prepared =
  | { readonly is: 'ready'; readonly draftId: string }
  | { readonly is: 'refused'; readonly reason: string }
  /** no answer, or busy: later again */
  | { readonly is: 'later'; readonly reason: string };

export type Submission =
  | {
      readonly is: 'accepted';
      readonly jobId: string;
      /** null: the platform left it out */
      readonly dataId: string | null;
      readonly awaitsAdmin: boolean;
    }
  | { readonly is: 'refused'; readonly reason: string }
  /** certainly not arrived: again at the next look */
  | { readonly is: 'not_sent'; readonly reason: string }
  /** may have arrived */
  | { readonly is: 'lost'; readonly reason: string };

export type PlatformState =
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly articleId: string | null; readonly url: string | null }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

export interface ArticlePlatform {
  /** Uploads pictures and cover and makes a draft there; nothing of it can be seen by anybody. Doing it twice leaves a draft over. */
  prepare(article: {
    readonly slug: string;
    readonly lang: ArticleLang;
    readonly content: Content;
  }): Promise<Prepared>;
  /** `key` names a mass send, so that it goes out once however often it is called; a quiet one has no such name. */
  submit(way: PlatformWay, draftId: string, key: string): Promise<Submission>;
  look(copy: PlatformCopy): Promise<PlatformState>;
  /** Whether an article that reads on at this slug was published since; null: not known. */
  find(
    slug: string,
    since: number,
  ): Promise<{ readonly articleId: string; readonly url: string | null } | null>;
  /** Takes a published article back, as far as the platform does. False: it stays there. */
  remove(copy: PlatformCopy): Promise<boolean>;
  readonly figures: PlatformFigures;
}
