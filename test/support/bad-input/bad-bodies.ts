/** Bodies that are wrong in some way, made of one that is right. */

export interface BadBody {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** a content type; left out: JSON */
  readonly type?: string;
  /** it can only be refused for its form: 422 or 413 */
  readonly unfit: boolean;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What may be sent in the place of any field. All texts have the word by which a log would be searched. */
const values: readonly (readonly [string, Json])[] = [
  ['null', null],
  ['true', true],
  ['zero', 0],
  ['minus one', -1],
  ['a fraction', 1.5],
  ['a huge number', 1e308],
  ['more than a number holds', 123456789012345680000],
  ['nothing', ''],
  ['a space', ' '],
  ['a zero byte', 'canary\u0000'],
  ['half a character', 'canary\ud800'],
  ['a long text', 'canary'.repeat(10_000)],
  ['an operator', { $ne: null }],
  ['a comparison', { $gt: '' }],
  ['code', { $where: 'canary()' }],
  ['a list of an operator', [{ $ne: null }]],
  ['an empty list', []],
  ['lists in lists', [[['canary']]]],
  ['a long list', Array.from({ length: 20_000 }, () => 1)],
  ['an empty object', {}],
  ['something that looks like a list', { length: 3, 0: 'canary' }],
];

/** Names that every object has, and names that none of ours has. */
const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'then', '$where', '', 'canary'];

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const json = (value: Json): Uint8Array => utf8(JSON.stringify(value));

/** Wrong in form or in encoding, whatever the operation. */
export const brokenBodies: readonly BadBody[] = [
  ...[
    '',
    'null',
    '[]',
    '5',
    '"canary"',
    'true',
    '{',
    '{"canary":',
    '{"a":1}}',
    "{'a':1}",
    'NaN',
    '{"a":01}',
  ].map((text) => ({ name: `the body ${text}`, bytes: utf8(text), unfit: true })),
  { name: 'ten thousand lists', bytes: utf8('['.repeat(10_000) + ']'.repeat(10_000)), unfit: true },
  { name: 'lists that do not end', bytes: utf8('['.repeat(10_000)), unfit: true },
  {
    name: 'ten thousand objects',
    bytes: utf8('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)),
    unfit: true,
  },
  {
    name: 'thirty thousand fields',
    bytes: utf8(`{${Array.from({ length: 30_000 }, (_, i) => `"a${String(i)}":1`).join(',')}}`),
    unfit: true,
  },
  { name: 'bytes that are no UTF-8', bytes: Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), unfit: true },
  { name: 'UTF-16 with its mark', bytes: Buffer.from('\ufeff{"canary":1}', 'utf16le'), unfit: true },
  { name: 'a zero byte', bytes: Uint8Array.of(0), unfit: true },
  { name: 'four megabytes', bytes: utf8(`{"canary":"${'a'.repeat(4_194_304)}"}`), unfit: true },
];

/** Content types under which nothing is taken, with the right body. */
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'a',
  'image/png',
];

/** Everything that can be wrong with the body of an example. */
export function* badBodies(example: object): Generator<BadBody> {
  const right = JSON.parse(JSON.stringify(example)) as Json;
  yield* brokenBodies;
  for (const type of types) yield { name: `the type ${type}`, bytes: json(right), type, unfit: true };
  for (const path of pathsOf(right)) {
    const at = path.join('.');
    for (const [name, value] of values)
      yield { name: `${at} is ${name}`, bytes: json(replaced(right, path, value)), unfit: false };
    yield { name: `${at} is left out`, bytes: json(replaced(right, path, undefined)), unfit: false };
  }
  for (const path of [[], ...pathsOf(right)].filter((one) => isObject(valueAt(right, one))))
    for (const name of names)
      yield {
        name: `${[...path, name].join('.')} beside the rest`,
        bytes: withName(right, path, name),
        unfit: true,
      };
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of all fields; of a list its first element stands for all. */
function pathsOf(value: Json | undefined, above: readonly string[] = []): readonly string[][] {
  if (Array.isArray(value))
    return value.length === 0 ? [] : [[...above, '0'], ...pathsOf(value[0], [...above, '0'])];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [...above, name],
    ...pathsOf(inner, [...above, name]),
  ]);
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(first)], rest);
  return isObject(value) ? valueAt(value[first], rest) : undefined;
}

function replaced(value: Json, path: readonly string[], by: Json | undefined): Json {
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  const parent = valueAt(copy, path.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(last), 1, ...(by === undefined ? [] : [by]));
  else if (isObject(parent) && by === undefined) Reflect.deleteProperty(parent, last);
  else if (isObject(parent) && by !== undefined) parent[last] = by;
  return copy;
}

const mark = '"mark-of-a-name":1';

/** Written as text: an object literal would take `__proto__` for something else. */
function withName(value: Json, path: readonly string[], name: string): Uint8Array {
  const marked = replaced(value, [...path, 'mark-of-a-name'], 1);
  return utf8(JSON.stringify(marked).replace(mark, `${JSON.stringify(name)}:{"canary":1}`));
}
