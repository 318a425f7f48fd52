/** Tickets over HTTP: one for some work, or for a login that is forgotten. */
import { describe, expect, test } from '@jest/globals';
import { createTickets } from '../../../../domain/tickets/tickets.js';
import { DomainError } from '../../../../domain/errors.js';
import type { Login } from '../../../../miniprogram-api/login.js';
import { operationRouter } from '../../../../miniprogram-api/operation-router.js';
import { createProofOfWork } from '../../../../miniprogram-api/proof-of-work.js';
import { ticketOperations } from '../../../../miniprogram-api/routes/tickets/tickets.js';
import { createApiTokens } from '../../../../vault/api-tokens.js';
import { createSodium } from '../../../../vault/node/sodium.js';
import { createArgon2Pool } from '../../../../vault/node/argon2.js';
import { solveChallenge } from '../../../../vault/proof-of-work.js';
import { handClock } from '../../../support/fakes/clock.js';
import { memoryTickets } from '../../../support/fakes/tickets.js';
import { seeded } from '../../../support/line.js';
import { noActors } from '../../actors.js';
import { appWith } from '../../serve.js';

const sodium = createSodium(createArgon2Pool());

function serve(login: Login = async () => 'refused') {
  const clock = handClock(new Date(Date.now()).toISOString());
  const random = seeded(3);
  const store = memoryTickets();
  const vault = createApiTokens(sodium, { secret: new Uint8Array(32).fill(5), random });
  const tickets = createTickets({ tickets: store, vault, clock });
  const work = createProofOfWork({ secret: 'of the line', random, clock, counters: 10 });
  const operations = ticketOperations({ tickets, work, login });
  const { http, failed } = appWith({
    more: [operationRouter({ operations, actors: noActors, admit: () => undefined })],
  });
  const post = (body: object) =>
    http.post('/api/v1/tickets').set('Content-Type', 'application/json').send(JSON.stringify(body));
  async function solved(): Promise<{ challenge: string; nonce: number }> {
    const { body } = await http.get('/api/v1/tickets/challenge');
    const { challenge } = body as { challenge: string };
    const nonce = await solveChallenge(challenge, { now: () => 0, pause: async () => undefined });
    return { challenge, nonce: nonce ?? -1 };
  }
  return { post, solved, store, tickets, clock, failed };
}

describe('a ticket', () => {
  test('is given for a solved challenge, and only its hash is kept', async () => {
    const { post, solved, store, clock } = serve();
    const answer = await post(await solved());
    expect(answer.status).toBe(201);
    const { ticket, expiresOn } = answer.body as { ticket: string; expiresOn: string };
    expect(ticket).toMatch(/^t_[\w-]{43}$/);
    expect(expiresOn > clock.today()).toBe(true);
    const [row] = store.stored.values();
    expect(row).toEqual({ id: row?.id, day: clock.today(), state: 'open', bound: null });
    expect(ticket).not.toContain(row?.id);
  });

  test('is the same one for the same solution, and stays spent once it is', async () => {
    const { post, solved, store, tickets } = serve();
    const solution = await solved();
    const first = (await post(solution)).body as { ticket: string };
    expect((await post(solution)).body).toEqual(first);
    expect(store.stored.size).toBe(1);
    await tickets.spend(first.ticket);
    expect((await post(solution)).body).toEqual(first);
    await expect(tickets.check(first.ticket, 'ab'.repeat(16))).rejects.toMatchObject({
      code: 'ticket.required',
    });
  });

  test('is not given for a counter that solves nothing, or for what is no challenge', async () => {
    const { post, solved, store } = serve();
    const { challenge, nonce } = await solved();
    for (const body of [
      { challenge, nonce: nonce + 1 },
      { challenge: 'canary', nonce },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'ticket.refused' }]);
    }
    expect(store.stored.size).toBe(0);
  });

  test('is given for a login, another one each time, and nobody is remembered', async () => {
    const asked: string[] = [];
    const { post, store } = serve(async (code) => {
      asked.push(code);
      return { openid: 'oCanary' };
    });
    const [one, two] = [await post({ code: 'c' }), await post({ code: 'c' })];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).not.toEqual(two.body);
    expect(asked).toEqual(['c', 'c']);
    expect(JSON.stringify([...store.stored.values(), one.body, two.body])).not.toContain('oCanary');
  });

  test('is not given for a code that the platform refuses, or while it does not answer', async () => {
    expect((await serve().post({ code: 'c' })).body).toMatchObject({ code: 'ticket.refused' });
    const silent = serve(() => Promise.reject(new DomainError('login.unavailable')));
    const answer = await silent.post({ code: 'c' });
    expect([answer.status, answer.headers['retry-after'], answer.body]).toMatchObject([
      ...[503, '5', { code: 'login.unavailable' }],
    ]);
    expect(silent.failed).not.toHaveBeenCalled();
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['a challenge alone', { challenge: 'c' }],
    ['a counter alone', { nonce: 5 }],
    ['both ways at once', { challenge: 'c', nonce: 5, code: 'c' }],
    ['a code and half of the other way', { code: 'c', nonce: 5 }],
    ['a code and a counter that is none', { code: 'c', nonce: 'x' }],
    ['a code that is null', { code: null }],
    ['a counter in words', { challenge: 'c', nonce: '5' }],
    ['a counter of more than 32 bits', { challenge: 'c', nonce: 2 ** 32 }],
    ['an operator', { challenge: { $ne: null }, nonce: 5 }],
  ])('is not given for %s', async (_what, body) => {
    const { post, store } = serve(async () => ({ openid: 'o' }));
    const answer = await post(body);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'request.invalid' }]);
    expect(store.stored.size).toBe(0);
  });
});
