import { type Agent, request } from 'node:http';

export type Exchange =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: string; readonly ms: number }
  | { readonly outcome: 'timeout' | 'connection'; readonly ms: number };

export interface PostOptions {
  readonly agent: Agent;
  readonly limitMs: number;
  readonly now: () => number;
  readonly method: 'GET' | 'POST';
  readonly contentType: string;
}

/** An answer longer than this is cut off and treated as a broken connection. */
const mostBytes = 256 * 1024;

/** One HTTP exchange with the line, ended at `limitMs` whatever has come by then. Never rejects. */
export async function post(url: URL, body: string, options: PostOptions): Promise<Exchange> {
  const began = options.now();
  const first = await once(url, body, options, options.limitMs);
  // A kept-alive connection that the line had closed meanwhile is not a failed delivery.
  if (first !== 'stale') return first;
  const again = await once(url, body, options, options.limitMs - (options.now() - began));
  return again === 'stale' ? { outcome: 'connection', ms: options.now() - began } : again;
}

function once(url: URL, body: string, options: PostOptions, limitMs: number): Promise<Exchange | 'stale'> {
  const { agent, now, method, contentType } = options;
  return new Promise((resolve) => {
    const began = now();
    const bytes = Buffer.from(body);
    const headers = {
      'user-agent': 'Mozilla/4.0',
      accept: '*/*',
      ...(method === 'POST' ? { 'content-type': contentType, 'content-length': bytes.length } : {}),
    };
    const outgoing = request(url, { agent, method, headers });
    const settle = (exchange: Exchange | 'stale'): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve(exchange);
    };
    const timer = setTimeout(() => {
      settle({ outcome: 'timeout', ms: now() - began });
    }, limitMs);
    outgoing.on('error', () => {
      const stale = outgoing.reusedSocket && now() - began < 100;
      settle(stale ? 'stale' : { outcome: 'connection', ms: now() - began });
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > mostBytes) settle({ outcome: 'connection', ms: now() - began });
      });
      incoming.on('error', () => {
        settle({ outcome: 'connection', ms: now() - began });
      });
      incoming.on('end', () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ outcome: 'answered', status: incoming.statusCode ?? 0, body: text, ms: now() - began });
      });
    });
    outgoing.end(bytes);
  });
}
