import { compact, verify } from './commands/admin.js';
import { aggregate } from './commands/aggregate.js';
import {
  create,
  createIndexes,
  drop,
  dropDatabase,
  dropIndexes,
  listCollections,
  listIndexes,
} from './commands/collections.js';
import { findAndModify } from './commands/find-and-modify.js';
import { count, explain, find, getMore, killCursors } from './commands/find.js';
import { buildInfo, endSessionsCommand, handshake, ping } from './commands/server.js';
import { insert, remove, update } from './commands/write.js';
import { encode } from './encode.js';
import type { Command, Engine, Handler } from './engine.js';
import { MongoError, refusal, unsupported } from './errors.js';
import { once } from './sessions.js';
import { int, isDoc, isNumeric, type Doc, type Reply } from './values.js';

/** Every command there is; README.md is the table for people. */
const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    aggregate,
    buildInfo,
    buildinfo: buildInfo,
    compact,
    count,
    create,
    createIndexes,
    delete: remove,
    drop,
    dropDatabase,
    dropIndexes,
    endSessions: endSessionsCommand,
    explain,
    find,
    findAndModify,
    findandmodify: findAndModify,
    getMore,
    hello: handshake,
    insert,
    isMaster: handshake,
    ismaster: handshake,
    killCursors,
    listCollections,
    listIndexes,
    ping,
    update,
    verify,
  }),
);

const everywhere = [
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'startTransaction',
  'autocommit',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
];

export const handlerOf = (name: string): Handler => {
  const handler = handlers.get(name);
  if (!handler) throw new MongoError('CommandNotFound', `no such command: '${name}': ${refusal('it')}`);
  return handler;
};

/** Runs one command and answers its reply as BSON. All of its changes stay or, when it throws, none. */
export function execute(engine: Engine, command: Command): Buffer {
  const handler = handlerOf(command.name);
  for (const name of command.body.keys())
    if (name !== command.name && !handler.fields.includes(name) && !everywhere.includes(name))
      throw unsupported(`'${name}' in the command '${command.name}'`);
  checkConcerns(command.body);
  const run = (): Buffer => encode(handler.run(engine, command));
  if (!handler.writes) return run();
  try {
    return engine.store.atomically(() => once(engine, command, run));
  } catch (error) {
    engine.catalog.load();
    throw error;
  }
}

function checkConcerns(body: Doc): void {
  const write = body.get('writeConcern');
  const w = isDoc(write) ? write.get('w') : undefined;
  if (isNumeric(w) && Number(w.toString()) > 1)
    throw new MongoError('UnsatisfiableWriteConcern', 'Not enough data-bearing nodes');
  const read = body.get('readConcern');
  const level = isDoc(read) ? read.get('level') : undefined;
  if (level === 'snapshot') throw unsupported('the read concern snapshot');
}

/** A failure in MongoDB's shape. */
export const failure = (error: MongoError): Reply => ({
  ok: 0,
  errmsg: error.message,
  code: int(error.code),
  codeName: error.codeName,
  ...(error.details as Reply | undefined),
});
