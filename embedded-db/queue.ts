import { encode } from './encode.js';
import type { Engine } from './engine.js';
import { codeOf, MongoError } from './errors.js';
import { failure } from './execute.js';

/** A command that waits to be run. */
export interface Job {
  readonly writes: boolean;
  /** cannot be run a second time, so it never shares a transaction with a write before it */
  readonly apart: boolean;
  /** runs outside any transaction, alone */
  readonly outside?: boolean;
  run(): Buffer;
  done(reply: Buffer): void;
}

/** Commands that came while others ran share a transaction, but nobody waits longer than this for a neighbour. */
const roundMs = 5;

/**
 * Group commit: everything that waits runs in one transaction, and nobody is answered before it is on disk. If the
 * transaction fails, its commands run again one by one, so that each is answered for what became of itself.
 */
export class Queue {
  private jobs: Job[] = [];
  private planned = false;

  constructor(private readonly engine: Engine) {}

  add(job: Job): void {
    this.jobs.push(job);
    this.plan();
  }

  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.round();
      if (this.jobs.length) this.plan();
    });
  }

  private round(): void {
    if (this.jobs[0]?.outside === true) {
      const [job] = this.jobs.splice(0, 1);
      if (job) job.done(outside(job));
      return;
    }
    const end = performance.now() + roundMs;
    const ran: { job: Job; reply: Buffer }[] = [];
    let wrote = false;
    try {
      this.engine.store.begin();
      let job = this.jobs[0];
      while (job && job.outside !== true && !(job.apart && wrote) && performance.now() < end) {
        this.jobs.shift();
        wrote ||= job.writes;
        ran.push({ job, reply: Buffer.alloc(0) });
        ran[ran.length - 1] = { job, reply: answer(job) };
        job = this.jobs[0];
      }
      this.engine.store.commit();
    } catch {
      this.undo();
      // what was read before the first write stays true; without writes only the last can have failed
      const firstWrite = ran.findIndex(({ job }) => job.writes);
      const first = firstWrite < 0 ? ran.length - 1 : firstWrite;
      for (const [i, { job }] of ran.entries()) if (i >= first) ran[i] = { job, reply: this.alone(job) };
    }
    for (const { job, reply } of ran) job.done(reply);
  }

  private alone(job: Job): Buffer {
    try {
      this.engine.store.begin();
      const reply = answer(job);
      this.engine.store.commit();
      return reply;
    } catch (error) {
      this.undo();
      return encode(failure(storageFailure(error)));
    }
  }

  private undo(): void {
    this.engine.store.rollback();
    this.engine.catalog.load();
  }
}

/** The command's answer; a failure that is the client's to know is an answer, any other ends the transaction. */
function answer(job: Job): Buffer {
  try {
    return job.run();
  } catch (error) {
    if (error instanceof MongoError) return encode(failure(error));
    throw error;
  }
}

function outside(job: Job): Buffer {
  try {
    return answer(job);
  } catch (error) {
    return encode(failure(storageFailure(error)));
  }
}

/** What the client is told when the file or the disk fails: the kind of failure, nothing of any document. */
function storageFailure(error: unknown): MongoError {
  const code = codeOf(error);
  if (/^SQLITE_(FULL|IOERR_WRITE)/.test(code))
    // a quota or a limit of file sizes is no SQLITE_FULL
    return new MongoError(
      'OutOfDiskSpace',
      'the embedded database has no room: its disk is full, or a quota or a limit of file sizes is reached. Make room; what was acknowledged is kept, and writing goes on by itself',
    );
  return new MongoError(
    'InternalError',
    `the embedded database could not do this (${code || 'internal error'})`,
  );
}
