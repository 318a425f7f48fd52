import type { Connection } from 'mongoose';
import type { Consent, ConsentWay } from '../domain/subscriptions/consent.js';
import type { Consents } from '../domain/subscriptions/ports.js';
import { toBuffer } from './bytes.js';
import { consentCollection, type ConsentDocument } from './consent.schema.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { idRanges } from './id-ranges.js';

const { text, whole, bytes, list, oneOf } = fieldsOf('consents');
const ways: Readonly<Record<ConsentWay, true>> = { account: true, mini: true };

/** For one range of ids; no person waits for it. */
const rangeWithin = 30_000;

/** What people allowed; the other half, what sends make of it, is `consent-recipients.store.ts`. */
export function createConsentStore(connection: Connection): Consents {
  const collection = consentCollection(connection);

  /** Erases what matches, range by range: no single command goes through all of them. */
  async function erase(where: object): Promise<number> {
    let erased = 0;
    for (const _id of idRanges()) {
      const { deletedCount } = await stored(() => collection.deleteMany({ ...where, _id }), rangeWithin);
      erased += deletedCount;
    }
    return erased;
  }

  return {
    async find(ids) {
      const found = await stored(() => collection.find({ _id: { $in: [...ids] } }).toArray());
      return ids.flatMap((id) => found.filter((one) => one._id === id).map(toConsent));
    },
    insert: (consent) =>
      unlessDuplicate(async () => {
        await collection.insertOne(toDocument(consent));
        return true;
      }, false),
    async answer(id, turn, { is, answers, sealed, day }) {
      const set = { answers: [...answers], sealed: toBuffer(sealed), changedOn: day };
      const update =
        is === 'accept'
          ? { $set: set, $inc: { turn: 1, count: 1 } }
          : { $set: { ...set, count: 0 }, $inc: { turn: 1 } };
      const { matchedCount } = await stored(() => collection.updateOne({ _id: id, turn }, update));
      return matchedCount === 1;
    },
    async move({ id, turn }, { id: _id, person, sealed }) {
      const found = await stored(() => collection.findOneAndDelete({ _id: id, turn, open: 0 }));
      if (found === null) return false;
      const moved = { ...found, _id, person, sealed: toBuffer(sealed) };
      const made = await unlessDuplicate(() => collection.insertOne(moved), null);
      if (made === null) {
        const sends = Object.entries(found.sends).map(([key, entry]) => [`sends.${key}`, entry] as const);
        const $set = { ...Object.fromEntries(sends), changedOn: found.changedOn };
        await stored(() => collection.updateOne({ _id }, { $inc: { count: whole(found.count) }, $set }));
      }
      return true;
    },
    async of(persons) {
      const where = { person: { $in: [...persons] } };
      const found = await stored(() => collection.find(where).sort({ way: 1, template: 1 }).toArray());
      return found.map(toConsent);
    },
    async forget(persons) {
      const person = { $in: [...persons] };
      // emptied first: from then on no send takes a message of it, so that the second write meets all that have none open
      const $set = { count: 0, sealed: Buffer.alloc(0), answers: [] };
      await stored(() => collection.updateMany({ person }, { $set, $inc: { turn: 1 } }));
      await stored(() => collection.deleteMany({ person, open: 0 }));
    },
    async eraseSpent() {
      const over = { open: 0, sends: { $eq: {} } };
      const spent = await erase({ ...over, count: 0 });
      // a message that came back to somebody who was forgotten meanwhile
      return spent + (await erase({ ...over, sealed: Buffer.alloc(0) }));
    },
    eraseUnused: (before) => erase({ changedOn: { $lt: before }, open: 0 }),
  };
}

function toDocument({ id, sealed, answers, ...rest }: Consent): ConsentDocument {
  return { _id: id, ...rest, sealed: toBuffer(sealed), answers: [...answers], sends: {} };
}

function toConsent(document: ConsentDocument): Consent {
  return {
    ...{ id: text(document._id), person: text(document.person), way: oneOf(ways, document.way) },
    ...{ template: text(document.template), sealed: bytes(document.sealed), count: whole(document.count) },
    ...{ open: whole(document.open), turn: whole(document.turn), changedOn: text(document.changedOn) },
    answers: list(document.answers).map(text),
  };
}
