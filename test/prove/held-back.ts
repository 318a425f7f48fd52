/**
 * `npm run prove -- held-back`: conversations written by people who knew only what the line asks, not how it reads
 * answers, run as they are. A person sends their next message as long as a question stands; whoever has nothing more to
 * say to it is stuck there. Only the first run of a set measures: the first (forty a language, mostly one message to a
 * question) gave 2 zh and 1 en, and was looked at to mend the engine; the second (twenty, people who send the number when
 * they are asked for it) 19 and 20; the third, fourth and fifth (forty, all kinds of people) 33 and 39, 36 and 34, 37
 * and 37; the sixth (forty, written by others) 40 and 40,
 * 6 of 200 choices in each held otherwise than meant. Who did not get through mostly stopped at a way to end a story, and those ways were learnt from. At the first
 * run of the fifth, 1 of 156 and 5 of 173 choices were held otherwise than meant.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChinese } from '../../bot/dialogue/understand/script.js';
import { createLine, createPerson, type Line } from '../support/line.js';
import { onlyReport } from '../support/reports.js';
import { receiptIn } from '../support/receipt-in.js';

interface Conversation {
  readonly id: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** Messages after which nobody would go on. */
const patience = 60;

interface Run {
  readonly got: boolean;
  readonly turns: number;
  /** the question at which the person had nothing more to say */
  readonly stuck: string;
  /** choices that the person named by their number in the end, were it asked again */
  readonly choices: number;
  /** those of them that the report holds otherwise */
  readonly mistaken: readonly string[];
  /** long messages to the story that the report does not hold */
  readonly lost: readonly string[];
}

async function run(lang: 'zh' | 'en', { id, answers }: Conversation): Promise<Run> {
  const line = createLine({ seed: 7 });
  const person = createPerson(line, line.process(), `o${id}`);
  await person.sends({ t: 'follow' });
  let answer = await person.says(lang === 'zh' ? '我要举报' : 'report');
  const left = new Map(Object.entries(answers).map(([question, messages]) => [question, [...messages]]));
  const told: string[] = [];
  let shown = false;
  /** Who said that there are pictures sends one when asked for it, and then says that this was all. */
  const showsPicture = async (at: string): Promise<string | undefined> => {
    if (at !== 'evidence' || shown) return undefined;
    shown = true;
    await person.sends({ t: 'file', media: 'image', ref: `picture of ${id}` });
    return '1';
  };
  const ended = (turns: number, stuck: string): Run => ({
    ...{ got: stuck === '', turns, stuck },
    ...(stuck === '' ? compared(line, answers, told) : { choices: 0, mistaken: [], lost: [] }),
  });
  for (let turns = 1; turns < patience; turns += 1) {
    if (receiptIn(answer) !== null) return ended(turns, '');
    const state = await line.stateOf(`o${id}`);
    const at = state?.at ?? 'ended';
    const next = left.get(at)?.shift() ?? (await showsPicture(at));
    if (next === undefined)
      return ended(turns, `${at}${state?.aside === undefined ? '' : ` (${state.aside.kind})`}`);
    if (at === 'what') told.push(next);
    answer = await person.says(next);
  }
  return ended(patience, 'patience');
}

/** The report beside what the person would have said most plainly, and beside their whole story. */
function compared(
  line: Line,
  answers: Conversation['answers'],
  told: readonly string[],
): Pick<Run, 'choices' | 'mistaken' | 'lost'> {
  const report = onlyReport(line);
  const named = (line.profile.graphs[0]?.questions ?? []).flatMap(({ id, kind, choices }) => {
    const plainest = answers[id]?.at(-1)?.trim() ?? '';
    if (kind !== 'choice' || !/^[1-9]$/.test(plainest)) return [];
    return [{ id, meant: choices?.[Number(plainest) - 1], held: report.answers[id]?.code }];
  });
  return {
    choices: named.length,
    mistaken: named
      .filter(({ meant, held }) => meant !== held)
      .map(
        ({ id, meant, held }) =>
          `${id}: “${answers[id]?.[0] ?? ''}” is ${held ?? 'empty'}, not ${meant ?? 'empty'}`,
      ),
    lost: told.filter(
      (words) =>
        Array.from(words).length > (isChinese(words) ? 20 : 60) &&
        !report.all.includes(JSON.stringify(words).slice(1, -1)),
    ),
  };
}

const sets = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].flatMap((set) =>
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
  const choices = got.reduce((sum, one) => sum + one.choices, 0);
  const [mistaken, lost] = [
    got.flatMap((one) => one.mistaken.map((what) => `${one.id} ${what}`)),
    got.flatMap((one) => one.lost.map((words) => `${one.id} “${words}”`)),
  ];
  process.stdout.write(
    `  of ${String(choices)} choices ${String(mistaken.length)} held otherwise than meant; ${String(lost.length)} parts of a story not in the report\n`,
  );
  for (const what of [...mistaken, ...lost]) process.stdout.write(`    ${what}\n`);
}
process.exit();
