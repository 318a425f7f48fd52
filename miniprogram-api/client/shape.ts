/** Reading what came as JSON, field by field: what is not as it should be is null, and so is the whole. */
import { fromBase64url } from '../../vault/bytes.js';
import { asObject } from '../../vault/json.js';

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const textOr = (value: unknown, otherwise: string): string => text(value) ?? otherwise;

export const flag = (value: unknown): boolean => value === true;

/** A whole number from 0 on. */
export const count = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

export const day = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;

/** base64url of any length. */
export const bytes = (value: unknown): Uint8Array | null =>
  typeof value === 'string' ? fromBase64url(value) : null;

/** Every element read; null if it is no list or one of them is not as it should be. */
export function list<T>(value: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const one of value) {
    const element = read(one);
    if (element === null) return null;
    all.push(element);
  }
  return all;
}

/** A text in both languages. */
export interface InLangs {
  readonly zh: string;
  readonly en: string;
}

export function inLangs(value: unknown): InLangs | null {
  const { zh, en } = asObject(value) ?? {};
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** What is given, if every field of it is there. */
export function whole<T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { readonly [K in keyof T]: Exclude<T[K], null> } | null {
  const complete = (all: T): all is T & { readonly [K in keyof T]: Exclude<T[K], null> } =>
    Object.values(all).every((value) => value !== null);
  return complete(fields) ? fields : null;
}
