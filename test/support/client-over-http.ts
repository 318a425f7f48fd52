/** The typed client over Node's own HTTP: for lines that run. */
import { randomBytes } from 'node:crypto';
import { createClient, type Client } from '../../miniprogram-api/client/client.js';
import type { ByteSource, ClientPorts, TransportRequest } from '../../miniprogram-api/client/ports.js';

/** A client of the line at this address. `patient`: waits no longer than so many milliseconds between tries. */
export function clientOverHttp(url: string, patient = 50): Client {
  return createClient(portsOverHttp(url, patient));
}

export function portsOverHttp(url: string, patient = 50): ClientPorts {
  return {
    request: async ({ method, path, headers, body, stop }: TransportRequest) => {
      const controller = new AbortController();
      stop?.onStop(() => {
        controller.abort();
      });
      const answer = await fetch(`${url}${path}`, {
        ...{ method, headers, redirect: 'error', signal: controller.signal },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, header: (name) => answer.headers.get(name), text };
    },
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    now: () => Date.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, patient))),
  };
}

/** A file of bytes that a seed gives. */
export function fileOf(size: number, first = 0): ByteSource {
  return {
    size,
    read: async (from, to) =>
      Uint8Array.from({ length: to - from }, (_, i) => (first + 31 * (from + i) + ((from + i) >> 8)) % 251),
  };
}
