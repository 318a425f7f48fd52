/** Which of a question's choices a text names: by number, by label, in a clause, by a phrase, or typed with mistakes. */
import type { Question } from '../../../questions/types.js';
import type { DialogueModel, WordList } from '../model.js';
import { phrasesOf, vocabularies, wordsOf } from './choice-words.js';
import { clausesOf, madeOf, vocabulary, type Vocabulary } from './clauses.js';
import {
  affirms,
  contains,
  heard,
  type Heard,
  isOneOf,
  isTelling,
  lexicons,
  spaced,
  spacedWord,
  squeeze,
  squeezedWord,
} from './matching.js';
import { isChinese } from './script.js';
import { isSurelyQuestion } from './question-form.js';
import { numberIn } from './numbers.js';
import { alike } from './typed-wrong.js';

/** How surely a text names a choice: `exact` whole message, number or clause, `within` a phrase inside a longer text. */
export interface ChoiceMatch {
  readonly code: string;
  readonly how: 'exact' | 'within';
  /** what was said beside the choice */
  readonly rest: string;
}

/** The choice a text names, `range` when it is a number that stands for none, or null. */
export function choiceIn(
  model: DialogueModel,
  question: Question,
  text: string,
): ChoiceMatch | 'range' | null {
  const codes = question.choices ?? [];
  const words = wordsOf(model, question);
  const number = numberIn(model, text);
  if (number !== null) {
    const code = codes[number.n - 1];
    // "2 people told me" begins with a number and names another choice
    const others = number.loose ? namedWithin(model, question, number.rest) : [];
    if (code !== undefined && (others.length !== 1 || others[0] === code))
      return { code, how: 'exact', rest: /^\d/.test(number.rest) ? text : number.rest };
    if (number.rest === '') return 'range';
  }
  const exact = codes.find((code) => isOneOf(text, words(code)));
  if (exact !== undefined) return { code: exact, how: 'exact', rest: '' };
  const clause = byClauses(model, question, text);
  if (clause === 'several') return null;
  // Where another choice is named too, it has to be asked which is meant. A clause that is a choice and nothing else
  // outweighs a word beside it, but not a yes a no: "yes, but don't call".
  const known = vocabularies(model, question);
  const means = (code: string, ...lists: readonly WordList[]): boolean =>
    lists.some((list) => known.get(code)?.has([...vocabulary(model, list)][0] ?? '') === true);
  const others = choicesNamed(model, question, text).filter((code) => code !== clause?.code);
  if (clause === null ? others.length > 1 : others.some((code) => means(code, 'yes', 'indeed', 'no')))
    return null;
  const found = clause ?? inside(others) ?? typedWrong(model, text, codes, words);
  if (found === null) return null;
  // "It cannot be that there is nobody" is no plain no.
  return means(found.code, 'no') && isTurnedTwice(model, text) ? null : found;
}

/** Whether a clause holds two negations that are not one said twice ("没有没有"). */
function isTurnedTwice(model: DialogueModel, text: string): boolean {
  const marks = lexicons(model)
    .flatMap(([, { negations }]) => negations)
    .sort((a, b) => b.length - a.length);
  return clausesOf(text).some((clause) => {
    let left = isChinese(clause) ? squeeze(clause).replace(/(.{1,4}?)\1+/gu, '$1') : spaced(clause);
    let count = 0;
    for (const mark of marks) {
      const parts = left.split(isChinese(mark) ? squeezedWord(mark) : ` ${mark} `);
      count += parts.length - 1;
      left = parts.join(' | ');
    }
    return count > 1;
  });
}

/**
 * The one choice that clauses of the text name and are made of: "没有吧，我不认识他们", "Oh, no", "personal, not for the
 * firm". `several` when clauses name different choices.
 */
function byClauses(model: DialogueModel, question: Question, text: string): ChoiceMatch | 'several' | null {
  const clauses = clausesOf(text);
  const named = namedByClauses(model, question, text);
  const [code, other] = [...new Set(named.filter((one) => one !== null))];
  if (code === undefined) return null;
  if (other !== undefined) return 'several';
  const small = smallBesides(model);
  const rest = clauses.filter((clause, at) => named[at] === null && !madeOf(clause, small, small));
  // A choice that ends the report is taken at once only where nothing else was said.
  const how = rest.length > 0 && question.ends?.includes(code) === true ? 'within' : 'exact';
  return { code, how, rest: rest.length === 0 ? '' : restOf(text, clauses, named[0] !== null) };
}

const smallBesides = (model: DialogueModel): Vocabulary => vocabulary(model, 'small', 'thanks', 'greetings');

/** For each clause of a text the one choice that it is made of, or null. */
function namedByClauses(model: DialogueModel, question: Question, text: string): readonly (string | null)[] {
  const small = smallBesides(model);
  const known = vocabularies(model, question);
  return clausesOf(text).map((clause) => {
    if (isSurelyQuestion(model, clause)) return null;
    const found = (question.choices ?? []).filter((code) =>
      madeOf(clause, known.get(code) ?? new Set(), small),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  });
}

/** What is left of a text when its first clause was the answer; else all of it: order is part of what people say. */
function restOf(text: string, [head = '']: readonly string[], first: boolean): string {
  const said = text.trim();
  return first && said.startsWith(head) ? said.slice(head.length).replace(/^[\p{P}\p{Z}~]+/u, '') : said;
}

const inside = ([code]: readonly string[]): ChoiceMatch | null =>
  code === undefined ? null : { code, how: 'within', rest: '' };

function typedWrong(...[model, text, codes, words]: Parameters<typeof alike>): ChoiceMatch | null {
  const code = isSurelyQuestion(model, text) ? null : alike(model, text, codes, words);
  return code === null ? null : { code, how: 'exact', rest: '' };
}

/**
 * The choices that phrases inside the text name, in the question's order. The longest phrases are read first, and what
 * they cover is read no more: "species data" names no data.
 */
function namedWithin(model: DialogueModel, question: Question, text: string): readonly string[] {
  // Whether somebody of the line is involved is taken from few words or none: a long text may say anything of them.
  if (question.role === 'conflict' && (isTelling(text, 18, 11) || isSurelyQuestion(model, text))) return [];
  // "I don't know" inside a longer text is about something in it, and so is a bare "don't".
  const [telling, sentence] = [isTelling(text), isTelling(text, 4, 3)];
  const named = new Set<string>();
  let left = heard(text);
  for (const phrases of phrasesOf(model, question)) {
    const hits = phrases.filter(
      ({ word, unknown, negation }) =>
        contains(left, word) &&
        !(telling && unknown) &&
        !(sentence && negation) &&
        affirms(model, left, word),
    );
    for (const { code } of hits) named.add(code);
    left = hits.reduce((rest, { word }) => uncovered(rest, word), left);
  }
  return (question.choices ?? []).filter((code) => named.has(code));
}

/** A text without a phrase that was read in it. */
const uncovered = (text: Heard, word: string): Heard => ({
  squeezed: text.squeezed.replaceAll(squeezedWord(word), '|'),
  spaced: text.spaced.replaceAll(spacedWord(word), ' | '),
});

/** All choices that a text names in its clauses or inside them, for asking which of them is meant. */
export function choicesNamed(model: DialogueModel, question: Question, text: string): readonly string[] {
  const named = [...namedByClauses(model, question, text), ...namedWithin(model, question, text)];
  return (question.choices ?? []).filter((code) => named.includes(code));
}
