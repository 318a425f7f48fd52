import type { Engine, Handler } from '../engine.js';
import { endSessions } from '../sessions.js';
import { asArray, int, type Reply } from '../values.js';

/** What drivers take the server for: wire version 21 is MongoDB 7.0. */
const wireVersion = 21;
const version = '7.0.0';

/**
 * The handshake. A member of a set is what retryable writes need; no hosts are named, because a driver would take them
 * for addresses and lower-case a socket's path (the URI says `directConnection=true`).
 */
export const hello = (engine: Engine): Reply => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  setName: 'embedded',
  setVersion: int(1),
  secondary: false,
  maxBsonObjectSize: int(16 * 1024 * 1024),
  maxMessageSizeBytes: int(48_000_000),
  maxWriteBatchSize: int(100_000),
  localTime: new Date(engine.now()),
  logicalSessionTimeoutMinutes: int(10),
  minWireVersion: int(0),
  maxWireVersion: int(wireVersion),
  readOnly: false,
  ok: 1,
});

const plain = (fields: readonly string[], run: (engine: Engine) => Reply): Handler => ({
  fields,
  writes: false,
  run,
});

export const handshake = plain(
  [
    'helloOk',
    'client',
    'compression',
    'loadBalanced',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'backpressure',
  ],
  hello,
);
export const ping = plain([], () => ({ ok: 1 }));
export const buildInfo = plain([], () => ({
  version,
  gitVersion: 'embedded-db',
  modules: [],
  versionArray: version.split('.').map(Number).concat(0).map(int),
  bits: int(64),
  debug: false,
  maxBsonObjectSize: int(16 * 1024 * 1024),
  ok: 1,
}));

export const endSessionsCommand: Handler = {
  fields: [],
  writes: true,
  run(engine, { body }) {
    endSessions(engine, asArray(body.get('endSessions'), 'endSessions'));
    return { ok: 1 };
  },
};
