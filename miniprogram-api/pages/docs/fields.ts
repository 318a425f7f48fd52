/** JSON Schemas as lists to read. */
import type { Json } from '../../openapi/schemas.js';
import { type Markup, markup } from '../markup.js';

export interface Shape {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

export type Shapes = Readonly<Record<string, Shape>>;

/** The fields of a shape with what may be in them; a shape without any leaves nothing. */
export function fieldList({ properties = {}, required = [] }: Shape): Markup | null {
  const all = Object.entries(properties);
  if (all.length === 0) return null;
  return markup`<ul>
${all.map(([name, schema]) => field(name, schema, required.includes(name)))}
</ul>`;
}

/** One field. */
export function field(name: string, schema: Json, required: boolean): Markup {
  return markup`<li><code>${name}</code> ${typeOf(schema)}${required ? null : ', optional'}</li>`;
}

const textOr = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What a value is, in words. */
function typeOf(schema: Json): Markup {
  const { $ref: ref, anyOf, type, items } = schema;
  if (Array.isArray(anyOf)) return markup`${typeOf(anyOf[0] as Json)} or null`;
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? '';
    return markup`<a href="#shape-${name}">${name}</a>`;
  }
  if (type === 'array') return markup`list of ${typeOf((items ?? {}) as Json)}${range(schema, 'Items')}`;
  return markup`${simple(schema)}`;
}

function simple(schema: Json): string {
  const { type, enum: choices, pattern } = schema;
  if (Array.isArray(choices)) return choices.map(textOr).join(' | ');
  if (type === 'integer' || type === 'number') return `${type}${range(schema, '')}`;
  if (type === 'string') return pattern === undefined ? `text${range(schema, 'Length')}` : patterns(schema);
  return textOr(type);
}

/** Said in words where the form has some. */
function patterns({ pattern, ...schema }: Json): string {
  if (pattern === '^[0-9a-f]{32}$') return 'id, 32 hexadecimal digits';
  if (pattern === '^[A-Za-z0-9_-]{43}$') return '32 bytes in base64url';
  if (pattern === '^[A-Za-z0-9_-]*$') return `base64url${range(schema, 'Length')}`;
  return `text of the form ${textOr(pattern)}`;
}

function range(schema: Json, of: '' | 'Length' | 'Items'): string {
  const [from, to] = [`min${of || 'imum'}`, `max${of || 'imum'}`].map((name) => textOr(schema[name]));
  if (!from && !to) return '';
  if (!to) return `, at least ${from ?? ''}`;
  return from ? `, ${from} to ${to}` : `, at most ${to}`;
}
