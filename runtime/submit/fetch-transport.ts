/** The typed client's transport over Node's fetch. */
import type { StopSignal, Transport } from '../../miniprogram-api/client/ports.js';

/** Sends to one line: `url` is its address, whatever stands behind the host. */
export function fetchTransport(url: URL): Transport {
  return async ({ method, path, headers, body, stop }) => {
    const response = await fetch(new URL(path, url), {
      ...{ method, headers, redirect: 'error', signal: signalOf(stop) },
      body: body === undefined || typeof body === 'string' ? (body ?? null) : Buffer.from(body),
    });
    const text = await response.text();
    return { status: response.status, text, header: (name) => response.headers.get(name) };
  };
}

function signalOf(stop: StopSignal | undefined): AbortSignal | null {
  if (stop === undefined) return null;
  const controller = new AbortController();
  stop.onStop(() => {
    controller.abort();
  });
  return controller.signal;
}
