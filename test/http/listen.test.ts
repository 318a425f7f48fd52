import { describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { listen, slowClientLimits } from '../../http/listen.js';

describe('a listener', () => {
  test('answers on the host and a free port', async () => {
    const server = await listen((_request, response) => response.end('here'), '127.0.0.1', 0);
    const { port, address } = server.address() as AddressInfo;
    expect(address).toBe('127.0.0.1');
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here');
    server.closeAllConnections();
    server.close();
  });

  test("rejects with the system's error when the port is in use", async () => {
    const server = await listen(() => undefined, '127.0.0.1', 0);
    const { port } = server.address() as AddressInfo;
    await expect(listen(() => undefined, '127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    server.close();
  });

  test('hangs up on a client that does not finish its headers', async () => {
    const limits = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 };
    const server = await listen(() => undefined, '127.0.0.1', 0, limits);
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8');
    socket.write('GET / HTTP/1.1\r\nHost: line\r\n');
    const [answer] = (await once(socket, 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket, 'close');
    server.close();
  });

  test('gives headers less time than a whole request, and idle connections more than a proxy does', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval } =
      slowClientLimits;
    expect(headersTimeout).toBeLessThan(requestTimeout);
    expect(connectionsCheckingInterval).toBeLessThan(headersTimeout);
    expect(keepAliveTimeout).toBeGreaterThan(60_000);
  });
});
