import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newTally, runCase, type Difference } from '../support/mongodb/compare.js';
import { explanation } from '../support/mongodb/departures.js';
import { cases } from '../support/mongodb/operations.js';
import { engineParty } from '../support/mongodb/parties.js';

// `npm run prove -- differential` asks independent servers too, and far longer
test('a thousand generated operations are answered alike with every index and without one', async () => {
  const parties = [engineParty('ours', true), engineParty('ours without indexes', false)];
  const tally = newTally();
  const unexplained: Difference[] = [];
  for (const one of fc.sample(cases, { numRuns: 45, seed: 20_260_101 }))
    await runCase(one, parties, tally, (difference) => {
      if (explanation(difference) === undefined) unexplained.push(difference);
    });
  for (const party of parties) await party.close();
  expect(unexplained).toEqual([]);
  expect(tally.operations).toBeGreaterThan(1_000);
  expect(tally.found).toBeGreaterThan(750); // the generator makes operations that find something
}, 60_000);
