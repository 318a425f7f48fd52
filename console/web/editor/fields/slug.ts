const reserved: ReadonlySet<string> = new Set(['pictures', 'feed', 'style']);

/** Whether a word can be an article's address: the server's rule. */
export const isSlug = (word: string): boolean =>
  word.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word) && !reserved.has(word);

/** As it was typed, with what is easily mended. */
export const cleanSlug = (typed: string): string =>
  typed
    .trim()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
