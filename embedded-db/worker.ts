/** The thread that owns the SQLite file and the socket; open.ts starts it and talks to it by messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.js';
import { codeOf } from './errors.js';
import type { Address } from './place.js';
import { WireServer } from './server.js';
import { sweep } from './sweep.js';
import { createTidy, leaveInOrder } from './tidy.js';

export interface WorkerOptions {
  readonly file: string;
  readonly address: Address;
  readonly scanLimitMs: number;
  readonly sweepMs: number;
}
export type ToWorker = { readonly ask: 'checkpoint' | 'close'; readonly id: number };
export type FromWorker =
  | { readonly say: 'ready'; readonly address: Address; readonly leftOut: string | undefined }
  | { readonly say: 'failed'; readonly code: string; readonly message: string }
  | { readonly say: 'done'; readonly id: number; readonly failed?: string };

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const port = parentPort;
const say = (message: FromWorker): void => port?.postMessage(message);

async function main(): Promise<void> {
  const options = workerData as WorkerOptions;
  const engine = new Engine({ file: options.file, scanLimitMs: options.scanLimitMs, now: Date.now });
  const server = new WireServer(engine);
  const timer = setInterval(createTidy(engine), options.sweepMs);

  const doings = {
    checkpoint: async () => {
      sweep(engine);
      engine.store.checkpoint();
    },
    close: async () => {
      clearInterval(timer);
      await server.close();
      leaveInOrder(engine);
      engine.store.close();
    },
  };
  port?.on('message', ({ ask, id }: ToWorker) => {
    void doings[ask]()
      .then(
        () => ({ say: 'done', id }) as const,
        (error: unknown) => ({ say: 'done', id, failed: textOf(error) }) as const,
      )
      .then((done) => {
        say(done);
        if (ask === 'close') port.close();
      });
  });
  const address = await server.listen(options.address);
  say({ say: 'ready', address, leftOut: engine.store.leftOut });
}

main().catch((error: unknown) => {
  say({ say: 'failed', code: codeOf(error), message: textOf(error) });
  port?.close();
});
