import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDbError } from './errors.js';
import { tryLock, type Lock } from './lock.js';
import { explained } from './open-failure.js';
import { Owner } from './owner.js';
import { knownAddress, newAddress, note, prepare, uriOf, type Address, type Place } from './place.js';
import { greet } from './watch.js';

export interface OpenOptions {
  /** the directory of the database; it is made if it is not there */
  readonly dir: string;
  /** where to listen instead of in the directory; at most 99 bytes, ending in `.sock` */
  readonly socket?: string;
  /** a port of 127.0.0.1 and a password instead of a unix socket (the default where there are none) */
  readonly tcp?: boolean;
  /** with `tcp`: the port to take; another free one is taken if it is in use */
  readonly port?: number;
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
  /** What opening left out of the log of an owner that was killed, as a sentence; undefined where nothing, or a client. */
  leftOut(): string | undefined;
  /** Writes the file anew and empties its log, so that deleted bytes are gone; others wait. Nothing for a client. */
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
    uri: holder.uri,
    role: () => (holder.owner ? 'owner' : 'client'),
    leftOut: () => holder.owner?.leftOut,
    checkpoint: async () => holder.owner?.checkpoint(),
    close: () => holder.close(),
  };
}

const pauseMs = 50;

/** One process's hold on a directory. */
class Holder {
  uri = '';
  owner: Owner | undefined;
  private readonly place: Place;
  private lock: Lock | undefined;
  private watched: Socket | undefined;
  private closing = false;
  private readonly tcp: boolean;

  constructor(private readonly options: OpenOptions) {
    this.tcp = options.tcp ?? process.platform === 'win32';
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
      const known = this.known();
      const address = this.wanted(known ?? newAddress(this.tcp));
      if ('path' in address) rmSync(address.path, { force: true }); // a killed owner's; the lock says nobody listens
      this.owner = await Owner.start({
        file: this.place.file,
        address,
        scanLimitMs: this.options.scanLimitMs ?? 3000,
        sweepMs: this.options.sweepMs ?? 60_000,
      });
      if (!known || uriOf(this.owner.address) !== uriOf(known)) note(this.place, this.owner.address);
      this.uri = uriOf(this.owner.address);
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
    const address = this.known();
    const watched = address && (await greet(address));
    if (!address || !watched) return false;
    this.uri = uriOf(address);
    this.watched = watched;
    watched.unref().once('close', () => {
      this.watched = undefined;
      if (this.options.takeOver !== false) this.again();
    });
    return true;
  }

  private known(): Address | undefined {
    return this.options.socket === undefined
      ? knownAddress(this.place, this.tcp)
      : { path: this.options.socket };
  }

  private wanted(address: Address): Address {
    const { port } = this.options;
    return port === undefined || 'path' in address ? address : { ...address, port };
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
