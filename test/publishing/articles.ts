/** Published articles to order, and a store of them that counts and can fail. */
import type { ArticleKind, ArticleText } from '../../domain/articles/article.js';
import type { LiveArticle } from '../../domain/articles/ports.js';

export const text = (title: string, body = '', digest = ''): ArticleText => ({
  title,
  digest,
  body,
  coverAlt: '',
});

export interface Wanted {
  readonly number: number;
  readonly zh?: ArticleText;
  readonly en?: ArticleText;
  readonly kind?: ArticleKind;
  readonly tags?: readonly string[];
  /** milliseconds since 1970; as many as the number, if not said */
  readonly firstAt?: number;
}

export const liveArticle = ({
  number,
  zh,
  en,
  kind = 'advice',
  tags = [],
  firstAt = number,
}: Wanted): LiveArticle => ({
  id: number.toString(16).padStart(32, '0'),
  slug: `article-${number}`,
  number,
  firstAt,
  at: firstAt,
  content: {
    ...{ kind, texts: { zh: zh ?? null, en: en ?? null }, author: '', cover: null },
    ...{ tags, category: null, sources: [] },
  },
});

export function liveStore(first: readonly LiveArticle[]) {
  let rows = first;
  let changes = 0;
  let failure: Error | null = null;
  let wait: Promise<void> = Promise.resolve();
  const asked = { live: 0, liveMark: 0 };
  const answer = async <T>(what: keyof typeof asked, value: () => T): Promise<T> => {
    asked[what] += 1;
    await wait;
    if (failure !== null) throw failure;
    return value();
  };
  return {
    asked,
    live: () => answer('live', () => rows),
    liveMark: () => answer('liveMark', () => `mark ${changes}`),
    set(now: readonly LiveArticle[]) {
      rows = now;
      changes += 1;
    },
    fail(error: Error | null) {
      failure = error;
    },
    /** Nothing is answered until the function that comes back is called. */
    hang(): () => void {
      let release = (): void => undefined;
      wait = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}
