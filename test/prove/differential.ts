/**
 * `npm run prove -- differential [OPERATIONS] [SEED]`: generated operations over the closed list on the embedded
 * database, on itself with every index dropped (a plain scan), and on the judges that this machine can build. Answers
 * are compared byte by byte, error codes included. It fails on the first difference that nothing explains.
 */
import { EJSON } from 'bson';
import fc from 'fast-check';
import { runCase, type Difference, type Tally } from '../support/mongodb/compare.js';
import { explanation } from '../support/mongodb/departures.js';
import { judgeNames, startJudge } from '../support/mongodb/judges.js';
import { cases, operationsPerCase } from '../support/mongodb/operations.js';
import { engineParty, serverParty, type Party } from '../support/mongodb/parties.js';

const wanted = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 30));
const most = Number(process.argv[4] ?? 5);
const casesPerSeed = 40;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const parties: Party[] = [engineParty('ours', true), engineParty('ours without indexes', false)];
for (const name of judgeNames) {
  const judge = await startJudge(name);
  if ('absent' in judge) say(`${name} does not judge here: ${judge.absent}`);
  else parties.push(await serverParty(judge));
}

const tally: Tally = { operations: 0, compared: {}, found: 0 };
const explained = new Map<string, number>();
let unexplained = 0;
const judge = (difference: Difference): void => {
  const why = explanation(difference);
  if (why !== undefined) {
    const line = `${difference.party}: ${why}`;
    explained.set(line, (explained.get(line) ?? 0) + 1);
    return;
  }
  unexplained += 1;
  if (unexplained > most) return;
  const { party, operation, before, indexes, ours, theirs, answers } = difference;
  const lines = (one: string, other: string): string => {
    const there = new Set(other.split('\n'));
    return (
      one
        .split('\n')
        .filter((line) => !there.has(line))
        .slice(0, 2)
        .join(' | ') || '(the same, in another order)'
    );
  };
  const others = [...answers]
    .filter(([name, answer]) => name !== party && answer === theirs)
    .map(([name]) => name);
  say(`\n${party} differs, and with it: ${others.join(', ') || 'nobody'}`);
  say(`  operation    ${EJSON.stringify(operation.command, { relaxed: true })}`);
  say(`  ours only    ${lines(ours, theirs)}\n  theirs only  ${lines(theirs, ours)}`);
  say(`  indexes      ${EJSON.stringify(indexes, { relaxed: true })}`);
  say(`  before       ${EJSON.stringify(before, { relaxed: false })}`);
};

const began = performance.now();
for (let seed = firstSeed; tally.operations < wanted && unexplained < most; seed += 1) {
  for (const one of fc.sample(cases, { numRuns: casesPerSeed, seed }))
    await runCase(one, parties, tally, judge);
  if ((seed - firstSeed) % 25 === 24) say(`${String(tally.operations)} operations …`);
}
for (const party of parties) await party.close();
say(
  JSON.stringify({
    seed: firstSeed,
    operations: tally.operations,
    compared: tally.compared,
    documentsFound: tally.found,
    seconds: Math.round((performance.now() - began) / 1000),
    unexplained,
  }),
);
for (const [line, times] of [...explained].sort(([, a], [, b]) => b - a)) say(`  ${String(times)} × ${line}`);
if (unexplained > 0 || tally.found < tally.operations / 2 || tally.operations < operationsPerCase)
  process.exitCode = 1;
