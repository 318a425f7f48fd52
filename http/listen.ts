/** A listener that slow clients cannot hold open. */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/**
 * Milliseconds. A whole request has a minute: a sealed part of a file has 1 MiB, or half of it where more does not get
 * through, which a slow phone sends in that time.
 */
export const slowClientLimits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000, // longer than a proxy's 60 s, so that the proxy is the one that hangs up
  connectionsCheckingInterval: 5_000,
};

/**
 * Listens on the host and port; port 0 takes a free one.
 * @throws the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL) if that cannot be
 */
export function listen(
  handler: RequestListener,
  host: string,
  port: number,
  limits: ServerOptions = slowClientLimits,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(limits, handler);
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
