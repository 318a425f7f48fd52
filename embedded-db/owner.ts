import { Worker } from 'node:worker_threads';
import type { Address } from './place.js';
import type { FromWorker, ToWorker, WorkerOptions } from './worker.js';

// A worker cannot be TypeScript: run from the sources, the built one is taken.
const script = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/embedded-db/worker.js' : './worker.js',
  import.meta.url,
);

/** The owner's side of the worker thread. */
export class Owner {
  private readonly asked = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  private last = 0;
  private gone = false;
  private onGone: () => void = () => undefined;

  private constructor(
    private readonly worker: Worker,
    readonly address: Address,
    /** what opening left out of a killed owner's log, as a sentence */
    readonly leftOut: string | undefined,
  ) {
    worker.on('message', (message: FromWorker) => {
      if (message.say !== 'done') return;
      const asked = this.asked.get(message.id);
      this.asked.delete(message.id);
      if (message.failed === undefined) asked?.resolve();
      else asked?.reject(new Error(message.failed));
    });
    worker.on('error', () => undefined); // its end is what counts, and 'exit' follows
    worker.on('exit', () => {
      this.gone = true;
      for (const { reject } of this.asked.values()) reject(new Error('the database thread has ended'));
      this.asked.clear();
      this.onGone();
    });
  }

  /** Resolves when the socket takes connections. @throws Error with the system's or SQLite's code */
  static start(options: WorkerOptions): Promise<Owner> {
    const worker = new Worker(script, { workerData: options });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromWorker) => {
        if (message.say === 'failed')
          reject(Object.assign(new Error(message.message), { code: message.code }));
        else if (message.say === 'ready') resolve(new Owner(worker, message.address, message.leftOut));
      });
    });
  }

  /** Calls back when the thread has ended without being asked to. */
  whenGone(act: () => void): void {
    this.onGone = act;
  }

  checkpoint(): Promise<void> {
    return this.ask('checkpoint');
  }

  async close(): Promise<void> {
    this.onGone = () => undefined;
    if (this.gone) return;
    const ended = new Promise((resolve) => this.worker.once('exit', resolve));
    await this.ask('close');
    await ended;
  }

  private ask(ask: ToWorker['ask']): Promise<void> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.worker.postMessage({ ask, id } satisfies ToWorker);
    });
  }
}
