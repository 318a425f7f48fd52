/** Stored state is checked on reading: the database is not written by this program alone. */
import { DomainError } from '../domain/errors.js';
import { toBytes } from './bytes.js';

/** Checks for one collection's fields. Each throws DomainError storage.unreadable and names nothing that it saw. */
export function fieldsOf(collection: string) {
  const refuse = (): never => {
    throw new DomainError('storage.unreadable', { cause: new Error(`a document of ${collection}`) });
  };
  return {
    text: (value: unknown): string => (typeof value === 'string' ? value : refuse()),
    whole: (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : refuse()),
    flag: (value: unknown): boolean => (typeof value === 'boolean' ? value : refuse()),
    bytes: (value: unknown): Uint8Array => (value instanceof Uint8Array ? toBytes(value) : refuse()),
    list: <T>(value: readonly T[]): readonly T[] => {
      if (!Array.isArray(value)) refuse();
      return value;
    },
    oneOf: <T extends string>(known: Readonly<Record<T, true>>, value: string): T =>
      Object.hasOwn(known, value) ? (value as T) : refuse(), // its own key of a table that the compiler holds to T
  };
}
