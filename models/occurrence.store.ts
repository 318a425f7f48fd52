import type { Connection } from 'mongoose';
import type { OccurrenceState } from '../domain/notices/lifecycle.js';
import type { Occurrences } from '../domain/notices/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import {
  type OccurrenceLineDocument,
  ofOccurrenceLine,
  toOccurrence,
  toOccurrenceDocument,
  toOccurrenceLine,
} from './occurrence.mapping.js';
import { occurrenceModel } from './occurrence.schema.js';

/** Occurrences of notices: one occurrence, one document; each write of it is one conditional write. */
export function createOccurrenceStore(connection: Connection): Occurrences {
  const model = occurrenceModel(connection);
  const inStates = (states?: readonly OccurrenceState[]) =>
    states === undefined ? {} : { state: { $in: [...states] } };
  const inTime = (from: number, to: number, states?: readonly OccurrenceState[]) => ({
    ...{ at: { $gte: from, $lt: to }, ...inStates(states) },
  });
  return {
    async insert(occurrence) {
      const made = await unlessDuplicate(() => model.create(toOccurrenceDocument(occurrence)), null);
      return made !== null;
    },

    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toOccurrence(found);
    },

    async replace(occurrence) {
      const before = { _id: occurrence.id, revision: occurrence.revision - 1 };
      const { matchedCount } = await stored(() => model.replaceOne(before, toOccurrenceDocument(occurrence)));
      return matchedCount === 1;
    },

    async remove({ id, revision }) {
      const { deletedCount } = await stored(() => model.deleteOne({ _id: id, revision }));
      return deletedCount === 1;
    },

    async of(notice) {
      const query = model.find({ notice }).sort({ nominal: 1, _id: 1 });
      return (await stored(() => query.lean())).map(toOccurrence);
    },

    async due(states, by, limit) {
      const where = { ...inStates(states), at: { $lte: by } };
      const query = model.find(where).sort({ at: 1, _id: 1 }).limit(limit);
      return (await stored(() => query.lean())).map(toOccurrence);
    },

    async between(from, to, states) {
      const query = model.find(inTime(from, to, states)).sort({ at: 1, _id: 1 });
      return (await stored(() => query.lean())).map(toOccurrence);
    },

    async lines(from, to, states) {
      const query = model.find(inTime(from, to, states), ofOccurrenceLine).sort({ at: 1, _id: 1 });
      return (await stored(() => query.lean<OccurrenceLineDocument[]>())).map(toOccurrenceLine);
    },
  };
}
