import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Bench } from './support.js';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  bench.end();
});

/** The values in the file and its log that are no longer in a document; read by another process, as locks demand. */
function leftovers(): string[] {
  const files = ['db.sqlite', 'db.sqlite-wal'].map((name) => join(bench.dir, name));
  const bytes = execFileSync('cat', files, { encoding: 'latin1', maxBuffer: 1e8 });
  return [...bytes.matchAll(/gone-\d+-/g)].map(([text]) => text);
}

test('no value that was written over or deleted is left after a checkpoint, beside documents that stay', () => {
  const some = (from: number): number[] => Array.from({ length: 500 }, (_, i) => from + i);
  for (let from = 0; from < 5_000; from += 500) {
    bench.insert(
      'c',
      ...some(from).map((n) => ({ _id: `t${String(n)}`, text: `gone-${String(n)}-`.repeat(1 + (n % 20)) })),
    );
    bench.run({
      update: 'c',
      updates: some(from).map((n) => ({
        q: { _id: `t${String(n)}` },
        u: { $set: { text: `kept-${String(n)}` } },
      })),
    });
    if (from >= 2_500)
      bench.run({
        delete: 'c',
        deletes: some(from - 2_500).map((n) => ({ q: { _id: `t${String(n)}` }, limit: 1 })),
      });
  }
  expect(leftovers()).not.toEqual([]);
  bench.engine.store.checkpoint();
  expect(leftovers()).toEqual([]);
  expect(bench.run({ count: 'c' })).toMatchObject({ n: 2_500 });
});
