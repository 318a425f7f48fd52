import type { Connection, mongo } from 'mongoose';
import type { DeliveryState, Recipient, Recipients, Settled } from '../domain/sending/ports.js';
import { consentCollection, type ConsentDocument, type DeliveryEntry } from './consent.schema.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { idRanges } from './id-ranges.js';

const { text, whole, bytes, oneOf } = fieldsOf('consents');
const states: Readonly<Record<DeliveryState, true>> = {
  claimed: true,
  sent: true,
  skipped: true,
  doubt: true,
};

/** A send's own calls: nobody waits for one of them. */
const within = 15_000;
/** Documents that are changed by one command where all are gone through. */
const party = 500;

/**
 * The consents as sends see them. What became of somebody in a send lies in their consent under the send's key, so a
 * claim is one conditional write: the message is taken, and for whom is written down, or neither.
 */
export function createRecipientStore(connection: Connection): Recipients {
  const collection = consentCollection(connection);
  const run = <T>(call: () => PromiseLike<T>): Promise<T> => stored(call, within);

  async function counted(where: object, after: string | null): Promise<number> {
    let count = 0;
    for (const _id of idRanges(after)) count += await run(() => collection.countDocuments({ ...where, _id }));
    return count;
  }

  /** Changes all that match, a party at a time; answers how many. */
  async function changeAll(where: object, update: mongo.UpdateFilter<ConsentDocument>): Promise<number> {
    let changed = 0;
    for (const _id of idRanges())
      for (;;) {
        const found = await run(() =>
          collection
            .find({ ...where, _id }, { projection: { _id: 1 } })
            .limit(party)
            .toArray(),
        );
        if (found.length === 0) break;
        const ids = { $in: found.map((one) => one._id) };
        changed += (await run(() => collection.updateMany({ ...where, _id: ids }, update))).modifiedCount;
      }
    return changed;
  }

  return {
    count: ({ way, template }) => counted({ way, template, count: { $gt: 0 } }, null),
    left: ({ way, template }, key, after) =>
      counted({ way, template, count: { $gt: 0 }, [at(key)]: { $exists: false } }, after),

    async page({ way, template }, key, after, limit) {
      const projection = { sealed: 1, count: 1, [at(key)]: 1 };
      const where = { way, template, ...(after === null ? {} : { _id: { $gt: after } }) };
      const query = () => collection.find(where, { projection }).sort({ _id: 1 }).limit(limit).toArray();
      return (await run(query)).map((document) => toRecipient(document, key));
    },

    async claim(key, ids, { fence, batch, day }) {
      const entry: DeliveryEntry = { s: 'claimed', f: fence, b: batch };
      const free = { _id: { $in: [...ids] }, count: { $gt: 0 }, [at(key)]: { $exists: false } };
      const taken = { $inc: { count: -1, open: 1 }, $set: { [at(key)]: entry, changedOn: day } };
      const { modifiedCount } = await run(() => collection.updateMany(free, taken));
      if (modifiedCount === ids.length) return ids;
      // somebody was faster, or this was asked before and its answer was lost: what is there says whose each is
      const mine = { _id: { $in: [...ids] }, [at(key, 'f')]: fence, [at(key, 'b')]: batch };
      const found = await run(() => collection.find(mine, { projection: { _id: 1 } }).toArray());
      return found.map((one) => text(one._id));
    },

    async settle(key, fence, settled) {
      const operations = groupsOf(settled).map(({ ids, update }) => ({
        updateMany: {
          filter: { _id: { $in: ids }, [at(key, 'f')]: fence, [at(key, 's')]: 'claimed' },
          update: update(key),
        },
      }));
      if (operations.length > 0) await run(() => collection.bulkWrite(operations, { ordered: false }));
    },

    async claimed({ way, template }, key) {
      const where = { way, template, [at(key, 's')]: 'claimed' };
      const found: string[] = [];
      for (const _id of idRanges()) {
        const query = () => collection.find({ ...where, _id }, { projection: { _id: 1 } }).toArray();
        found.push(...(await run(query)).map((one) => text(one._id)));
      }
      return found;
    },

    async doubt(key, ids, fence) {
      const left = { _id: { $in: [...ids] }, [at(key, 's')]: 'claimed', [at(key, 'f')]: { $ne: fence } };
      const $set = { [at(key, 's')]: 'doubt', [at(key, 'f')]: fence, [at(key, 'r')]: 'left' };
      await run(() => collection.updateMany(left, { $set, $inc: { open: -1 } }));
    },

    resolve({ way, template }, key, found) {
      const where = { way, template, [at(key, 's')]: 'doubt' };
      if (found === 'sent') return changeAll(where, { $set: { [at(key, 's')]: 'sent' } });
      const $set = { [at(key, 's')]: 'skipped', [at(key, 'r')]: 'not_sent' };
      return changeAll(where, { $set, $inc: { count: 1 } });
    },

    async drop({ way, template }, key) {
      await changeAll({ way, template, [at(key)]: { $exists: true } }, { $unset: { [at(key)]: '' } });
    },
  };
}

/** Where a send's entry lies in a document. */
const at = (key: string, field?: keyof DeliveryEntry): string =>
  field === undefined ? `sends.${key}` : `sends.${key}.${field}`;

interface Group {
  readonly ids: string[];
  readonly update: (key: string) => mongo.UpdateFilter<ConsentDocument>;
}

/** Those of whom the same is written go in one statement. */
function groupsOf(settled: readonly Settled[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const one of settled) {
    const { id, ...what } = one;
    const name = JSON.stringify(what);
    const group = groups.get(name) ?? { ids: [], update: (key) => updateFor(key, one) };
    group.ids.push(id);
    groups.set(name, group);
  }
  return [...groups.values()];
}

function updateFor(key: string, settled: Settled): mongo.UpdateFilter<ConsentDocument> {
  const state = at(key, 's');
  switch (settled.is) {
    case 'sent':
      return { $set: { [state]: 'sent' }, $inc: { open: -1 } };
    case 'back':
      return { $unset: { [at(key)]: '' }, $inc: { open: -1, count: 1 } };
    case 'doubt':
      return { $set: { [state]: 'doubt', [at(key, 'r')]: settled.reason }, $inc: { open: -1 } };
    case 'skipped': {
      const skipped = { [state]: 'skipped', [at(key, 'r')]: settled.reason };
      return settled.consent === 'back'
        ? { $set: skipped, $inc: { open: -1, count: 1 } }
        : { $set: { ...skipped, count: 0 }, $inc: { open: -1 } };
    }
  }
}

function toRecipient(
  { _id, sealed, count, sends }: Pick<ConsentDocument, '_id' | 'sealed' | 'count'> & Partial<ConsentDocument>,
  key: string,
): Recipient {
  const entry = sends?.[key];
  const delivery =
    entry === undefined
      ? null
      : {
          state: oneOf(states, entry.s),
          fence: whole(entry.f),
          reason: entry.r === undefined ? null : text(entry.r),
        };
  return { id: text(_id), sealed: bytes(sealed), count: whole(count), delivery };
}
