import { Binary } from 'bson';
import type { Command, Engine } from './engine.js';
import { MongoError } from './errors.js';
import { isDoc, isNumeric, type Value } from './values.js';

const keptMinutes = 10;
const minuteMs = 60_000;

interface Retryable {
  readonly session: Buffer;
  readonly txn: number;
}

/** The session and number of a retryable write. @throws MongoError IllegalOperation for a transaction */
function retryable({ body }: Command): Retryable | undefined {
  if (body.has('startTransaction') || body.has('autocommit'))
    throw new MongoError(
      'IllegalOperation',
      'the embedded database has no multi-document transactions; set MONGODB_URI',
    );
  const txn = body.get('txnNumber');
  if (txn === undefined) return undefined;
  const session = sessionOf(body.get('lsid'));
  if (!session || !isNumeric(txn))
    throw new MongoError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
  return { session, txn: Number(txn.toString()) };
}

function sessionOf(lsid: Value | undefined): Buffer | undefined {
  const id = isDoc(lsid) ? lsid.get('id') : undefined;
  return id instanceof Binary ? Buffer.from(id.buffer.subarray(0, id.position)) : undefined;
}

/**
 * Runs a write once per session and number: the answer lies in the same transaction as what it changed, so a repeat, even
 * after a restart, gets the first answer and changes nothing.
 */
export function once(engine: Engine, command: Command, run: () => Buffer): Buffer {
  const asked = retryable(command);
  if (!asked) return run();
  const { session, txn } = asked;
  const row = engine.store.first('SELECT txn, reply FROM retries WHERE session = ?', session);
  const last = row ? Number(row[0]) : -1;
  if (row && last === txn) return row[1] as Buffer;
  if (last > txn)
    throw new MongoError(
      'TransactionTooOld',
      `Retryable write with txnNumber ${txn} is prohibited: a newer one with txnNumber ${last} has already started on this session.`,
    );
  const reply = run();
  const minute = Math.floor(engine.now() / minuteMs);
  engine.store.run('INSERT OR REPLACE INTO retries VALUES (?, ?, ?, ?)', session, txn, minute, reply);
  return reply;
}

export function endSessions(engine: Engine, lsids: readonly Value[]): void {
  for (const lsid of lsids) {
    const session = sessionOf(lsid);
    if (session) engine.store.run('DELETE FROM retries WHERE session = ?', session);
  }
}

/** Forgets answers that no driver will ask for again. */
export function forgetOld(engine: Engine): void {
  engine.store.run('DELETE FROM retries WHERE minute < ?', Math.floor(engine.now() / minuteMs) - keptMinutes);
}
