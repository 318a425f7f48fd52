/** A message of the desk, and the question that it may carry. */
import { h } from '../../phone/dom.js';
import { choiceField } from '../fields/choice-field.js';
import type { Field } from '../fields/field.js';
import { momentField } from '../fields/moment-field.js';
import { textField } from '../fields/text-field.js';
import { createProblems, paragraph, paragraphs, quietForm, submitButton } from '../parts.js';
import type { ThreadMessage, ThreadQuestion } from '../ports.js';
import { readEntry, type Entry } from '../state/entry.js';
import { writtenDay } from '../state/written-day.js';
import type { ThreadScreenParts } from './thread-parts.js';

export function messageItem(message: ThreadMessage, parts: ThreadScreenParts): HTMLLIElement {
  const { texts, lang, answered, thread } = parts;
  const says = texts.thread;
  const { id, day, text, verified, question } = message;
  const asks = verified && question !== null && thread.mayAdd;
  return h(
    'li',
    { class: verified ? 'verified' : 'unverified' },
    h(
      'p',
      { class: 'from' },
      says.fromDesk(writtenDay(day, lang)),
      h('strong', { class: 'mark' }, verified ? says.verified : says.notVerified),
    ),
    ...(verified ? [] : [paragraph(says.notVerifiedHelp, 'problem')]),
    ...paragraphs(text),
    ...(asks ? [answered.has(id) ? paragraph(says.answered, 'notice') : answering(id, question, parts)] : []),
  );
}

function answering(id: string, question: ThreadQuestion, parts: ThreadScreenParts): HTMLElement {
  const { texts, line, acts } = parts;
  const field = fieldFor(id, question, parts);
  const problems = createProblems(texts.form.problems);
  const submitted = (): void => {
    const entry = field.read();
    const asked = { id: 'answer', optional: false, kind: question.kind, choices: question.choices ?? [] };
    const read = readEntry(asked, entry, line.today, line.limits.additionBytes);
    if ('value' in read) {
      acts.answer(id, wordsOf(entry));
      return;
    }
    const words = texts.form.problem[read.problem];
    field.complain(words);
    problems.show([{ field: field.target, words }]);
  };
  return h(
    'div',
    { class: 'answer' },
    problems.element,
    quietForm(
      submitted,
      ...field.nodes,
      h('div', { class: 'buttons' }, submitButton(texts.thread.answer, 'second')),
    ),
  );
}

const wordsOf = (entry: Entry): string =>
  entry.is === 'words' ? entry.words.trim() : entry.is === 'choice' ? (entry.code ?? '') : '';

function fieldFor(id: string, { kind, choices = [] }: ThreadQuestion, parts: ThreadScreenParts): Field {
  const { texts, lang, line, written } = parts;
  const { understood, notUnderstood, chooseDay, problem, charactersLeft } = texts.form;
  const typed = (words: string): void => {
    written.set(id, words);
  };
  const value = written.get(id) ?? '';
  const asking = { heading: texts.thread.answerLabel, help: '', hint: '', under: 'label', typed } as const;
  if (kind === 'choice') {
    const all = choices.map((label) => ({ code: label, label }));
    return choiceField({ ...asking, choices: all, value: value === '' ? null : value });
  }
  const words = { ...asking, value, room: line.limits.additionBytes, left: charactersLeft };
  if (kind !== 'moment') return textField({ ...words, rows: kind === 'story' ? 5 : 2 });
  const days = { understood, notUnderstood, chooseDay, future: problem.future };
  return momentField({ ...words, ...days, lang, today: line.today, rows: 2 });
}
