/** The typed client, as a browser runs it. */
import { createClient } from '../../miniprogram-api/client/client.js';
import type { StopSignal, Transport } from '../../miniprogram-api/client/ports.js';
import type { Client } from './ports.js';

/** A client of the line that this page came from, and of no other host. */
export function createLine(): Client {
  return createClient({
    request,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    now: () => Date.now(),
    pause,
  });
}

const request: Transport = async ({ method, path, headers, body, stop }) => {
  const response = await fetch(path, {
    ...{ method, headers, body: body === undefined ? null : bodyOf(body), signal: signalOf(stop) },
    // no cookie, no kept copy, no other host, and nothing of where it was asked from
    ...{ credentials: 'omit', cache: 'no-store', mode: 'same-origin', redirect: 'error' },
    referrerPolicy: 'no-referrer',
  });
  const text = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name), text };
};

/** A part of a file stands in memory of its own, as `fetch` wants it. */
const bodyOf = (body: Uint8Array | string): BodyInit =>
  typeof body === 'string' ? body : new Blob([new Uint8Array(body)]);

function signalOf(stop: StopSignal | undefined): AbortSignal | null {
  if (stop === undefined) return null;
  const controller = new AbortController();
  stop.onStop(() => {
    controller.abort();
  });
  return controller.signal;
}

/** Shorter than this, a timer of a browser takes several times as long as it was asked for. */
const shortest = 5;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms >= shortest) {
      setTimeout(resolve, ms);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
