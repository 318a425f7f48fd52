/** Whether a value is exactly what a schema of the OpenAPI document says: for the schemas that the document uses. */

type Schema = Readonly<Record<string, unknown>>;

/** What is wrong with it, each with its path. */
export function wrongs(
  value: unknown,
  schema: Schema,
  all: Readonly<Record<string, Schema>>,
  at = '',
): string[] {
  const { $ref: ref, anyOf, type, properties, items, enum: choices } = schema;
  const inner = (one: unknown, of: unknown, path: string): string[] => wrongs(one, of as Schema, all, path);
  if (typeof ref === 'string')
    return inner(value, all[ref.split('/').at(-1) ?? ''] ?? { type: 'nothing' }, at);
  if (Array.isArray(anyOf)) {
    const tried = anyOf.map((one) => inner(value, one, at));
    return tried.find((found) => found.length === 0) ?? tried[0] ?? [];
  }
  if (Array.isArray(choices) && !choices.includes(value)) return [`${at} is none of its choices`];
  if (type === 'array' || (type === undefined && items !== undefined))
    return Array.isArray(value) ? value.flatMap((one) => inner(one, items, `${at}[]`)) : [`${at} is no list`];
  if (properties !== undefined)
    return objectWrongs(value, schema, (one, of, name) => inner(one, of, `${at}.${name}`), at);
  const is = value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;
  return is === type || (is === 'integer' && type === 'number')
    ? []
    : [`${at} is ${is}, not ${String(type)}`];
}

function objectWrongs(
  value: unknown,
  { properties, required }: Schema,
  inner: (value: unknown, schema: unknown, name: string) => string[],
  at: string,
): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const known = properties as Readonly<Record<string, Schema>>;
  const needed = (required ?? []) as readonly string[];
  return [
    ...needed.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const schema = known[name];
      return schema === undefined ? [`${at}.${name} is not in the schema`] : inner(one, schema, name);
    }),
  ];
}
