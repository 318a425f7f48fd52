/** The OpenAPI document of the whole table. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { errorKinds } from '../../../domain/errors.js';
import { statusOf } from '../../../http/errors.js';
import { apiLine, type ApiLine } from '../../runtime/api/api-line.js';
import { wrongs } from '../../runtime/api/conforms.js';

type Json = Readonly<Record<string, unknown>>;
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly { name: string; in: string; required: boolean; example?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Json; readonly example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Json }>>;
}
interface Document extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

let line: ApiLine;
let document: Document;
beforeAll(async () => {
  line = await apiLine();
  const answer = await fetch(`${line.url}/api/v1/openapi.json`);
  document = (await answer.json()) as Document;
}, 60_000);
afterAll(() => line.close());

const described = (path: string, method: string): Described => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`${method} ${path} is not in the document`);
  return found;
};
const pathOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

describe('the document', () => {
  test('is OpenAPI 3.1, by the standard’s own schema', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(document) });
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  test('has every operation of the table once, under its own name, and nothing else', () => {
    const named = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(named.toSorted()).toEqual(line.operations.map(({ id }) => id).toSorted());
    expect(new Set(named).size).toBe(named.length);
  });

  test('leads every reference to a schema', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
  });

  test('has no shape without fields', () => {
    const empty = Object.entries(document.components.schemas)
      .filter(([, { properties }]) => Object.keys(Object(properties) as object).length === 0)
      .map(([name]) => name);
    expect(empty).toEqual([]);
  });

  test('forbids fields that a shape does not name', () => {
    for (const [name, schema] of Object.entries(document.components.schemas))
      expect([name, schema['additionalProperties']]).toEqual([name, false]);
  });
});

describe('each operation', () => {
  test('has a summary that is a sentence, and its codes under their statuses', () => {
    for (const { path, method, summary, errors, answer } of line.operations) {
      const { responses, ...rest } = described(pathOf(path), method);
      expect(rest.summary).toBe(summary);
      expect(summary).toMatch(/^[A-Z].+\.$/);
      expect(responses[String(answer.status)]?.description).toBe('Done.');
      const codes = [...errors, 'request.invalid', 'internal.unexpected'] as const;
      for (const code of codes)
        expect(responses[String(statusOf(code))]?.description).toContain(`\`${code}\``);
      const all = Object.values(responses).flatMap(
        ({ description }) => description.match(/[a-z_]+\.[a-z_]+/g) ?? [],
      );
      expect(all.filter((code) => !Object.hasOwn(errorKinds, code))).toEqual([]);
    }
  });

  test('names the tokens that it takes', () => {
    const takes = (id: string) => {
      const operation = line.operations.find((one) => one.id === id);
      return described(pathOf(operation?.path ?? ''), operation?.method ?? '').security;
    };
    expect(takes('readLine')).toBeUndefined();
    expect(takes('sendReport')).toEqual([{ ticket: [] }]);
    expect(takes('beginUpload')).toEqual([{ ticket: [] }, { report: [] }]);
    expect(takes('readMe')).toEqual([{ session: [] }]);
  });

  test('with a body has an example that keeps to its own schema', () => {
    const wrong = line.operations.flatMap(({ id, path, method, body }) => {
      const content = described(pathOf(path), method).requestBody?.content['application/json'];
      if (body === undefined) return content === undefined ? [] : [`${id} takes no body`];
      return wrongs(content?.example, content?.schema ?? {}, document.components.schemas, id);
    });
    expect(wrong).toEqual([]);
  });

  test('shows every part of its address, and an example of those that are needed', () => {
    for (const { path, method, example, query } of line.operations) {
      const { parameters } = described(pathOf(path), method);
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
      expect(Object.keys(example.params ?? {}).toSorted()).toEqual(inPath.toSorted());
      const inQuery = parameters.filter((one) => one.in === 'query');
      expect(inQuery.length > 0).toBe(query !== undefined);
      for (const { name, required, example: shown } of inQuery)
        expect([name, !required || shown !== undefined]).toEqual([name, true]);
    }
  });
});

describe('a schema', () => {
  const schema = (name: string) => document.components.schemas[name] ?? {};

  test('of what is asked for does not need what a class gives by itself', () => {
    expect(schema('BeginBody')['required']).toEqual(['fileId', 'parts']);
    const { parameters } = described('/questions', 'GET');
    expect(parameters.map(({ name, required }) => [name, required])).toEqual([
      ['lang', false],
      ['version', false],
    ]);
  });

  test('of what is answered has every key, and null where there may be nothing', () => {
    const { properties, required } = schema('StateAnswer') as {
      properties: Json;
      required: readonly string[];
    };
    expect(required.toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(properties['keptUntil']).toEqual({ anyOf: [{ type: 'string' }, { type: 'null' }] });
    expect(properties['caseNumber']).toEqual({ type: 'string' });
  });
});

test('the document is answered again only to who has another one', async () => {
  const first = await fetch(`${line.url}/api/v1/openapi.json`);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${line.url}/api/v1/openapi.json`, {
    headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
  });
  expect([first.status, again.status, again.headers.get('etag')]).toEqual([200, 304, etag]);
  const posted = await line.ask('POST', '/openapi.json', { body: {} });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
