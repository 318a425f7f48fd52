/** What somebody allows by the mini-program, what is kept about them, and that it is erased. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openWhole } from '../../../../runtime/backup/database.js';
import { countPush } from '../../../../wechat/consents.js';
import { apiLine, type ApiLine } from '../../../runtime/api/api-line.js';
import { tokensOn } from '../../../runtime/api/tokens.js';

const openid = 'oPersonOfTheTests0000000001';
const template = 'simulator-notice';
let line: ApiLine;
let tokens: ReturnType<typeof tokensOn>;
beforeAll(async () => {
  line = await apiLine();
  tokens = tokensOn(line);
}, 60_000);
afterAll(() => line.close());
beforeEach(() => line.core.sends.consents.forget({ way: 'mini', openid }));

const ask = (method: string, path: string, body?: unknown, who = openid) =>
  line.ask(method, path, { body, token: tokens.session(who) });
const put = (answer: 'accept' | 'reject', id: string, changes: object = {}) =>
  ask('PUT', '/subscriptions', { template, answer, id, ...changes });
const left = async (): Promise<unknown> => {
  const { body } = await ask('GET', '/subscriptions');
  return (body['items'] as { left: number }[]).map((item) => item.left);
};

/** A push of the platform's about an answer, as the mini-program's callback counts it. */
const pushed = (event: string, status: 'accept' | 'reject') =>
  countPush(line.core.sends.counts('mini'), openid, {
    ...{ ToUserName: 'gh_1', FromUserName: openid, CreateTime: '1796000000', MsgType: 'event', Event: event },
    List: { TemplateId: template, SubscribeStatusString: status, PopupScene: '0' },
  });

describe('a subscription', () => {
  test('is told by notice, with its name and what is left', async () => {
    const { status, body } = await put('accept', 'answer-1');
    const item = {
      ...{ notice: 'education-day', template, left: 1, changedOn: line.core.clock.today() },
      name: { zh: expect.any(String), en: expect.any(String) },
    };
    expect([status, body]).toEqual([200, { items: [item] }]);
    expect((await ask('GET', '/subscriptions')).body).toEqual({ items: [item] });
  });

  test('is counted once for each answer, however often it is told', async () => {
    for (const id of ['answer-1', 'answer-1', 'answer-2', 'answer-1']) await put('accept', id);
    expect(await left()).toEqual([2]);
  });

  test('is counted once where the platform’s push of the same answer comes too, before or after', async () => {
    await pushed('subscribe_msg_popup_event', 'accept');
    expect(await left()).toEqual([0]);
    await put('accept', 'answer-1');
    await pushed('subscribe_msg_popup_event', 'accept');
    expect(await left()).toEqual([1]);
  });

  test('is ended by a refusal, here or in the platform’s settings', async () => {
    await put('accept', 'answer-1');
    await put('reject', 'answer-2');
    expect(await left()).toEqual([0]);
    await put('accept', 'answer-3');
    await pushed('subscribe_msg_change_event', 'reject');
    expect(await left()).toEqual([0]);
  });

  test('of a form that there is no notice for is none, and nothing is kept of it', async () => {
    const answer = await put('accept', 'answer-1', { template: 'someone-else-s' });
    expect([answer.status, answer.body['code']]).toEqual([404, 'subscription.unknown']);
    for (const wrong of [{ answer: 'ban' }, { id: 'short' }, { id: 7 }, { count: 5 }])
      expect((await put('accept', 'answer-1', wrong)).body['code']).toBe('request.invalid');
    expect((await ask('GET', '/me')).body['subscriptions']).toEqual([]);
  });

  test('is one person’s, and all of them are taken back at once', async () => {
    await put('accept', 'answer-1');
    expect((await ask('GET', '/subscriptions', undefined, 'oAnother')).body).toMatchObject({
      items: [{ left: 0 }],
    });
    expect((await ask('DELETE', '/subscriptions')).status).toBe(204);
    expect(await left()).toEqual([0]);
  });
});

/** Every document of the line's database, by collection. */
async function dump(): Promise<Readonly<Record<string, readonly string[]>>> {
  const whole = await openWhole(line.core.config, line.core.data);
  const all: Record<string, readonly string[]> = {};
  for (const { name } of await whole.db.listCollections().toArray()) {
    const documents = await whole.db.collection(name).find().toArray();
    all[name] = documents.map((document) => JSON.stringify(document)).sort();
  }
  await whole.close();
  return all;
}

describe('what is kept about an account', () => {
  test('is told in full, also once nothing is left of it', async () => {
    await put('accept', 'answer-1');
    await put('reject', 'answer-2');
    const changedOn = line.core.clock.today();
    expect((await ask('GET', '/me')).body).toMatchObject({
      subscriptions: [{ template, left: 0, changedOn }],
    });
  });

  test('is erased: the database is as it was before, to the byte', async () => {
    const before = await dump();
    await put('accept', 'answer-1');
    await pushed('subscribe_msg_popup_event', 'accept');
    await ask('GET', '/me');
    const kept = await dump();
    const added = Object.keys(kept).filter((name) => kept[name]?.join() !== (before[name] ?? []).join());
    expect(added).toEqual(['consents']);
    expect(JSON.stringify(kept)).not.toContain(openid);
    expect((await ask('DELETE', '/me')).status).toBe(204);
    expect((await ask('DELETE', '/me')).status).toBe(204);
    expect((await ask('GET', '/me')).body['subscriptions']).toEqual([]);
    const after = await dump();
    expect({ ...after, consents: after['consents'] ?? [] }).toEqual({
      ...before,
      consents: before['consents'] ?? [],
    });
  });

  test('is nothing of a report: a session and a report leave no common mark', async () => {
    const before = await dump();
    await tokens.report();
    await put('accept', 'answer-1');
    const after = await dump();
    const [consent = ''] = after['consents'] ?? [];
    const marks = [...consent.matchAll(/"([\w+/=-]{16,})"/g)].map(([, mark = '']) => mark);
    const others = Object.entries(after).flatMap(([name, rows]) =>
      name === 'consents' ? [] : rows.filter((row) => !before[name]?.includes(row)),
    );
    expect([marks.length > 0, others.length > 0]).toEqual([true, true]);
    expect(marks.filter((mark) => others.some((row) => row.includes(mark)))).toEqual([]);
  });
});
