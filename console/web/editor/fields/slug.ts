const reserved: ReadonlySet<string> = new Set([
  ...['pictures', 'feed', 'style', 'sitemap', 'search', 'index', 'archive', 'kinds', 'tags'],
]);

/** What is wrong with a word as an article's address, by the server's rule; null: nothing. */
export function slugProblem(word: string): 'wrong' | 'reserved' | null {
  if (word.length < 3 || word.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) return 'wrong';
  return reserved.has(word) ? 'reserved' : null;
}

/** As it was typed, with what is easily mended. */
export const cleanSlug = (typed: string): string =>
  typed
    .trim()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
