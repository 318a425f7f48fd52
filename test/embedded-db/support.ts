import { serialize, deserialize, type Document } from 'bson';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '../../embedded-db/decode.js';
import { Engine, type Command } from '../../embedded-db/engine.js';
import { MongoError } from '../../embedded-db/errors.js';
import { execute, failure } from '../../embedded-db/execute.js';
import { encode } from '../../embedded-db/encode.js';
import { Deadline } from '../../embedded-db/find.js';
import type { Doc, Value } from '../../embedded-db/values.js';

/** A document as the server holds it; whole JavaScript numbers become ints. */
export const doc = (plain: Document): Doc => decode(Buffer.from(serialize(plain)));

/** A value as the server holds it. */
export const value = (plain: unknown): Value => doc({ v: plain }).get('v') as Value;

/** What a driver makes of a document, number types kept. */
export const plain = (given: Doc): Document => deserialize(encode(given), { promoteValues: false });

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'embedded-db-test-'));

/** An engine without a thread or a socket, on a file of its own. */
export class Bench {
  now = Date.UTC(2026, 0, 1);
  readonly dir = temporaryFolder();
  engine: Engine;

  constructor(private readonly scanLimitMs = 60_000) {
    this.engine = this.open();
  }

  private open(): Engine {
    return new Engine({
      file: join(this.dir, 'db.sqlite'),
      scanLimitMs: this.scanLimitMs,
      now: () => this.now,
    });
  }

  /** Closes the file and opens it again. */
  reopen(): void {
    this.engine.store.close();
    this.engine = this.open();
  }

  end(): void {
    this.engine.store.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Runs one command as the wire would and answers its reply, a failure included. */
  run(command: Document): Document {
    return deserialize(this.bytes(command));
  }

  bytes(command: Document): Buffer {
    const body = doc({ ...command, $db: 'test' });
    const [name = ''] = body.keys();
    const asked: Command = {
      name,
      db: 'test',
      body,
      raw: new Map(),
      deadline: new Deadline(this.scanLimitMs),
    };
    this.engine.store.begin();
    try {
      const reply = execute(this.engine, asked);
      this.engine.store.commit();
      return reply;
    } catch (error) {
      this.engine.store.rollback();
      if (!(error instanceof MongoError)) throw error;
      return encode(failure(error));
    }
  }

  insert(collection: string, ...documents: Document[]): Document {
    return this.run({ insert: collection, documents });
  }

  /** All documents that a find gives, over every batch. */
  find(collection: string, filter: Document = {}, options: Document = {}): Document[] {
    const first = this.run({ find: collection, filter, ...options });
    if (!first['cursor']) throw new Error(`${String(first['codeName'])}: ${String(first['errmsg'])}`);
    return (first['cursor'] as { firstBatch: Document[] }).firstBatch;
  }

  aggregate(collection: string, pipeline: Document[]): Document[] {
    const reply = this.run({ aggregate: collection, pipeline, cursor: {} });
    if (!reply['cursor']) throw new Error(`${String(reply['codeName'])}: ${String(reply['errmsg'])}`);
    return (reply['cursor'] as { firstBatch: Document[] }).firstBatch;
  }
}
