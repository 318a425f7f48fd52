/** HTTP as bytes on a socket: for requests that no client would send. */
import { connect } from 'node:net';

export interface RawRequest {
  readonly method: string;
  /** path and query as they stand */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  /** milliseconds between the bytes of the body */
  readonly slow?: number;
  /** so many bytes of the body, then the connection is cut (`cut`) or ended (`end`) */
  readonly stop?: { readonly after: number; readonly how: 'cut' | 'end' };
}

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Milliseconds after which an answer is given up. */
const patience = 8_000;

/** The answer; `closed` where none came before the end of the connection, `hung` where nothing came at all. */
export function exchange(url: string, request: RawRequest): Promise<RawAnswer | 'closed' | 'hung'> {
  const { hostname, port } = new URL(url);
  const { body = new Uint8Array(0), slow, stop } = request;
  const head = [
    `${request.method} ${request.path} HTTP/1.1`,
    ...[['Host', hostname] as const, ['Connection', 'close'] as const, ...request.headers].map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ];
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const done = (answer: RawAnswer | 'closed' | 'hung'): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      done('hung');
    }, patience);
    const read = (): void => {
      done(parsed(Buffer.concat(chunks)) ?? 'closed');
    };
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', read);
    socket.on('close', read);
    socket.on('error', read);
    socket.on('connect', () => {
      socket.write(Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'));
      const sent = stop === undefined ? body : body.subarray(0, stop.after);
      if (slow === undefined) socket.write(sent);
      else void dribble(socket, sent, slow);
      if (stop?.how === 'end') socket.end();
      if (stop?.how === 'cut') setTimeout(() => socket.destroy(), 20);
    });
  });
}

async function dribble(
  socket: { write(bytes: Uint8Array): unknown; readonly destroyed: boolean },
  bytes: Uint8Array,
  ms: number,
): Promise<void> {
  for (let at = 0; at < bytes.length && !socket.destroyed; at += 1) {
    socket.write(bytes.subarray(at, at + 1));
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

function parsed(bytes: Buffer): RawAnswer | null {
  const text = bytes.toString('utf8');
  const [, status = ''] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  const end = text.indexOf('\r\n\r\n');
  if (status === '' || end < 0) return null;
  const [, type = ''] = /^content-type: *(.*)$/im.exec(text.slice(0, end)) ?? [];
  return { status: Number(status), type: type.trim(), text: text.slice(end + 4) };
}
