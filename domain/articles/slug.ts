import { DomainError } from '../errors.js';

/** Words that have another meaning under `/a/`. */
const reserved: ReadonlySet<string> = new Set(['pictures', 'feed', 'style']);
const shape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longest = 80;

/** Whether a word can be an article's address. */
export const isSlug = (word: string): boolean =>
  word.length <= longest && shape.test(word) && !reserved.has(word);

/** @throws DomainError request.invalid with the field */
export function checkSlug(word: string): void {
  if (!isSlug(word)) throw new DomainError('request.invalid', { details: { fields: { slug: ['slug'] } } });
}

/** An address made of an English title, or of random letters where there is none; `tail` keeps it apart from others. */
export function slugFrom(title: string | null, tail: string): string {
  const words = (title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return words === '' ? `a-${tail}` : `${words}-${tail}`;
}
