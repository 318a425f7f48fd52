/** What only this server has, for who looks after its file: a check in steps, and a file made anew. */
import { Binary } from 'bson';
import type { Handler } from '../engine.js';
import { MongoError } from '../errors.js';
import { int, integer, isDoc, type Doc, type Value } from '../values.js';
import { rowsToCheck, verifyStep, type Position } from '../verify.js';

/**
 * `{ verify: 1, from }`: one step of a check, in the owner's thread and through its own open file. The answer's `next` is
 * the `from` of the next step; the first answer tells how many rows there are (`rows`) and
 * what opening left out of a killed owner's log (`log`). MongoDB's `validate` cannot be
 * done in steps, and would keep everybody else waiting.
 */
export const verify: Handler = {
  fields: ['from'],
  writes: false,
  run(engine, { body }) {
    const from = body.get('from');
    const { checked, problems, next } = verifyStep(engine, isDoc(from) ? readPosition(from) : undefined);
    return {
      checked: int(checked),
      rows: from === undefined ? int(rowsToCheck(engine.store)) : undefined,
      problems: problems.map(({ where, what, count }) => ({ where, what, count: int(count) })),
      log: from === undefined ? engine.store.leftOut : undefined,
      next: next && {
        collection: int(next.collection),
        index: int(next.index),
        key: new Binary(next.key),
        id: new Binary(next.id),
      },
      ok: 1,
    };
  },
};

/** `{ compact: 1 }`: writes the whole file anew, without a gap, and empties the log. Others wait until it is done. */
export const compact: Handler = {
  fields: [],
  writes: false,
  run(engine) {
    engine.store.checkpoint();
    return { ok: 1 };
  },
};

function readPosition(from: Doc): Position {
  return {
    collection: integer(from.get('collection'), 'collection', 0),
    index: integer(from.get('index'), 'index', 0),
    key: bytesOf(from.get('key')),
    id: bytesOf(from.get('id')),
  };
}

function bytesOf(value: Value | undefined): Buffer {
  if (!(value instanceof Binary)) throw new MongoError('TypeMismatch', 'a position is two binary values');
  return Buffer.from(value.buffer.subarray(0, value.position));
}
