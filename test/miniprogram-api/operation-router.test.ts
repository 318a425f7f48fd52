/** The table of operations as a router: methods, actors, and what reaches a handler. */
import { describe, expect, jest, test } from '@jest/globals';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { Type } from 'class-transformer';
import { DomainError } from '../../domain/errors.js';
import { bearer, setActor, ticketOf } from '../../miniprogram-api/actors.js';
import { operation, rawBody, type Operation } from '../../miniprogram-api/operation.js';
import { operationRouter } from '../../miniprogram-api/operation-router.js';
import { noActors } from './actors.js';
import { appWith } from './serve.js';

class RouterBody {
  @IsString() readonly word!: string;
}
class RouterQuery {
  @IsOptional() @Type(() => Number) @IsInt() readonly n?: number;
}

const shared = { tag: 'T', summary: 'Does it.', errors: [], example: {}, actor: 'anyone' } as const;
const seen = jest.fn();

const table: readonly Operation[] = [
  operation({
    ...{
      ...shared,
      method: 'GET',
      path: '/things/:id',
      id: 'a',
      query: RouterQuery,
      answer: { status: 200 },
    },
    handle: ({ params, query }) => ({ id: params['id'], n: query.n ?? null }),
  }),
  operation({
    ...{ ...shared, method: 'POST', path: '/things', id: 'b', body: RouterBody, answer: { status: 201 } },
    handle: ({ body }) => ({ word: body.word, is: body instanceof RouterBody }),
  }),
  operation({
    ...{ ...shared, method: 'DELETE', path: '/things/:id', id: 'c', answer: { status: 204 } },
    handle: (call) => {
      seen(call.body, call.query);
      return null;
    },
  }),
  operation({
    ...{ ...shared, method: 'PUT', path: '/bytes', id: 'd', bytes: 4, answer: { status: 200 } },
    handle: async ({ ctx }) => ({ length: (await rawBody(ctx, 4)).length }),
  }),
  operation({
    ...{ ...shared, method: 'GET', path: '/mine', id: 'e', actor: 'ticket', answer: { status: 200 } },
    handle: ({ ctx }) => ({ ticket: ticketOf(ctx) }),
  }),
  operation({
    ...{ ...shared, method: 'GET', path: '/broken/:secret', id: 'f', answer: { status: 200 } },
    handle: () => {
      throw new Error('canary');
    },
  }),
  operation({
    ...{ ...shared, method: 'GET', path: '/own', id: 'g', own: true, answer: { status: 200 } },
    handle: ({ ctx }) => {
      ctx.status = 304;
      return null;
    },
  }),
];

function serve(admit: () => void = () => undefined) {
  const actors = {
    ...noActors,
    ticket: (ctx: Parameters<typeof setActor>[0]) => {
      setActor(ctx, { ticket: bearer(ctx, 't_', 'ticket.required') });
    },
  };
  return appWith({ more: [operationRouter({ operations: table, actors, admit })] });
}
const post = (path: string, body: string) =>
  serve().http.post(`/api/v1${path}`).set('Content-Type', 'application/json').send(body);

describe('an operation', () => {
  test('gets the parts of its address, its query and its body, of their classes', async () => {
    expect((await serve().http.get('/api/v1/things/a%20b?n=5')).body).toEqual({ id: 'a b', n: 5 });
    const answer = await post('/things', '{"word":"w"}');
    expect([answer.status, answer.body]).toEqual([201, { word: 'w', is: true }]);
  });

  test('without a query refuses one, naming it', async () => {
    const answer = await serve().http.delete('/api/v1/things/1?n=1');
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'request.invalid', details: { fields: { n: ['whitelistValidation'] } } },
    ]);
    expect(seen).not.toHaveBeenCalled();
  });

  test('without a body lets one pass unread', async () => {
    const answer = await serve()
      .http.delete('/api/v1/things/1')
      .set('Content-Type', 'text/plain')
      .send('x'.repeat(1_000_000));
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(seen).toHaveBeenCalledWith({}, {});
  });

  test('of raw bytes takes them under their type, and no more than it says', async () => {
    const put = (type: string, bytes: number) =>
      serve().http.put('/api/v1/bytes').set('Content-Type', type).send(Buffer.alloc(bytes));
    expect((await put('application/octet-stream', 4)).body).toEqual({ length: 4 });
    expect((await put('application/octet-stream', 5)).status).toBe(413);
    expect((await put('application/json', 4)).status).toBe(422);
  });

  test('that answers by itself is left alone', async () => {
    expect((await serve().http.get('/api/v1/own')).status).toBe(304);
  });

  test('that breaks tells the log its pattern and nothing of what was asked', async () => {
    const { http, failed } = serve();
    expect((await http.get('/api/v1/broken/canary-in-address')).status).toBe(500);
    expect(JSON.stringify(failed.mock.calls[0]?.[1])).not.toContain('canary');
    expect(failed.mock.calls[0]?.[1]).toMatchObject({ route: '/api/v1/broken/:secret', status: 500 });
  });
});

describe('an address', () => {
  test('answers HEAD where it answers GET, and says which methods it takes', async () => {
    expect((await serve().http.head('/api/v1/things/1')).status).toBe(200);
    const answer = await serve().http.post('/api/v1/things/1');
    expect([answer.status, answer.headers['allow'], answer.body]).toMatchObject([
      405,
      'GET, HEAD, DELETE',
      { code: 'request.method' },
    ]);
  });

  test.each(['/api/v1/nothing', '/api/v1/', '/api/v1/Things', '/api/v1/things/', '/api/v1/things/1/2'])(
    '%s is not found',
    async (path) => {
      const answer = await serve().http.get(path);
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'request.not_found' }]);
    },
  );

  test('of somebody else is passed on', async () => {
    const { http } = appWith({
      more: [
        operationRouter({ operations: table, actors: noActors, admit: () => undefined }),
        (ctx) => {
          ctx.body = 'another';
        },
      ],
    });
    expect((await http.get('/api/v1x')).text).toBe('another');
  });

  test('stands in the table once for each method', () => {
    const [first] = table;
    if (first === undefined) throw new Error('no operation');
    const twice = [first, { ...first, path: '/things/:name' }];
    expect(() => operationRouter({ operations: twice, actors: noActors, admit: () => undefined })).toThrow(
      'GET /things/:name',
    );
  });
});

describe('who calls', () => {
  const get = (value?: string) => {
    const asked = serve().http.get('/api/v1/mine');
    return value === undefined ? asked : asked.set('Authorization', value);
  };

  test('is told by a bearer token of the right kind', async () => {
    expect((await get('Bearer t_abc')).body).toEqual({ ticket: 't_abc' });
    expect((await get('bearer t_abc')).status).toBe(200);
  });

  test.each([
    [undefined],
    ['Bearer'],
    ['Bearer r_abc'],
    ['Basic t_abc'],
    ['t_abc'],
    ['Bearer t_a b'],
    [`Bearer t_${'a'.repeat(700)}`],
  ])('is nobody with %s', async (value) => {
    const answer = await get(value);
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'ticket.required' }]);
  });
});

test('a write is counted before anything of it is read, and a refused one reaches nobody', async () => {
  const refuse = () => {
    throw new DomainError('limit.requests', { details: { telephone: '1' } });
  };
  const { http } = serve(refuse);
  const answer = await http.post('/api/v1/things').set('Content-Type', 'application/json').send('{');
  expect([answer.status, answer.body]).toMatchObject([429, { details: { telephone: '1' } }]);
  expect((await http.get('/api/v1/things/1')).status).toBe(200);
});
