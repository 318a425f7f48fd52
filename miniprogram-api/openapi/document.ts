/** The OpenAPI document (3.1), made of the table of operations: it cannot say what the router does not do. */
import { errorKinds, type ErrorCode } from '../../domain/errors.js';
import { statusOf } from '../../http/errors.js';
import { apiPrefix, type Actor, type Operation } from '../operation.js';
import { asAnswered, asAsked, classSchemas, type Json } from './schemas.js';

export interface DocumentParts {
  readonly operations: readonly Operation[];
  readonly title: string;
  readonly version: string;
}

/** Codes that any operation may answer with. */
export const alwaysRefused: readonly ErrorCode[] = [
  'request.invalid',
  'request.method',
  'internal.unexpected',
];

/** Whose token an operation takes; one of several is enough. */
const taken: Readonly<Record<Actor, readonly ('ticket' | 'report' | 'session')[]>> = {
  anyone: [],
  ticket: ['ticket'],
  report: ['report'],
  uploader: ['ticket', 'report'],
  session: ['session'],
};

const schemes = {
  ticket: 'A ticket of POST /tickets: one report without an account.',
  report: 'A token of POST /reports/open, good for fifteen minutes.',
  session: 'A token of POST /sessions: needed to allow messages, and for nothing else.',
};

export function openApiDocument({ operations, title, version }: DocumentParts): Json {
  const all = classSchemas();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation, all) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description: 'A public reporting line. What is reported is sealed on the device.',
    },
    servers: [{ url: apiPrefix }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...used(operations, all), ErrorAnswer: errorSchema },
      securitySchemes: Object.fromEntries(
        Object.entries(schemes).map(([name, description]) => [
          name,
          { type: 'http', scheme: 'bearer', description },
        ]),
      ),
    },
  };
}

const errorSchema = {
  type: 'object',
  properties: {
    code: { type: 'string', enum: Object.keys(errorKinds) },
    message: { type: 'string' },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
  required: ['code', 'message', 'requestId'],
  additionalProperties: false,
};

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function described(operation: Operation, all: Readonly<Record<string, Json>>): Json {
  const { id, tag, summary, actor, body, bytes, answer, example } = operation;
  const { status, shape } = answer;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(actor === 'anyone' ? {} : { security: taken[actor].map((name) => ({ [name]: [] })) }),
    parameters: parametersOf(operation, all),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: reference(body.name), example: example.body } },
          },
        }),
    ...(bytes === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', maxLength: bytes } } },
          },
        }),
    responses: {
      [String(status)]: {
        description: 'Done.',
        ...(shape === undefined
          ? {}
          : { content: { 'application/json': { schema: reference(shape.name) } } }),
      },
      ...refusals(operation),
    },
  };
}

function parametersOf(
  { path, query, example }: Operation,
  all: Readonly<Record<string, Json>>,
): readonly Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    ...exampleOf(example.params?.[name]),
  }));
  const shape = query === undefined ? {} : asAsked(all[query.name] ?? {}, query);
  const { properties = {}, required = [] } = shape as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', schema, required: required.includes(name) },
    ...exampleOf(example.query?.[name]),
  }));
  return [...inPath, ...inQuery];
}

const exampleOf = (value: string | undefined): Json => (value === undefined ? {} : { example: value });

/** Statuses whose answers say after how many seconds it is worth trying again. */
const waiting = new Set([429, 503]);
const retryAfter = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } };

/** The codes by their status, each named: a client decides by code. */
function refusals({ errors, body, bytes }: Operation): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  const ofBodies: readonly ErrorCode[] = (body ?? bytes) ? ['request.too_large'] : [];
  for (const code of [...new Set([...errors, ...ofBodies, ...alwaysRefused])]) {
    const status = statusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        ...(waiting.has(status) ? { headers: retryAfter } : {}),
        content: {
          'application/json': {
            schema: { allOf: [reference('ErrorAnswer')], properties: { code: { enum: codes } } },
          },
        },
      },
    ]),
  );
}

/** The schemas that the operations name, and those that these name in turn. */
function used(operations: readonly Operation[], all: Readonly<Record<string, Json>>): Json {
  const found = new Map<string, Json>();
  const take = (name: string, change: (schema: Json) => Json): void => {
    if (found.has(name)) return;
    const schema = change(all[name] ?? { type: 'object' });
    found.set(name, schema);
    for (const [, inner = ''] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g))
      take(inner, change === asAnswered ? asAnswered : (nested) => nested);
  };
  for (const { body, answer } of operations) {
    if (body !== undefined) take(body.name, (schema) => asAsked(schema, body));
    if (answer.shape !== undefined) take(answer.shape.name, asAnswered);
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
