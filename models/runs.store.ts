import type { Connection } from 'mongoose';
import type { Runs } from '../domain/runs/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { runsModel } from './runs.schema.js';

/** The clockwork's record. `until` is the claim's own mark: who holds it knows it, and nobody else ends it. */
export function createRunsStore(connection: Connection): Runs {
  const model = runsModel(connection);
  return {
    async claim(job, slot, now, until) {
      // met: the slot is due and nobody holds the job; made: the job's first run; refused: done or held
      const due = { _id: job, slot: { $lt: slot }, until: { $lte: now } };
      const take = { $set: { until }, $setOnInsert: { slot: '' } };
      return unlessDuplicate(async () => {
        await model.updateOne(due, take, { upsert: true });
        return true;
      }, false);
    },
    async finish(job, slot, until) {
      const { matchedCount } = await stored(() =>
        model.updateOne({ _id: job, until }, { $set: { slot, until: 0 } }),
      );
      return matchedCount === 1;
    },
    async release(job, until) {
      await stored(() => model.updateOne({ _id: job, until }, { $set: { until: 0 } }));
    },
  };
}
