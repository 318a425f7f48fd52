import type { Handler } from '../engine.js';
import { MongoError } from '../errors.js';
import { parseFilter } from '../filter.js';
import { parseSort } from '../find.js';
import { parseProjection } from '../projection.js';
import { parseUpdate } from '../update.js';
import { asDoc, int, truth, type Doc, type Value } from '../values.js';
import { change, first, target, upsert } from './write.js';

const docOf = (value: Value | undefined, what: string): Doc =>
  value === undefined || value === null ? new Map<string, Value>() : asDoc(value, what);

/** Changes or removes the first document in an order and answers it, as it was or as it is. */
export const findAndModify: Handler = {
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
  writes: true,
  run(engine, command) {
    const { body } = command;
    const removes = truth(body.get('remove'), 'remove');
    const upserts = truth(body.get('upsert'), 'upsert');
    const asNew = truth(body.get('new'), 'new');
    if (removes && (body.has('update') || upserts || asNew))
      throw new MongoError(
        'FailedToParse',
        'Cannot specify an update, upsert=true or new=true with remove=true',
      );
    if (!removes && !body.has('update'))
      throw new MongoError('FailedToParse', 'Either an update or remove=true must be specified');
    const filter = parseFilter(docOf(body.get('query'), 'query'));
    const sort = parseSort(docOf(body.get('sort'), 'sort'));
    const projection = parseProjection(docOf(body.get('fields'), 'fields'));
    const parsed = removes ? undefined : parseUpdate(body.get('update'));
    const collection = target(engine, command, upserts);
    const found = collection && first(engine, collection, filter, command, sort);
    const answer = (n: number, updatedExisting: boolean, doc: Doc | undefined, upserted?: Value) => ({
      lastErrorObject: { n: int(n), ...(removes ? {} : { updatedExisting }), upserted },
      value: doc ? (projection ? projection(doc) : doc) : null,
      ok: 1,
    });
    if (!parsed) {
      if (collection && found) engine.documents.remove(collection, found.id, found.doc);
      return answer(found ? 1 : 0, false, found?.doc);
    }
    if (collection && found) {
      const before = found.doc;
      const { after } = change(engine, collection, found, parsed.update);
      return answer(1, true, asNew ? after : before);
    }
    if (!collection || !upserts) return answer(0, false, undefined);
    const made = upsert(engine, collection, filter, parsed);
    return answer(1, false, asNew ? made : undefined, made.get('_id'));
  },
};
