import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { letterOf, type AlertKind } from '../../../domain/alerts/alert.js';
import type { Letter, Params } from '../../../domain/outbox/letter.js';
import { createWebhookChannel } from '../../../runtime/alerts/webhook-channel.js';
import { handClock } from '../../support/fakes/clock.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Got {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server of the test's own that answers as it is told. */
async function hook(answer: (response: ServerResponse) => void) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { url: path = '', method = '', headers } = request;
      got.push({ path, method, headers, body });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const deliver = (path = '/hook', patience = 10_000) =>
    createWebhookChannel({ url: url + path, publicUrl: 'https://line.example.org', clock, patience });
  return { got, url, deliver };
}

const letter = (kind: AlertKind, params: Params = {}): Letter => ({
  ...letterOf({ kind, fact: '1', params }, 'staff-webhook', '2026-11-22'),
  ...{ state: 'waiting', attempts: 0, nextAt: 0, reason: null },
});

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end('a long answer');

test('it is one POST that says which line, what kind and when, and nothing else', async () => {
  const { got, deliver } = await hook(status(204));
  expect(await deliver()(letter('job_failing', { job: 'advance-sends' }))).toEqual({ is: 'delivered' });
  expect(got).toMatchObject([{ method: 'POST', path: '/hook' }]);
  expect(got[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'alert.job_failing.1.2026-11-22',
  });
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({
    ...{ line: 'https://line.example.org', kind: 'job_failing', at: '2026-11-22T02:00:00.000Z' },
  });
});

describe('an answer', () => {
  test.each([
    [200, { is: 'delivered' }],
    [400, { is: 'final', reason: 'http-400' }],
    [404, { is: 'final', reason: 'http-404' }],
    [408, { is: 'failed', reason: 'http-408' }],
    [429, { is: 'failed', reason: 'http-429' }],
    [500, { is: 'failed', reason: 'http-500' }],
    [503, { is: 'failed', reason: 'http-503' }],
  ])('%d', async (code, outcome) => {
    const { deliver } = await hook(status(code));
    expect(await deliver()(letter('work'))).toEqual(outcome);
  });

  test.each([301, 302, 307, 308])('%d leads nowhere: it is not followed', async (code) => {
    const { got, url, deliver } = await hook(status(code, { location: '/elsewhere' }));
    expect(await deliver()(letter('work'))).toEqual({ is: 'final', reason: `http-${code}` });
    expect([got.map(({ path }) => path), url.length > 0]).toEqual([['/hook'], true]);
  });

  test('that never comes is waited for so long and no longer', async () => {
    const { deliver } = await hook(() => undefined);
    const began = performance.now();
    expect(await deliver('/hook', 200)(letter('work'))).toEqual({ is: 'failed', reason: 'timed-out' });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('that breaks off, and a server that is down', async () => {
    const { deliver } = await hook((response) => response.socket?.destroy());
    expect(await deliver()(letter('work'))).toEqual({ is: 'failed', reason: 'no-connection' });
    for (const close of closing.splice(0)) close();
    expect(await deliver()(letter('work'))).toEqual({ is: 'failed', reason: 'no-connection' });
  });
});

test('a letter that is no alert is dead, and nothing is asked', async () => {
  const { got, deliver } = await hook(status(204));
  expect(await deliver()({ ...letter('work'), code: 'sermon' })).toEqual({ is: 'final', reason: 'no-alert' });
  expect(got).toEqual([]);
});
