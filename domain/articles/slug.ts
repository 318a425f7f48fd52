import { DomainError } from '../errors.js';

/** Words that have, or may get, another meaning under `/a/`: an address that readers know is never taken back. */
const reserved: ReadonlySet<string> = new Set([
  ...['pictures', 'feed', 'style', 'sitemap', 'search', 'index', 'archive', 'kinds', 'tags'],
]);
const shape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const [shortest, longest] = [3, 60];

/** Why a word cannot be an article's address. */
export type SlugProblem = 'slug_characters' | 'slug_length' | 'slug_reserved';

/** What is wrong with a word as an address: small letters, digits and single hyphens, 3 to 60 of them; null: nothing. */
export function slugProblem(word: string): SlugProblem | null {
  if (!shape.test(word)) return 'slug_characters';
  if (word.length < shortest || word.length > longest) return 'slug_length';
  return reserved.has(word) ? 'slug_reserved' : null;
}

/** Whether a word can be an article's address. */
export const isSlug = (word: string): boolean => slugProblem(word) === null;

/** @throws DomainError request.invalid with the field and what is wrong with it */
export function checkSlug(word: string): void {
  const problem = slugProblem(word);
  if (problem !== null)
    throw new DomainError('request.invalid', { details: { fields: { slug: [problem] } } });
}

/** An address made of an English title, or of random letters where there is none; `tail` keeps it apart from others. */
export function slugFrom(title: string | null, tail: string): string {
  const words = (title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest - 1 - tail.length)
    .replace(/-+$/, '');
  return words === '' ? `a-${tail}` : `${words}-${tail}`;
}
