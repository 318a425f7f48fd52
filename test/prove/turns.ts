/**
 * `npm run prove -- turns [TURNS] [SEED]`: 100,000 random turns with failures, duplicates and re-orderings against the
 * engine, the flows and the store fakes, half of them on each profile. After every turn an oracle with a memory of its
 * own checks that nothing acknowledged was lost or doubled.
 */
import { randomTurns } from '../support/random-turns.js';

const turns = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const portion = 5_000;

let wrong = 0;
for (let done = 0, n = seed; done < turns; done += portion, n += 1) {
  const profile = n % 2 === 0 ? 'integrity-line' : 'national-security';
  const figures = await randomTurns({ turns: Math.min(portion, turns - done), seed: n, profile });
  wrong += figures.wrong.length;
  const { wrong: found, ...rest } = figures;
  process.stdout.write(`${JSON.stringify({ seed: n, profile, ...rest, wrong: found.length })}\n`);
  for (const one of found.slice(0, 5)) process.stdout.write(`WRONG ${one}\n`);
}
process.stdout.write(`${String(turns)} turns, ${String(wrong)} wrong\n`);
if (wrong > 0) process.exitCode = 1;
