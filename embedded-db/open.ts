import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDbError } from './errors.js';
import { tryLock, type Lock } from './lock.js';
import { explained } from './open-failure.js';
import { Owner } from './owner.js';
import { prepare, socketPath, uriOf, type Place } from './place.js';
import { greet } from './watch.js';

export interface OpenOptions {
  /** the directory of the database; it is made if it is not there */
  readonly dir: string;
  /** where to listen instead of in the directory; at most 99 bytes, ending in `.sock` */
  readonly socket?: string;
  /** whether a client takes the database over when its owner is gone (the default) */
  readonly takeOver?: boolean;
  /** how long one command may read, in milliseconds (default 3,000) */
  readonly scanLimitMs?: number;
  /** how often expired documents are looked for, in milliseconds (default 60,000) */
  readonly sweepMs?: number;
  /** how long to wait for an owner that has the lock and does not answer, in milliseconds (default 10,000) */
  readonly patienceMs?: number;
}

export interface EmbeddedDatabase {
  /** for the unmodified driver; the same in every process, whoever owns the file */
  readonly uri: string;
  role(): 'owner' | 'client';
  /** Empties the log into the file and gives free pages back, so that deleted bytes are gone; nothing for a client. */
  checkpoint(): Promise<void>;
  /** Answers what is waiting, closes the file if this process owns it, and lets another process have it. */
  close(): Promise<void>;
}

/**
 * Opens the database of a directory: as its owner, or as a client of the process that owns it. A client's process takes
 * over when the owner ends, on the same socket, so that drivers find it again by themselves.
 * @throws EmbeddedDbError with what to do about it
 */
export async function openEmbeddedDatabase(options: OpenOptions): Promise<EmbeddedDatabase> {
  const holder = new Holder(options);
  await holder.settle(options.patienceMs ?? 10_000);
  return {
    uri: uriOf(holder.socket),
    role: () => (holder.owner ? 'owner' : 'client'),
    checkpoint: async () => holder.owner?.checkpoint(),
    close: () => holder.close(),
  };
}

const pauseMs = 50;

/** One process's hold on a directory. */
class Holder {
  socket = '';
  owner: Owner | undefined;
  private readonly place: Place;
  private lock: Lock | undefined;
  private watched: Socket | undefined;
  private closing = false;

  constructor(private readonly options: OpenOptions) {
    try {
      this.place = prepare(options.dir);
    } catch (error) {
      throw explained(error, options.dir);
    }
  }

  /** Becomes owner or client. @throws EmbeddedDbError `locked` when neither was possible in time */
  async settle(patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!this.closing) {
      if ((await this.own()) || (await this.join())) return;
      if (performance.now() > end)
        throw new EmbeddedDbError(
          'locked',
          `The database in ${this.options.dir} belongs to another process, which does not answer.`,
          'End that process, or wait until it has started, and try again.',
        );
      await sleep(pauseMs, undefined, { ref: false });
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    this.watched?.destroy();
    await this.owner?.close();
    this.letGo();
  }

  private async own(): Promise<boolean> {
    try {
      this.lock = tryLock(this.place.lock);
      if (!this.lock) return false;
      this.socket = this.options.socket ?? socketPath(this.options.dir, this.place, true) ?? '';
      rmSync(this.socket, { force: true }); // what a killed owner left; the lock says that nobody listens there
      this.owner = await Owner.start({
        file: this.place.file,
        socket: this.socket,
        scanLimitMs: this.options.scanLimitMs ?? 3000,
        sweepMs: this.options.sweepMs ?? 60_000,
      });
    } catch (error) {
      this.letGo();
      throw explained(error, this.options.dir);
    }
    this.owner.whenGone(() => {
      this.letGo();
      this.again();
    });
    return true;
  }

  private async join(): Promise<boolean> {
    const path = this.options.socket ?? socketPath(this.options.dir, this.place, false);
    const watched = path === undefined ? undefined : await greet(path);
    if (path === undefined || !watched) return false;
    this.socket = path;
    this.watched = watched;
    watched.unref().once('close', () => {
      this.watched = undefined;
      if (this.options.takeOver !== false) this.again();
    });
    return true;
  }

  /** The owner is gone: settle anew, for as long as it takes. */
  private again(): void {
    if (this.closing) return;
    this.settle(Infinity).catch(async () => {
      await sleep(1000, undefined, { ref: false });
      this.again();
    });
  }

  private letGo(): void {
    this.owner = undefined;
    this.lock?.release();
    this.lock = undefined;
  }
}
