import { DomainError } from '../domain/errors.js';
import { fieldsOf } from './fields.js';

/** The checks of `fieldsOf`, and those for documents with words out of lists, parts, and fields that may be null. */
export function articleFieldsOf(collection: string) {
  const refuse = (): never => {
    throw new DomainError('storage.unreadable', { cause: new Error(`a document of ${collection}`) });
  };
  return {
    ...fieldsOf(collection),
    word: <T extends string>(known: readonly T[], value: unknown): T =>
      known.find((one) => one === value) ?? refuse(),
    part: <T extends object>(value: T | null | undefined): T =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? value : refuse(),
    /** null stays null; a field that is missing is none */
    orNull: <I, O>(value: I | null, read: (value: I) => O): O | null => (value === null ? null : read(value)),
  };
}

export type ArticleFields = ReturnType<typeof articleFieldsOf>;
