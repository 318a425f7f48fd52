import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRequester, type HttpRequest } from '../../wechat/requester.js';

const requester = createRequester();
let server: Server;
let base: string;
let answer: (response: ServerResponse, body: string) => void;

beforeEach(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(response, `${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});
afterAll(() => {
  requester.close();
});

const get = (more: Partial<HttpRequest> = {}) =>
  requester.request({ method: 'GET', url: `${base}/x?secret=1`, maxBytes: 1000, timeoutMs: 2000, ...more });

describe('the requester', () => {
  test('it carries method, body and headers there and status, type and bytes back', async () => {
    answer = (response, body) => {
      response.writeHead(201, { 'Content-Type': 'Text/Plain; charset=utf-8' }).end(body);
    };
    expect(await get({ method: 'POST', body: '你好' })).toEqual({
      status: 201,
      type: 'text/plain',
      body: Buffer.from('POST /x?secret=1 你好'),
    });
  });

  test('a connection used again and again gathers no listeners', async () => {
    const sockets: Socket[] = [];
    const opened = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);
    subscribe('net.client.socket', opened);
    answer = (response) => response.end();
    for (let n = 0; n < 5; n += 1) await get();
    unsubscribe('net.client.socket', opened);
    expect(sockets.map((socket) => socket.listenerCount('connect'))).toEqual([0]);
  });

  test('an answer that is too long is given up', async () => {
    answer = (response) => response.end(Buffer.alloc(1001));
    await expect(get()).rejects.toMatchObject({ reason: 'too-large', arrived: 'unknown' });
  });

  test('an answer that does not come is given up', async () => {
    answer = () => undefined;
    await expect(get({ timeoutMs: 50 })).rejects.toMatchObject({ reason: 'timeout', arrived: 'unknown' });
  });

  test('a connection reset, and an answer cut short, are broken', async () => {
    answer = (response) => response.socket?.destroy();
    await expect(get()).rejects.toMatchObject({ reason: 'broken', arrived: 'unknown' });
    answer = (response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('half');
      setTimeout(() => response.socket?.destroy(), 10);
    };
    await expect(get()).rejects.toMatchObject({ reason: 'broken', arrived: 'unknown' });
  });

  test('where nobody listens nothing arrived, and the error does not show where', async () => {
    server.close();
    const error = await get({ url: 'http://127.0.0.1:1/x?secret=1' }).catch(
      (thrown: unknown) => thrown as Error,
    );
    expect(error).toMatchObject({ reason: 'unreachable', arrived: 'no', message: 'unreachable' });
    expect((error as Error).stack).not.toContain('secret');
  });
});
