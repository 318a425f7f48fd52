/** Conversations brought to a place, for the tests of a turn. */
import { createLine, createPerson, type Line, type LineOptions } from '../../support/line.js';
import { holdsText } from '../../support/transcript.js';

/** All that a person says from the first word to the summary. */
export const toSummary = [
  '我要举报',
  '1',
  '他把图纸拍下来卖了',
  '说完了',
  '昨天',
  '东门外',
  '跳过',
  '1',
  '1',
  '没有',
  '1',
  '2',
  '同意',
];

/** A line and a person before the summary of a whole report. */
export async function summaryOf(options: LineOptions = {}) {
  const line = createLine(options);
  const runTurn = line.process();
  const person = createPerson(line, runTurn);
  for (const words of toSummary) await person.says(words);
  return { line, runTurn, person };
}

export const holds = (line: Line, answer: string, id: string): boolean => holdsText(line.profile, answer, id);

/** A line and a person who has said these words. */
export async function begun(words: readonly string[], options: LineOptions = {}) {
  const line = createLine(options);
  const runTurn = line.process();
  const person = createPerson(line, runTurn);
  for (const one of words) await person.says(one);
  return { line, runTurn, person };
}
