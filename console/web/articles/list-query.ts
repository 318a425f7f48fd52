/** What is looked for, as the page's address has it: it survives going to an article and back. */
import {
  articleKinds,
  articleStates,
  type ArticleKind,
  type ArticleLine,
  type ArticleState,
} from '../api/article-types.js';

export interface ListQuery {
  readonly state: ArticleState | null;
  readonly kind: ArticleKind | null;
  /** empty: nothing is searched for */
  readonly words: string;
  /** id of the article that is shown beside the list */
  readonly article: string | null;
}

type Values = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>;

/** As many as the server takes. */
export const mostWords = 100;

/** What is in an address and makes no sense is left out. */
export function readListQuery(values: Values): ListQuery {
  const one = (name: string): string => {
    const { [name]: value } = values;
    return typeof value === 'string' ? value : '';
  };
  return {
    state: articleStates.find((state) => state === one('state')) ?? null,
    kind: articleKinds.find((kind) => kind === one('kind')) ?? null,
    words: one('q').slice(0, mostWords),
    article: one('article') === '' ? null : one('article'),
  };
}

export function writeListQuery({ state, kind, words, article }: ListQuery): Record<string, string> {
  const values = { state, kind, q: words, article };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      value === null || value === '' ? [] : [[name, value]],
    ),
  );
}

/** Whether some articles may be left out. */
export const isFiltered = ({ state, kind, words }: ListQuery): boolean =>
  state !== null || kind !== null || words.trim() !== '';

/** The server searches in all states and kinds: what was found is filtered here. */
export const filterFound = (
  lines: readonly ArticleLine[],
  { state, kind }: Pick<ListQuery, 'state' | 'kind'>,
): readonly ArticleLine[] =>
  lines.filter((line) => (state === null || line.state === state) && (kind === null || line.kind === kind));
