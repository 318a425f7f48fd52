/** A telephone line between a client and a server on this machine that breaks: a proxy of bytes, nothing more. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface BadLine {
  readonly url: string;
  /** how often it broke under a request */
  breaks(): number;
  close(): Promise<void>;
}

/** When it breaks: every so many milliseconds, or after so many bytes of one connection in either direction. */
export type Breaking =
  { readonly everyMs: number } | { readonly afterBytes: () => number; readonly times: number };

/** Opens a line to a server's address. Bytes pass at most at `bytesPerSecond`, if it is given. */
export async function badLine(to: string, breaking: Breaking, bytesPerSecond = Infinity): Promise<BadLine> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let broke = 0;
  const cut = (one: Socket, other: Socket): void => {
    if (one.destroyed && other.destroyed) return;
    broke += 1;
    one.destroy();
    other.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    open.add(near);
    let left = 'everyMs' in breaking || broke >= breaking.times ? Infinity : breaking.afterBytes();
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes: Buffer) => {
        into.write(bytes.subarray(0, Math.max(0, left)));
        left -= bytes.length;
        if (left < 0) cut(near, far);
        else if (bytesPerSecond !== Infinity) {
          from.pause();
          setTimeout(() => from.resume(), (bytes.length / bytesPerSecond) * 1_000);
        }
      });
      from.on('error', () => into.destroy());
      from.on('close', () => {
        open.delete(near);
        into.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const timer =
    'everyMs' in breaking
      ? setInterval(() => {
          for (const near of open) {
            broke += 1;
            near.destroy();
          }
        }, breaking.everyMs)
      : undefined;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    breaks: () => broke,
    async close() {
      clearInterval(timer);
      for (const near of open) near.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
