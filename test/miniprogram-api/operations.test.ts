/** Every operation of the table: its example succeeds with exactly the keys that it declares, and only for its actor. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Actor, Operation } from '../../miniprogram-api/operation.js';
import { seedSample } from '../../runtime/articles/seed-sample.js';
import { toBase64url } from '../../vault/bytes.js';
import { hash } from '../../vault/kdf.js';
import { solveChallenge } from '../../vault/proof-of-work.js';
import { apiLine, type ApiLine, type Asking } from '../runtime/api/api-line.js';
import { wrongs } from '../runtime/api/conforms.js';
import { tokensOn } from '../runtime/api/tokens.js';

type Schema = Readonly<Record<string, unknown>>;
interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let line: ApiLine;
let tokens: ReturnType<typeof tokensOn>;
let schemas: Document['components']['schemas'];
beforeAll(async () => {
  line = await apiLine();
  tokens = tokensOn(line);
  await seedSample(line.core);
  const answered = await fetch(`${line.url}/api/v1/openapi.json`);
  schemas = ((await answered.json()) as Document).components.schemas;
}, 60_000);
afterAll(() => line.close());

/** What an example lacks because it hangs on what was done before. */
type Prepared = Asking & { readonly path?: string };

async function begun(parts = 1): Promise<{ token: string; fileId: string; part: Uint8Array; path: string }> {
  const token = await tokens.ticket();
  const [reportId, fileId] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const path = '/reports/current/evidence';
  await line.ask('POST', path, { token, body: { reportId, fileId, parts, partBytes: 1_048_576 } });
  const part = Uint8Array.from({ length: 500 }, (_, i) => (i === 0 ? 1 : i % 251));
  return { token, fileId, part, path: `${path}/${fileId}` };
}

const prepared: Readonly<Record<string, () => Promise<Prepared>>> = {
  async issueTicket() {
    const { body } = await line.ask('GET', '/tickets/challenge');
    const challenge = String(body['challenge']);
    const breath = { now: () => 0, pause: async () => undefined };
    return { body: { challenge, nonce: await solveChallenge(challenge, breath) } };
  },
  sendReport: async () => ({ token: await tokens.ticket(), body: tokens.intake().body }),
  openReport: async () => ({ body: { proof: (await tokens.report()).proof } }),
  async disputeOutcome() {
    const { token, reportId } = await tokens.report();
    await line.core.storage.reports.move(reportId, ['received'], 'closed');
    return { token };
  },
  async putPart() {
    const { token, part, path } = await begun();
    return { token, path: `${path}/parts/0`, body: part };
  },
  async completeUpload() {
    const { token, part, path } = await begun();
    await line.ask('PUT', `${path}/parts/0`, { token, body: part });
    return { token, path: `${path}/complete`, body: { hashes: [toBase64url(hash(line.core.sodium, part))] } };
  },
};

/** What this line cannot do: nobody is there who could say whose a code is. */
const refusedHere: Readonly<Record<string, string>> = { openSession: 'login.unavailable' };

function addressOf({ path, example }: Operation): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => example.params?.[name] ?? name);
  const query = new URLSearchParams(example.query ?? {}).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

const codeOf: Readonly<Record<Exclude<Actor, 'anyone'>, string>> = {
  ticket: 'ticket.required',
  report: 'report.token_required',
  uploader: 'ticket.required',
  session: 'session.required',
};

test('no operation is missing, and none is there that the contract does not name', () => {
  expect(line.operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [
      ...['GET /line', 'GET /questions', 'GET /tickets/challenge', 'POST /tickets'],
      ...['POST /reports', 'POST /reports/open', 'GET /reports/current'],
      ...['GET /reports/current/messages', 'POST /reports/current/messages', 'POST /reports/current/receipt'],
      ...[
        'POST /reports/current/withdraw',
        'POST /reports/current/dispute',
        'POST /reports/current/evidence',
      ],
      ...['PUT /reports/current/evidence/:file/parts/:n', 'POST /reports/current/evidence/:file/complete'],
      ...['POST /sessions', 'GET /subscriptions', 'PUT /subscriptions', 'DELETE /subscriptions'],
      ...['GET /me', 'DELETE /me', 'GET /articles', 'GET /articles/search', 'GET /articles/:slug'],
    ].sort(),
  );
});

test('the example of each succeeds, with exactly the keys that it declares', async () => {
  const found: Record<string, unknown> = {};
  for (const operation of line.operations) {
    const { id, method, actor, example, answer } = operation;
    const token = await tokens.of(actor);
    const special = (await prepared[id]?.()) ?? {};
    const asking = { ...(token === null ? {} : { token }), body: example.body, ...special };
    const { status, body } = await line.ask(method, special.path ?? addressOf(operation), asking);
    if (id in refusedHere) found[id] = body['code'] === refusedHere[id] ? 'as expected' : body;
    else if (status !== answer.status) found[id] = [status, body];
    else if (answer.shape === undefined) found[id] = Object.keys(body).length === 0 ? 'as expected' : body;
    else {
      const wrong = wrongs(body, schemas[answer.shape.name] ?? {}, schemas);
      found[id] = wrong.length === 0 ? 'as expected' : wrong;
    }
  }
  expect(found).toEqual(Object.fromEntries(line.operations.map(({ id }) => [id, 'as expected'])));
  expect(line.failures).toEqual([]);
}, 60_000);

describe('an operation for somebody', () => {
  test.each(['none', 'another kind', 'one that nobody gave out', 'no bearer'])(
    'is refused to who has a token: %s',
    async (which) => {
      const all = [await tokens.of('ticket'), await tokens.of('report'), await tokens.of('session')];
      const wrong = (actor: Actor): Asking => {
        const headers = (value: string): Asking => ({ headers: { authorization: value } });
        if (which === 'none') return {};
        if (which === 'no bearer') return headers('Basic t_r_s_');
        if (which === 'another kind')
          return { token: all.find((one) => one?.startsWith(actor === 'session' ? 't_' : 's_')) ?? '' };
        return { token: `${actor === 'session' ? 's' : actor === 'report' ? 'r' : 't'}_${'A'.repeat(43)}` };
      };
      const found: Record<string, unknown> = {};
      const expected: Record<string, unknown> = {};
      for (const operation of line.operations) {
        const { id, method, actor, example, bytes } = operation;
        if (actor === 'anyone') continue;
        const body = bytes === undefined ? example.body : new Uint8Array(10);
        const answer = await line.ask(method, addressOf(operation), { body, ...wrong(actor) });
        found[id] = [answer.status, answer.body['code']];
        expected[id] = [401, codeOf[actor]];
      }
      expect(found).toEqual(expected);
    },
  );

  test('names the code of its actor, and of every write the limit', () => {
    for (const { id, method, actor, errors } of line.operations) {
      expect([id, method === 'GET' || errors.includes('limit.requests')]).toEqual([id, true]);
      expect([id, actor === 'anyone' || errors.some((code) => code === codeOf[actor])]).toEqual([id, true]);
    }
  });
});
