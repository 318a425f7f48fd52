import { describe, expect, test } from '@jest/globals';
import { ApiError, NoConnection } from '../../../miniprogram-api/client/errors.js';
import { deviceDay } from '../../../miniprogram-api/client/readers.js';
import { waits } from '../../../miniprogram-api/client/ask.js';
import { apiServer } from '../../support/fakes/api-server.js';
import { clientWith, content, strange } from './set-up.js';

const names = async (
  server: ReturnType<typeof apiServer>,
  now?: () => number,
): Promise<readonly string[]> => {
  const { client } = clientWith({ server, ...(now ? { now } : {}) });
  return (await client.line()).readers.map(({ handlerId }) => handlerId);
};
const clockAt = (iso: string) => () => Date.parse(iso);

describe('the line', () => {
  test('names whom the root key leads to', async () => {
    const server = apiServer();
    server.line.admit('handler-1');
    server.line.keyring.push({ ...(server.line.keyring[1] ?? never()), handlerId: 'smuggled' });
    expect(await names(server)).toEqual(['recovery', 'handler-1']);
  });

  test('leaves out who is revoked by the device’s day, whatever day the server says it is', async () => {
    const server = apiServer('2026-11-20');
    server.line.admit('handler-1');
    server.line.revoke('handler-1', '2026-12-01');
    expect(await names(server, clockAt('2026-11-30T10:00:00Z'))).toEqual(['recovery', 'handler-1']);
    expect(await names(server, clockAt('2026-12-01T10:00:00Z'))).toEqual(['recovery']);
  });

  test('does not seal to who is no reader yet, on a device whose clock is ahead', async () => {
    const server = apiServer('2025-12-31');
    expect(await names(server, clockAt('2026-01-05T10:00:00Z'))).toEqual([]);
  });

  test('goes by its own day where the device’s is a month ahead or more', async () => {
    const server = apiServer();
    server.line.admit('handler-1');
    server.line.revoke('handler-1', '2030-01-01');
    expect(await names(server, clockAt('2031-01-01T00:00:00Z'))).toEqual(['recovery', 'handler-1']);
  });

  test('counts the device’s day where the line is', () => {
    expect(deviceDay(Date.parse('2026-11-30T15:59:59Z'))).toBe('2026-11-30');
    expect(deviceDay(Date.parse('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
  });

  test('takes no report while nobody could read one', async () => {
    const { client, server } = clientWith();
    server.line.keyring.splice(0);
    expect(await client.line()).toMatchObject({ takesReports: false, readers: [] });
    await expect(client.begin().send(content)).rejects.toMatchObject({ code: 'report.not_taken_here' });
  });

  test('is sealed to under the pinned root key only', async () => {
    const { client, server } = clientWith({ options: { pin: new Uint8Array(32).fill(1) } });
    expect(await client.line()).toMatchObject({ takesReports: false, readers: [], telephone: '12339' });
    await expect(client.begin().send(content)).rejects.toMatchObject({ code: 'keyring.untrusted' });
    expect(server.requests.map(({ path }) => path)).not.toContain('/api/v1/reports');
    const pinned = clientWith({ server, options: { pin: server.line.rootPk } });
    expect((await pinned.client.line()).takesReports).toBe(true);
  });

  test('is sealed to under the root key that was met first', async () => {
    let server = apiServer();
    const { client } = clientWith({ request: (asked) => server.request(asked) });
    await client.line();
    const other = apiServer();
    other.state.faults = () => null;
    server = other;
    expect(await client.line()).toMatchObject({ takesReports: false, readers: [] });
    await expect(client.begin().send(content)).rejects.toMatchObject({ code: 'keyring.untrusted' });
    expect(other.requests.map(({ path }) => path)).not.toContain('/api/v1/reports');
  });
});

function never(): never {
  throw new Error('no such entry');
}

describe('what is no answer of the line', () => {
  test.each([
    ['a captive portal’s page', '<html>Sign in</html>'],
    ['nothing', ''],
    ['half an answer', '{"name":{"zh":"示'],
    ['a list', '[]'],
    ['an object of somebody else', '{"ok":true}'],
    ['null', 'null'],
    ['one without a day', JSON.stringify({ name: { zh: '', en: '' }, languages: [], ways: [], limits: {} })],
    ['deep nonsense', JSON.stringify({ name: { zh: 1 }, ways: [null], limits: 7, keyring: 'x' })],
  ])('%s is asked for again, and then there is no connection', async (_, text) => {
    const sent: string[] = [];
    const { client } = clientWith({
      request: async ({ path }) => {
        sent.push(path);
        return { status: 200, text, header: () => null };
      },
    });
    await expect(client.line()).rejects.toBeInstanceOf(NoConnection);
    expect(sent).toHaveLength(waits.length + 1);
    await expect(client.questions('en')).rejects.toBeInstanceOf(NoConnection);
    await expect(client.open(strange)).rejects.toBeInstanceOf(NoConnection);
    await expect(client.begin().send(content)).rejects.toBeInstanceOf(NoConnection);
  });

  test('a page instead of an empty answer neither', async () => {
    const { client, server } = clientWith();
    const thread = await client.open((await client.begin().send(content)).receipt);
    server.state.faults = ({ path }) => (path.endsWith('/withdraw') ? 'html' : null);
    await expect(thread?.withdraw()).rejects.toBeInstanceOf(NoConnection);
    expect([...server.reports.byId.values()][0]?.state).toBe('received');
  });
});

describe('the questions', () => {
  test('are a graph as the chat walks it, with their texts', async () => {
    const { client } = clientWith();
    const { graph, texts, current } = await client.questions('en');
    expect(current).toBe('g1');
    expect(graph.questions.slice(0, 4)).toEqual([
      {
        ...{ id: 'category', kind: 'choice', optional: false, role: 'category' },
        ...{ choices: ['spying', 'other', 'opinion'], ends: ['opinion'] },
      },
      { id: 'story', kind: 'story', optional: false },
      { id: 'when', kind: 'moment', optional: true },
      { id: 'where', kind: 'place', optional: true, when: { not: { q: 'category', in: ['other'] } } },
    ]);
    expect(texts['q.story.ask']).toBe('What happened?');
  });

  test('of a version that the line does not know are refused with today’s', async () => {
    const { client } = clientWith();
    const refused = await client.questions('en', 'old').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ code: 'questions.unknown_version', details: { current: 'g1' } });
  });
});
