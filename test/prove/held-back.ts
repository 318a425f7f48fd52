/**
 * `npm run prove -- held-back`: conversations written by people who knew only what the line asks, not how it reads
 * answers, run as they are. A person sends their next message as long as a question stands; whoever has nothing more to
 * say to it is stuck there. Only the first run of a set measures: the first (forty a language, mostly one message to a
 * question) gave 2 zh and 1 en, and was looked at to mend the engine; the second (twenty, people who send the number when
 * they are asked for it) 19 and 20; the third (forty, all kinds of people) 33 and 39; the fourth (forty) 36 and 34. All
 * but one of the fourth stopped at a way to end a story, one of them in traditional characters; both were learnt from.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLine, createPerson } from '../support/line.js';
import { receiptIn } from '../support/running-line.js';

interface Conversation {
  readonly id: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** Messages after which nobody would go on. */
const patience = 60;

async function run(
  lang: 'zh' | 'en',
  { id, answers }: Conversation,
): Promise<{ got: boolean; turns: number; stuck: string }> {
  const line = createLine({ seed: 7 });
  const person = createPerson(line, line.process(), `o${id}`);
  await person.sends({ t: 'follow' });
  let answer = await person.says(lang === 'zh' ? '我要举报' : 'report');
  const left = new Map(Object.entries(answers).map(([question, messages]) => [question, [...messages]]));
  for (let turns = 1; turns < patience; turns += 1) {
    if (receiptIn(answer) !== null) return { got: true, turns, stuck: '' };
    const state = await line.stateOf(`o${id}`);
    const at = state?.at ?? 'ended';
    const next = left.get(at)?.shift();
    if (next === undefined)
      return {
        got: false,
        turns,
        stuck: `${at}${state?.aside === undefined ? '' : ` (${state.aside.kind})`}`,
      };
    answer = await person.says(next);
  }
  return { got: false, turns: patience, stuck: 'patience' };
}

const sets = ['first', 'second', 'third', 'fourth'].flatMap((set) =>
  (['zh', 'en'] as const).map((lang) => ({ set, lang })),
);
for (const { set, lang } of sets) {
  const path = join(process.cwd(), 'test', 'prove', 'held-back', `${set}-${lang}.json`);
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly Conversation[];
  const results = [];
  for (const conversation of all) results.push({ id: conversation.id, ...(await run(lang, conversation)) });
  const got = results.filter((one) => one.got);
  const turns = got.map((one) => one.turns).toSorted((a, b) => a - b);
  process.stdout.write(
    `${set} set, ${lang}: ${String(got.length)} of ${String(all.length)} reached a receipt, unedited; turns median ${String(turns[Math.floor(turns.length / 2)] ?? 0)}, most ${String(turns.at(-1) ?? 0)}\n`,
  );
  for (const { id, stuck, turns: after } of results.filter((one) => !one.got))
    process.stdout.write(`  ${id} stopped at ${stuck} after ${String(after)} turns\n`);
}
process.exit();
