/**
 * `npm run prove -- differential [OPERATIONS] [SEED] [MOST]`: generated operations over the closed list on the embedded
 * database, on itself with every index dropped (a plain scan), and on the judges that this machine can build. Answers are
 * compared byte by byte, error codes included. It stops after MOST differences that nothing explains, and fails on one.
 */
import { EJSON } from 'bson';
import fc from 'fast-check';
import { newTally, runCase, type Difference } from '../support/mongodb/compare.js';
import { explanation } from '../support/mongodb/departures.js';
import { judgeNames, startJudge, type Judge } from '../support/mongodb/judges.js';
import { cases, operationsPerCase } from '../support/mongodb/operations.js';
import { engineParty, serverParty, type Party } from '../support/mongodb/parties.js';

const wanted = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 30));
const most = Number(process.argv[4] ?? 5);
const casesPerSeed = 40;
/** Cases in flight at a time, each with an engine, a database and a connection of its own: the judges are waited for. */
const lanes = 4;
const progressEvery = 10_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const judges: Judge[] = [];
for (const name of judgeNames) {
  const judge = await startJudge(name);
  if ('absent' in judge) say(`${name} does not judge here: ${judge.absent}`);
  else judges.push(judge);
}
const without = 'ours without indexes';
say(`parties: ${['ours', without, ...judges.map(({ name }) => name)].join(', ')}`);

const tally = newTally();
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
  if (unexplained <= most) tell(difference);
};

function tell({ party, operation, before, indexes, ours, theirs, answers }: Difference): void {
  const lines = (one: string, other: string): string => {
    const there = new Set(other.split('\n'));
    const own = one.split('\n').filter((line) => !there.has(line));
    return own.slice(0, 2).join(' | ') || '(the same, in another order)';
  };
  const others = [...answers].filter(([name, answer]) => name !== party && answer === theirs);
  const verb = Object.keys(operation.command)[0] ?? '';
  const who = others.map(([name]) => name).join(', ') || 'nobody';
  say(`\n${party} differs in ${verb} after ${tally.operations} operations, and with it: ${who}`);
  say(`  operation    ${EJSON.stringify(operation.command, { relaxed: true })}`);
  say(`  ours only    ${lines(ours, theirs)}\n  theirs only  ${lines(theirs, ours)}`);
  say(`  indexes      ${EJSON.stringify(indexes, { relaxed: true })}`);
  say(`  before       ${EJSON.stringify(before, { relaxed: false })}`);
}

const began = performance.now();
let seed = firstSeed;
let told = 0;
async function lane(n: number): Promise<void> {
  const parties: Party[] = [engineParty('ours', true), engineParty(without, false)];
  for (const each of judges) parties.push(await serverParty(each, `differential${n}`));
  while (tally.operations < wanted && unexplained < most) {
    for (const one of fc.sample(cases, { numRuns: casesPerSeed, seed: seed++ })) {
      if (unexplained < most) await runCase(one, parties, tally, judge);
      if (tally.operations < told + progressEvery) continue;
      told = tally.operations;
      say(`${told} operations …`);
    }
  }
  for (const party of parties) await party.close();
}
await Promise.all(Array.from({ length: lanes }, (_, n) => lane(n)));
for (const each of judges) await each.stop();

const counts = (title: string, lines: Iterable<[string, number]>): void => {
  const sorted = [...lines].sort(([, a], [, b]) => b - a);
  say(`${title}: ${sorted.reduce((sum, [, times]) => sum + times, 0)}`);
  for (const [line, times] of sorted) say(`  ${String(times).padStart(6)} × ${line}`);
};
counts('differences explained', explained);
counts('not asked', Object.entries(tally.unasked));
counts('answers compared', Object.entries(tally.compared));
say(
  JSON.stringify({
    seed: firstSeed,
    operations: tally.operations,
    documentsFound: tally.found,
    seconds: Math.round((performance.now() - began) / 1000),
    unexplained,
  }),
);
if (unexplained > 0 || tally.found < tally.operations / 2 || tally.operations < operationsPerCase)
  process.exitCode = 1;
