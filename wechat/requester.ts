/** HTTP to the platform: one exchange, bounded in time and size, without a word of the URL in its errors. */
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** a longer answer is given up */
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export interface HttpResponse {
  readonly status: number;
  /** media type without parameters, lower case */
  readonly type: string;
  readonly body: Buffer;
}

export type TransportReason = 'unreachable' | 'timeout' | 'broken' | 'too-large';

/** The exchange failed. `arrived`: `no` if it failed before a connection was there. */
export class TransportError extends Error {
  constructor(
    readonly reason: TransportReason,
    readonly arrived: 'no' | 'unknown',
  ) {
    super(reason);
    this.name = 'TransportError';
  }
}

/** @throws TransportError */
export type Requester = (request: HttpRequest) => Promise<HttpResponse>;

/** A requester with connections kept alive, at most `sockets` to one host. */
export function createRequester(sockets = 64): { readonly request: Requester; close(): void } {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: sockets }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: sockets }),
  };
  return {
    request: (given) => exchange(given, agents),
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

function exchange(
  given: HttpRequest,
  agents: { 'http:': HttpAgent; 'https:': HttpsAgent },
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const url = new URL(given.url);
    const secure = url.protocol === 'https:';
    const agent = secure ? agents['https:'] : agents['http:'];
    const body = given.body === undefined ? undefined : Buffer.from(given.body);
    const headers = { ...given.headers, ...(body && { 'content-length': String(body.length) }) };
    let connected = false;
    const request = (secure ? httpsRequest : httpRequest)(url, { method: given.method, agent, headers });
    const fail = (reason: TransportReason): void => {
      clearTimeout(timer);
      reject(new TransportError(reason, connected ? 'unknown' : 'no'));
      request.destroy();
    };
    const timer = setTimeout(() => {
      fail('timeout');
    }, given.timeoutMs);
    request.on('socket', (socket) => {
      // a socket used again is connected, and would keep one listener more with each call
      if (!socket.connecting) connected = true;
      else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true));
    });
    request.on('error', () => {
      fail(connected ? 'broken' : 'unreachable');
    });
    request.on('response', (response) => {
      collect(response, given.maxBytes, fail, (bytes) => {
        clearTimeout(timer);
        const type = (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
        resolve({ status: response.statusCode ?? 0, type, body: bytes });
      });
    });
    request.end(body);
  });
}

function collect(
  response: IncomingMessage,
  maxBytes: number,
  fail: (reason: TransportReason) => void,
  done: (bytes: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) fail('too-large');
    else chunks.push(chunk);
  });
  response.on('error', () => {
    fail('broken');
  });
  response.on('end', () => {
    if (response.complete) done(Buffer.concat(chunks));
    else fail('broken');
  });
}
