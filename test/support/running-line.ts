/** The line as an operator runs it: a process of its own, talked to over HTTP only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

// Under jest and from dist/test/support alike, the package lies where npm runs.
const main = resolve(process.cwd(), 'dist/runtime/main.js');

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface RunningLine {
  readonly url: string;
  /** where staff reach it */
  readonly consoleUrl: string;
  readonly process: ChildProcess;
  /** everything it printed */
  output(): string;
  /** Ends it and answers its exit code; with a signal that cannot be caught, null. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts a line on a data folder and waits until it is ready and has printed its welcome, which comes a moment later.
 * A free port may be taken before the line has it: then another one is drawn. @throws when it ends before that
 */
export async function startLine(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningLine> {
  for (let tries = 1; ; tries += 1) {
    const { line, ended } = await tryToStart(dataDir, settings);
    if (line !== null) return line;
    if (settings['PORT'] !== undefined || tries === 3 || !/Port \d+ is in use/.test(ended))
      throw new Error(`the line is not up: ${ended}`);
  }
}

/** The line, or all that one which did not get up has printed. */
async function tryToStart(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<
  { readonly line: RunningLine; readonly ended: '' } | { readonly line: null; readonly ended: string }
> {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const consolePort = settings['CONSOLE_PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [main], {
    env: {
      ...{ PATH: process.env['PATH'], DATA_DIR: dataDir, LOG_LEVEL: 'info' },
      ...{ ...settings, PORT: String(port), CONSOLE_PORT: consolePort },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const url = `http://127.0.0.1:${String(port)}`;
  const line: RunningLine = {
    url,
    consoleUrl: `http://127.0.0.1:${consolePort}`,
    process: child,
    output: () => printed,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) return { line: null, ended: printed };
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    if (ready?.ok === true && printed.includes('Fairline is running')) return { line, ended: '' };
    await new Promise((wait) => setTimeout(wait, 50));
  }
  await line.stop('SIGKILL');
  return { line: null, ended: printed };
}

/** What a person in the simulator sees. */
export interface Seen {
  readonly attempts: number;
  readonly ms: number;
  readonly answer: { readonly type: string; readonly content?: string } | null;
}

/** A person in a line's simulator. */
export interface Phone {
  readonly openid: string;
  sends(message: Readonly<Record<string, unknown>>): Promise<Seen>;
  /** Sends a text and answers the text that comes back. */
  says(content: string): Promise<string>;
  outbox(): Promise<readonly { readonly via: string; readonly content?: string }[]>;
}

async function json<T>(url: string, body?: unknown): Promise<T> {
  const response = await fetch(
    url,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`${String(response.status)} from the simulator`);
  return (await response.json()) as T;
}

/** A new follower. */
export async function follow(url: string): Promise<Phone> {
  const { openid } = await json<{ openid: string }>(`${url}/simulator/api/users`, {});
  const of = `${url}/simulator/api/users/${openid}`;
  const sends = (message: Readonly<Record<string, unknown>>): Promise<Seen> =>
    json(`${of}/messages`, message);
  return {
    openid,
    sends,
    says: async (content) => (await sends({ type: 'text', content })).answer?.content ?? '',
    outbox: () => json(`${of}/outbox`),
  };
}
