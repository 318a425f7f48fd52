/** Every operation of a table under input that no client of ours would send. */
import { errorKinds, type ErrorCode } from '../../../domain/errors.js';
import { statusOf } from '../../../http/errors.js';
import { apiPrefix, type Operation } from '../../../miniprogram-api/operation.js';
import { badBodies } from './bad-bodies.js';
import { exchange, type RawAnswer, type RawRequest } from './raw-http.js';

export interface BadInputParts {
  readonly url: string;
  readonly operations: readonly Operation[];
  /** a token that the operation takes, good for as long as it is looked at; null: it takes none */
  readonly tokenFor: (operation: Operation) => Promise<string | null>;
}

interface Case {
  readonly name: string;
  readonly request: RawRequest;
  /** refused for its form, whatever else is right */
  readonly unfit?: boolean;
  /** what Node itself refuses, or who hangs up themselves: an answer need not have our form, or come */
  readonly bare?: boolean;
}

const atOnce = 12;

/**
 * Sends it all and answers what was wrong with the answers: a 5xx, silence, another form of error, a code that the
 * operation does not name, a field taken that it does not know. Each request comes from a network of its own.
 */
export async function problemsUnderBadInput(parts: BadInputParts): Promise<readonly string[]> {
  const problems: string[] = [];
  let network = 0;
  for (const operation of parts.operations) {
    const cases = casesOf(operation, await parts.tokenFor(operation));
    const next = async (): Promise<void> => {
      for (let one = cases.shift(); one !== undefined; one = cases.shift()) {
        network += 1;
        const from = ['X-Forwarded-For', `10.${String(network >> 8)}.${String(network & 255)}.1`] as const;
        const request = { ...one.request, headers: [...one.request.headers, from] };
        const wrong = judged(operation, one, await exchange(parts.url, request));
        if (wrong !== null) problems.push(`${operation.id}, ${one.name}: ${wrong}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }
  return problems;
}

const alwaysNamed: readonly ErrorCode[] = [
  ...(['request.invalid', 'request.too_large', 'request.not_found', 'request.method'] as const),
];

function judged(operation: Operation, one: Case, answer: RawAnswer | 'closed' | 'hung'): string | null {
  if (answer === 'hung') return 'no answer';
  if (one.bare) return answer === 'closed' || answer.status < 500 || answer.status === 503 ? null : 'a 5xx';
  if (answer === 'closed') return 'the connection was closed';
  const { status, type, text } = answer;
  if (status < 400) {
    if (one.unfit) return `taken, with ${String(status)}`;
    return status === operation.answer.status ? null : `status ${String(status)}`;
  }
  if (type !== 'application/json; charset=utf-8') return `refused as ${type}`;
  const error = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const form = Object.keys(error).filter((key) => key !== 'details');
  if (form.join() !== 'code,message,requestId') return `refused with ${form.join()}`;
  const code = error['code'] as ErrorCode;
  if (!Object.hasOwn(errorKinds, code)) return `refused with the code ${code}`;
  if (statusOf(code) !== status) return `${code} with ${String(status)}`;
  if (![...alwaysNamed, ...operation.errors].includes(code))
    return `refused with ${code}, which it does not name`;
  if (one.unfit && status !== 422 && status !== 413 && status !== 404) return `refused with ${code} only`;
  if (text.includes('canary()')) return 'gives back what was sent';
  return null;
}

function casesOf(operation: Operation, token: string | null): Case[] {
  const { method, example } = operation;
  const bearer = token === null ? [] : [['Authorization', `Bearer ${token}`] as const];
  const body = bodyOf(operation);
  const path = pathWith(operation);
  const sends = (
    bytes: Uint8Array | null,
    how: { readonly type?: string; readonly path?: string; readonly more?: RawRequest['headers'] } = {},
  ): RawRequest => ({
    ...{ method, path: how.path ?? path },
    headers: [
      ...bearer,
      ...(how.more ?? []),
      ...(bytes === null
        ? []
        : ([
            ['Content-Type', how.type ?? typeOf(operation)],
            ['Content-Length', String(bytes.length)],
          ] as const)),
    ],
    ...(bytes === null ? {} : { body: bytes }),
  });
  return [
    ...(example.body === undefined
      ? []
      : [...badBodies(example.body)].map(({ name, bytes, type, unfit }) => ({
          ...{ name, unfit },
          request: sends(bytes, type === undefined ? {} : { type }),
        }))),
    ...queries(operation).map(([name, query, unfit]) => ({
      ...{ name: `the query ${name}`, unfit },
      request: sends(body, { path: `${path.split('?')[0] ?? ''}?${query}` }),
    })),
    ...badParams(operation).map((bad) => ({
      name: `the path ${bad.slice(0, 60)}`,
      request: sends(body, { path: bad }),
    })),
    ...(body === null ? [] : brokenOff(sends(body))),
    ...headers(sends, body, token),
  ];
}

const typeOf = ({ bytes }: Operation): string =>
  bytes === undefined ? 'application/json' : 'application/octet-stream';

function bodyOf({ example, bytes }: Operation): Uint8Array | null {
  if (bytes !== undefined) return Uint8Array.from({ length: 200 }, (_, i) => (i * 37 + 1) % 256);
  return example.body === undefined ? null : Buffer.from(JSON.stringify(example.body));
}

function pathWith({ path, example }: Operation): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => example.params?.[name] ?? name);
  const query = new URLSearchParams(example.query ?? {}).toString();
  return `${apiPrefix}${filled}${query === '' ? '' : `?${query}`}`;
}

function queries({ query, example }: Operation): readonly (readonly [string, string, boolean])[] {
  const right = new URLSearchParams(example.query ?? {}).toString();
  const known = Object.keys(example.query ?? {});
  const beside = ['canary=1', '__proto__=1', 'constructor=1', 'toString=1', '$where=canary()', '%FF=1'];
  return [
    ...beside.map((one) => [one, `${right}&${one}`, true] as const),
    ...known.flatMap((name) =>
      [
        `${name}=&`,
        `${name}=%FF`,
        `${name}=%00`,
        `${name}=${'1'.repeat(3_000)}`,
        `${name}=-1`,
        `${name}=1e9`,
      ].map((one) => [one.slice(0, 40), one, false] as const),
    ),
    ...known.flatMap((name) =>
      [`${name}[$ne]=1`, `${name}[]=1`, `${right}&${right}`].map(
        (one) => [one, one, query !== undefined] as const,
      ),
    ),
  ];
}

const unfitParams = [
  '..%2f..%2fetc',
  '%2e%2e',
  '%00',
  '%ff',
  '%E0%A4%A',
  '$ne',
  '__proto__',
  '%F0%9F%98%80',
  '-1',
  '1e9',
];

const badParams = (operation: Operation): readonly string[] =>
  [...operation.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
    [...unfitParams, 'a'.repeat(5_000)].map((bad) =>
      pathWith(operation).replace(`/${operation.example.params?.[name] ?? name}`, `/${bad}`),
    ),
  );

/** Bodies that stop, and one that comes byte by byte. */
function brokenOff(whole: RawRequest): readonly Case[] {
  const { body = new Uint8Array(0) } = whole;
  const half = Math.floor(body.length / 2);
  return [
    { name: 'a body that is cut', request: { ...whole, stop: { after: half, how: 'cut' } }, bare: true },
    { name: 'a body that ends early', request: { ...whole, stop: { after: half, how: 'end' } }, bare: true },
    { name: 'no body at all', request: { ...whole, stop: { after: 0, how: 'cut' } }, bare: true },
    {
      name: 'a body byte by byte',
      request: { ...whole, body: body.subarray(0, 300), slow: 1, headers: shorter(whole) },
    },
  ];
}

const shorter = ({ headers: all, body }: RawRequest): RawRequest['headers'] =>
  all.map(([name, value]) =>
    name === 'Content-Length' ? [name, String(Math.min(300, body?.length ?? 0))] : [name, value],
  );

function headers(
  sends: (bytes: Uint8Array | null, how: { readonly more: RawRequest['headers'] }) => RawRequest,
  body: Uint8Array | null,
  token: string | null,
): readonly Case[] {
  const bare = (name: string, ...more: RawRequest['headers']): Case => ({
    ...{ name, bare: true, request: sends(body, { more }) },
  });
  return [
    ...(token === null
      ? []
      : [
          {
            name: 'two tokens',
            unfit: true,
            request: sends(body, { more: [['Authorization', 'Bearer t_x']] }),
          },
        ]),
    bare('two lengths', ['Content-Length', '1']),
    bare('two hosts', ['Host', 'canary']),
    bare('a length and chunks', ['Transfer-Encoding', 'chunked'], ['Content-Length', '5']),
    bare('a header of 20,000 letters', ['X-Canary', 'a'.repeat(20_000)]),
    bare('a length that is none', ['Content-Length', '-1']),
  ];
}
