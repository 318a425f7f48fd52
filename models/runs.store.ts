import type { Connection } from 'mongoose';
import type { Claim, Runs } from '../domain/runs/ports.js';
import type { JobRecord, JobRun } from '../domain/runs/run.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type RunsDocument, runsModel } from './runs.schema.js';
import { upsert } from './upsert.js';

const { text, whole } = fieldsOf('runs');

/** Nobody holds it, their time is up, or the claim ends later than a right clock makes one. */
const free = ({ now, until }: Claim) => [{ until: { $lte: now } }, { until: { $gt: 2 * until - now } }];

/** The clockwork's record. `until` is the claim's own mark: who holds it knows it, and nobody else ends it. */
export function createRunsStore(connection: Connection): Runs {
  const model = runsModel(connection);

  // met: the job is free and `wanted`; made: the job's first run; refused as a duplicate: held or not wanted
  const take = ({ job, until }: Claim, wanted: readonly object[]): Promise<boolean> =>
    unlessDuplicate(async () => {
      const made = { $set: { until, asked: 0 }, $setOnInsert: { slot: '' } };
      await model.updateOne({ _id: job, $and: [...wanted] }, made, { upsert: true });
      return true;
    }, false);

  return {
    claim(claim) {
      const { slot, latest } = claim;
      const due = [{ slot: { $lt: slot } }, { slot: { $gt: latest } }, { asked: { $gt: 0 } }];
      return take(claim, [{ $or: free(claim) }, { $or: due }]);
    },
    seize: (claim) => take(claim, [{ $or: free(claim) }]),
    async finish(job, slot, until) {
      const { matchedCount } = await stored(() =>
        model.updateOne({ _id: job, until }, { $set: { slot, until: 0 } }),
      );
      return matchedCount === 1;
    },
    async release(job, until) {
      await stored(() => model.updateOne({ _id: job, until }, { $set: { until: 0 } }));
    },
    async record(job, { at, ms, found, done, failed, failure }, answered) {
      const $set = {
        ...{ lastRunAt: at, ms, found, done, failed, failure },
        ...(answered ? { asked: 0 } : {}),
        ...(failure === null ? { failures: 0 } : { lastFailureAt: at }),
      };
      const counted = failure === null ? {} : { $inc: { failures: 1 } };
      const written = await upsert(() =>
        model
          .findOneAndUpdate(
            { _id: job },
            { $set, ...counted, $setOnInsert: { slot: '', until: 0 } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<RunsDocument | null>(),
      );
      return whole(written?.failures ?? 0);
    },
    async ask(job, at) {
      const $setOnInsert = { slot: '', until: 0 };
      await upsert(() =>
        model.updateOne({ _id: job }, { $set: { asked: at }, $setOnInsert }, { upsert: true }),
      );
    },
    async all() {
      return (await stored(() => model.find({}).lean())).map(toRecord);
    },
  };
}

function toRecord(document: RunsDocument): JobRecord {
  const { asked = 0, failures = 0, lastFailureAt } = document;
  return {
    ...{ job: text(document._id), slot: text(document.slot) },
    asked: asked === 0 ? null : whole(asked),
    last: lastRun(document),
    failures: whole(failures),
    lastFailureAt: lastFailureAt === undefined ? null : whole(lastFailureAt),
  };
}

function lastRun({ lastRunAt, ms, found, done, failed, failure }: RunsDocument): JobRun | null {
  if (lastRunAt === undefined) return null;
  const count = (value: number | null | undefined) => value ?? null;
  return {
    ...{ at: whole(lastRunAt), ms: whole(ms), failed: whole(failed) },
    found: count(found) === null ? null : whole(found),
    done: count(done) === null ? null : whole(done),
    failure: failure === null || failure === undefined ? null : text(failure),
  };
}
