/** Who answers in the differential test: the embedded database's engine, and servers over the wire. */
import { deserialize, serialize, type Document } from 'bson';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '../../../embedded-db/decode.js';
import { encode } from '../../../embedded-db/encode.js';
import { Engine } from '../../../embedded-db/engine.js';
import { MongoError } from '../../../embedded-db/errors.js';
import { execute, failure } from '../../../embedded-db/execute.js';
import { Deadline } from '../../../embedded-db/find.js';
import type { Judge } from './judges.js';
import { WireClient } from './wire-client.js';

export interface Party {
  readonly name: string;
  /** whether it makes the indexes of a case; every party makes the unique one, which decides what may be written */
  readonly indexes: boolean;
  run(command: Document): Promise<Document>;
  /** Empties it between two cases. */
  fresh(): Promise<void>;
  close(): Promise<void>;
}

const db = 'differential';
const limitMs = 60_000;

/** The engine of the embedded database without a socket; a case is one transaction that is never committed. */
export function engineParty(name: string, indexes: boolean): Party {
  const dir = mkdtempSync(join(tmpdir(), 'differential-'));
  const engine = new Engine({ file: join(dir, 'db.sqlite'), scanLimitMs: limitMs, now: Date.now });
  engine.store.begin();
  return {
    name,
    indexes,
    async run(command) {
      const body = decode(Buffer.from(serialize({ ...command, $db: db }, { ignoreUndefined: true })));
      const [verb = ''] = body.keys();
      const asked = { name: verb, db, body, raw: new Map(), deadline: new Deadline(limitMs) };
      try {
        return deserialize(execute(engine, asked), { promoteValues: false });
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        return deserialize(encode(failure(error)), { promoteValues: false });
      }
    },
    async fresh() {
      engine.store.rollback();
      engine.catalog.load();
      engine.store.begin();
    },
    async close() {
      engine.store.rollback();
      engine.store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A judge, on a connection and a database of its own. */
export async function serverParty({ name, uri }: Judge, db: string): Promise<Party> {
  let client = await WireClient.open(uri);
  const party: Party = {
    name,
    indexes: false,
    async run(command) {
      if (client.closed) client = await WireClient.open(uri);
      return client.run(db, command);
    },
    async fresh() {
      await party.run({ dropDatabase: 1 });
    },
    async close() {
      client.close();
    },
  };
  return party;
}
