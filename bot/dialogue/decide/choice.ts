/** Taking a choice, however it was said, and agreeing. What was said beside it is kept. */
import { checkChoice } from '../../../questions/answer.js';
import type { Question } from '../../../questions/types.js';
import { isMadeOf } from '../understand/clauses.js';
import { agreement, numberNamed } from '../understand/own-words.js';
import { faqIn, isTelling, lexicons } from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { choiceIn, choicesNamed, type ChoiceMatch } from '../understand/choices.js';
import { carry, goOn, keep, misunderstood, stay, tryAgain } from './steps.js';
import { acknowledge, asideOf, say, settled, type Outcome, type Turn } from '../talk.js';
import type { Say, State } from '../types.js';

export function acceptChoice(turn: Turn, state: State, question: Question, text: string): Outcome {
  const match = readChoice(turn, question, text);
  const telling = isTelling(text);
  if (match === 'range')
    return tryAgain(turn, state, question, say('bad.range', { max: question.choices?.length ?? 0 }));
  if (match === null) {
    const which = whichOf(turn, question, text);
    if (!telling) return tryAgain(turn, state, question, which ?? misunderstood(turn, question));
    const { state: kept, said } = carry(turn, state, text);
    if (which === null) return tryAgain(turn, kept, question, said);
    const asked = tryAgain(turn, kept, question, which);
    return { ...asked, say: [said, ...asked.say] };
  }
  const extra = match.how === 'within' && telling ? text : match.rest;
  return choose(turn, state, question, match, extra);
}

/** Asks which of two choices is meant, if a text names two. */
function whichOf({ model }: Turn, question: Question, text: string): Say | null {
  const [first, second, third] = choicesNamed(model, question, text);
  if (first === undefined || second === undefined || third !== undefined) return null;
  const label = (code: string): readonly string[] => [`c.${question.id}.${code}`];
  return { text: 'again.which', ids: { first: label(first), second: label(second) } };
}

/** What a text names: plainly, or as a number among words of its own, which then are kept beside it. */
function readChoice(turn: Turn, question: Question, text: string): ChoiceMatch | 'range' | null {
  const plain = choiceIn(turn.model, question, text);
  if (plain !== null && plain !== 'range' && plain.how === 'exact') return plain;
  const codes = question.choices ?? [];
  const n = numberNamed(text, codes.length);
  const code = n === null ? undefined : codes[n - 1];
  return code === undefined ? plain : { code, how: 'within', rest: '' };
}

/** Takes a choice; `extra`, what was said beside it, goes to the story if that is still open, else to the notes. */
export function choose(
  turn: Turn,
  state: State,
  question: Question,
  match: ChoiceMatch,
  extra: string,
): Outcome {
  const { state: kept, said } = beside(turn, state, extra);
  if (question.ends?.includes(match.code) === true) return end(turn, kept, match, said);
  const checked = checkChoice(question, match.code, match.code);
  if (!('value' in checked)) return tryAgain(turn, state, question, misunderstood(turn, question));
  return keep(turn, kept, question, checked.value, [...said, acknowledge(question, checked.value)]);
}

/** A choice that ends the report: at once when it is plain and nothing is lost by it, else it is asked first. */
function end(turn: Turn, state: State, match: ChoiceMatch, said: readonly Say[]): Outcome {
  const begun =
    Object.keys(state.answers).length + state.parts.length + state.files.length + state.notes.length > 0;
  if (begun || match.how === 'within') return stay(turn, asideOf(state, { kind: 'end' }), said);
  return { state: null, say: [say('report.not_taken')] };
}

/** What was said beside an answer is kept; a common question is answered. */
function beside(turn: Turn, state: State, text: string): { state: State; said: readonly Say[] } {
  if (text === '') return { state, said: [] };
  const faq = isTelling(text, 24, 14) ? null : faqIn(turn.model, text);
  if (faq !== null) return { state, said: [say(`faq.${faq}`)] };
  const { state: kept, said } = carry(turn, state, text);
  return { state: kept, said: [said] };
}

export function acceptConsent(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { model } = turn;
  const number = numberIn(model, text);
  if (number?.n === 1 && !number.loose) {
    const { state: kept, said } = beside(turn, state, number.rest);
    return agree(turn, kept, question, said);
  }
  const also = lexicons(model).flatMap(([, lexicon]) => lexicon.choices.get('consent.agree') ?? []);
  const agreed = agreement(model, text, also);
  if (agreed !== null) {
    const { state: kept, said } = beside(turn, state, isTelling(agreed) ? agreed : '');
    return agree(turn, kept, question, said);
  }
  if (isMadeOf(model, text, 'no', 'refuses')) return tryAgain(turn, state, question, say('bad.consent'));
  if (isMadeOf(model, text, 'heard')) return stay(turn, state, [say('consent.heard')]);
  if (number !== null) return tryAgain(turn, state, question, say('bad.range', { max: 1 }));
  if (!isTelling(text)) return tryAgain(turn, state, question, misunderstood(turn, question));
  const { state: kept, said } = carry(turn, state, text);
  return stay(turn, kept, [said]);
}

/** Consent needs no echo: the next question follows at once. */
export function agree(turn: Turn, state: State, question: Question, said: readonly Say[] = []): Outcome {
  const answers = { ...state.answers, [question.id]: { words: '', code: 'agree' } };
  return goOn(turn, { ...settled(state), answers }, said);
}
