import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../bot/flows/load-words.js';
import { bytesOf } from '../../../bot/flows/texts.js';
import { answersTo, everyState, type Standing } from '../../support/states.js';
import { holdsText, taps } from '../../support/transcript.js';
import type { Command, Lang, State } from '../../../bot/dialogue/types.js';
import type { Line, Person } from '../../support/line.js';

const repairWords = commands.filter(
  (command) => !['report', 'check', 'learn'].includes(command),
) as readonly Command[];
const cases = (['national-security', 'integrity-line'] as const).flatMap((profile) =>
  (['zh', 'en'] as const).map((lang) => [profile, lang] as const),
);

/** Texts that mean "I did not understand" or "I cannot take that". */
const refusals = [
  'again.choice',
  'again.consent',
  'again.files',
  'again.summary',
  'again.aside',
  'bad.range',
  'bad.future',
  'bad.empty',
  'bad.consent',
  'bad.old_tap',
  'idle.unknown',
  'receipt.wrong',
];

const answersOf = (state: State | null): string => JSON.stringify(state?.answers ?? null);

/** What is wrong with a message as a message. */
function malformed(text: string): readonly string[] {
  const seen = text.replace(/<a [^>]*>(.*?)<\/a>/g, '$1').split('\n');
  const digits = seen.filter((row) => /^\s*\d/.test(row.normalize('NFKC')));
  const numbers = digits.map((row) => /^(\d{1,2}) \S/.exec(row)?.[1]);
  return [
    ...(bytesOf(text) > 2_048 ? [`${String(bytesOf(text))} bytes`] : []),
    ...(taps(text).length > 4 ? [`${String(taps(text).length)} taps`] : []),
    ...(numbers.some((n, at) => n !== String(at + 1))
      ? [`lines begin with digits: ${digits.join(' / ')}`]
      : []),
    ...(/\{\w+\}|undefined/.test(text) ? ['a placeholder is left'] : []),
    ...(/摘要|\bsummary\b/i.test(text) && !/请核对|please check/i.test(text)
      ? ['the word of the summary']
      : []),
    ...(seen.some((row, at) => row !== '' && row === seen[at - 1]) ? ['a line twice'] : []),
  ];
}

/** How a command is said in the trials: its first words in the person's own language, its first in the other. */
function waysToSay(line: Line, command: Command, own: Lang): readonly string[] {
  return line.profile.langs.flatMap((lang) =>
    line.profile.lexicon[lang].commands[command].slice(0, lang === own ? 2 : 1),
  );
}

describe.each(cases)('%s in %s', (profile, lang: Lang) => {
  test('every repair word is understood in every state, costs no answer, and answers within the limits', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const standing of await everyState(profile, lang))
      for (const word of repairWords)
        for (const said of waysToSay(standing.line, word, lang))
          for (const tap of [undefined, ...(said === word ? [`word:${word}`] : [])]) {
            tried += 1;
            const person = await standing.enter();
            const before = await standing.line.stateOf();
            const answer = await person.sends({
              t: 'text',
              text: said,
              ...(tap === undefined ? {} : { tap }),
            });
            const after = await standing.line.stateOf();
            wrong.push(...judge(standing, word, said, answer, before, after));
          }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
  });

  test('every state is left by cancelling', async () => {
    const stuck: string[] = [];
    for (const standing of await everyState(profile, lang)) {
      const person = await standing.enter();
      for (let times = 0; times < 3; times += 1) await person.says(lang === 'zh' ? '取消' : 'cancel');
      if ((await standing.line.stateOf()) !== null) stuck.push(standing.name);
    }
    expect(stuck).toEqual([]);
  });

  test('every state reaches the receipt, in at most twenty turns from the first', async () => {
    const stuck: string[] = [];
    for (const standing of await everyState(profile, lang)) {
      const person = await standing.enter();
      if (standing.name.startsWith('follow')) await person.says('cancel');
      const turns = await toReceipt(standing.line, person, lang);
      if (turns > 20) stuck.push(`${standing.name}: ${String(turns)} turns`);
    }
    expect(stuck).toEqual([]);
  });
});

function judge(
  standing: Standing,
  word: Command,
  said: string,
  answer: string,
  before: State | null,
  after: State | null,
): readonly string[] {
  const { line } = standing;
  const rendered = line.said.at(-1) ?? '';
  const refused = refusals.filter((id) => holdsText(line.profile, answer, id));
  const ended = after === null && before !== null;
  const mayEnd = word === 'delete' || word === 'cancel' || before?.at === 'receipt';
  const lost = !ended && before !== null && after?.at !== 'receipt' && lostAnswers(before, after);
  return [
    ...malformed(rendered),
    ...(answer === '' ? ['silence'] : []),
    ...refused,
    ...(ended && !mayEnd ? ['the report is gone'] : []),
    ...(lost ? [`lost: ${answersOf(before)} → ${answersOf(after)}`] : []),
  ].map((what) => `${standing.name} · ${said}: ${what}\n${rendered}`);
}

/** Whether something that was kept is no longer anywhere (passing a question over adds an empty answer, no more). */
function lostAnswers(before: State, after: State | null): boolean {
  const kept = JSON.stringify([after?.answers, after?.parts, after?.notes]);
  const said = [
    ...Object.values(before.answers).map(({ words }) => words),
    ...before.parts,
    ...before.notes,
    ...(['question', 'correct'].includes(before.aside?.kind ?? '') ? [before.aside?.text ?? ''] : []),
  ];
  return (
    said.some(
      (words) => !kept.includes(JSON.stringify(words).slice(1, -1)) && after?.aside?.text !== words,
    ) || before.files.length > (after?.files.length ?? 0)
  );
}

/** Goes on as somebody does who wants to be done; answers the number of turns to the receipt. */
async function toReceipt(line: Line, person: Person, lang: Lang): Promise<number> {
  for (let turns = 0; turns <= 40; turns += 1) {
    const state = await line.stateOf();
    if (state?.at === 'receipt') return turns;
    await person.says(next(line, state, lang));
  }
  return 99;
}

function next(line: Line, state: State | null, lang: Lang): string {
  if (state === null) return lang === 'zh' ? '我要举报' : 'report';
  if (state.aside?.kind === 'waiting') return '2';
  if (state.aside !== undefined) return lang === 'zh' ? '继续' : 'continue';
  if (state.at === 'summary') return lang === 'zh' ? '确认发送' : 'Send the report';
  const question = line.profile.graphs[0]?.questions.find(({ id }) => id === state.at);
  if (question === undefined) return '1';
  const [answer = '1', end] = answersTo(question, lang);
  return question.kind === 'story' && state.parts.length > 0 ? (end ?? answer) : answer;
}
