/** The platform's JSON: 64-bit ids that a number cannot hold, and now and then raw control characters inside strings. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

// A string as a whole, so that digits inside of one are left alone, or an integer of 16 digits and more.
const stringOrLong = /"(?:[^"\\]|\\[^])*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** Reads JSON; integers of 16 digits and more come as strings. @throws SyntaxError without the text */
export function parseJson(text: string): Json {
  const safe = text.replace(stringOrLong, (part) =>
    part.startsWith('"') ? part.replace(/\p{Cc}/gu, escaped) : `"${part}"`,
  );
  try {
    return JSON.parse(safe) as Json;
  } catch {
    throw new SyntaxError('not JSON');
  }
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The object that a text holds, or null if it holds anything else. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value = parseJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}

/** A field as text: ids come as numbers from one endpoint and as strings from another. Missing: ''. */
export function stringOf(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A field as a number; `fallback` for what is none. */
export function numberOf(object: JsonObject, name: string, fallback: number): number {
  const text = stringOf(object, name);
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? fallback : value;
}

/** A field as an object; an empty one for what is none. */
export function objectOf(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** A field as a list of objects; one object alone counts as a list of one, for the platform sends both. */
export function objectsOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = object[name];
  const items = Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
  return items.filter(
    (item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}
