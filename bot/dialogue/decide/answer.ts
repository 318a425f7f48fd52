/** What is done with an answer to a question of the report. */
import type { Question, Value } from '../../../questions/types.js';
import { questionById } from '../../../questions/walk.js';
import { asideOf, graphOf, isEmpty, settled } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { acknowledge, say } from '../say.js';
import type { Say, State } from '../types.js';
import type { Answer, Beside } from '../understand/meaning.js';
import { carry, changeLine, goOn, keep, misunderstood, refusal, skip, stay, tryAgain } from './steps.js';
import { storyPart, storyRewrite, storyTold } from './story.js';

/** Takes an answer to `question`, or asks again. */
export function take(turn: Turn, state: State, question: Question, answer: Answer): Outcome {
  const again = (why: Say): Outcome => tryAgain(turn, state, question, why);
  switch (answer.is) {
    case 'choice':
      return takeChoice(turn, state, question, answer);
    case 'several':
      return askWhich(turn, state, question, answer);
    case 'out-of-range':
      return question.kind === 'story'
        ? stay(state, [say('bad.range', { max: answer.max })])
        : again(say('bad.range', { max: answer.max }));
    case 'value':
      return keep(turn, state, question, answer.value);
    case 'refused':
      return again(refusal(turn, answer.why, answer.words));
    case 'nothing':
      return skip(turn, state, question);
    case 'unknown':
      return skip(turn, { ...state, skips: Math.max(1, state.skips ?? 0) }, question);
    case 'part':
      return partOfStory(state, answer);
    case 'told':
      return storyTold(turn, state, question, answer.also ? answer.words : null);
    case 'rewrite':
      return storyRewrite(state, question);
    case 'agreed': {
      const { state: kept, said } = besides(turn, state, answer.beside);
      return agree(turn, kept, question, said);
    }
    case 'disagreed':
      return again(say('bad.consent'));
    case 'heard':
      return stay(state, [say('consent.heard')]);
    case 'files-done':
      return filesDone(turn, state, question, answer);
    case 'files-coming':
      return stay(state, [say('files.send')]);
    case 'note': {
      const { state: kept, said } = carry(turn, state, answer.words);
      return question.kind === 'choice' ? tryAgain(turn, kept, question, said) : stay(kept, [said]);
    }
    case 'unclear':
      return again(misunderstood(turn, question));
  }
}

/** A bubble of the account is kept; where it ends in a common question, that is answered in the same reply. */
function partOfStory(state: State, { words, faq }: Extract<Answer, { is: 'part' }>): Outcome {
  return storyPart(state, words, faq === null ? [] : [say(`faq.${faq}`)]);
}

/** Asks which of two choices is meant; what was told in the same breath is kept. */
function askWhich(
  turn: Turn,
  state: State,
  question: Question,
  { codes, telling, words }: Extract<Answer, { is: 'several' }>,
): Outcome {
  const label = (code: string): readonly string[] => [`c.${question.id}.${code}`];
  const which: Say = {
    text: 'again.which',
    ids: { first: label(codes[0]), second: label(codes[1]) },
  };
  if (!telling) return tryAgain(turn, state, question, which);
  const { state: kept, said } = carry(turn, state, words);
  const asked = tryAgain(turn, kept, question, which);
  return { ...asked, say: [said, ...asked.say] };
}

/** Takes a choice; what was said beside it goes to the story if that is still open, else to the notes. */
export function takeChoice(
  turn: Turn,
  state: State,
  question: Question,
  { code, how, beside, words }: Pick<Extract<Answer, { is: 'choice' }>, 'code' | 'how' | 'beside' | 'words'>,
): Outcome {
  const { state: kept, said } = besides(turn, state, beside);
  if (question.ends?.includes(code) === true) return end(kept, how, said);
  const value: Value = { words: question.kind === 'choice' ? code : words, code };
  return keep(turn, kept, question, value, [...said, acknowledge(question, value)]);
}

/** A choice that ends the report: at once when it is plain and nothing is lost by it, else it is asked first. */
function end(state: State, how: 'plain' | 'within', said: readonly Say[]): Outcome {
  return isEmpty(state) && how === 'plain'
    ? { state: null, say: [say('report.not_taken')] }
    : stay(asideOf(state, { kind: 'end' }), said);
}

/** What was said beside an answer is kept; a common question is answered. */
function besides(turn: Turn, state: State, beside: Beside | null): { state: State; said: readonly Say[] } {
  if (beside === null) return { state, said: [] };
  if (beside.faq !== null) return { state, said: [say(`faq.${beside.faq}`)] };
  const { state: kept, said } = carry(turn, state, beside.words);
  return { state: kept, said: [said] };
}

/** Consent needs no echo: the next question follows at once. */
export function agree(turn: Turn, state: State, question: Question, said: readonly Say[] = []): Outcome {
  const answers = { ...state.answers, [question.id]: { words: '', code: 'agree' } };
  return goOn(turn, { ...settled(state), answers }, said);
}

/** Goes on from the files with as many as came; what was said beside it is kept. */
export function filesDone(
  turn: Turn,
  state: State,
  question: Question,
  { beside, later }: { readonly beside: string; readonly later: boolean },
): Outcome {
  const value = { words: String(state.files.length) };
  const { state: kept, said } =
    beside === '' ? { state, said: [] } : besides(turn, state, { words: beside, faq: null });
  return keep(turn, kept, question, value, [
    ...said,
    later ? say('files.later') : acknowledge(question, value),
  ]);
}

/** Asks the line again and takes `answer` for it at once, as far as it is one. */
export function changeTo(turn: Turn, state: State, id: string, answer: Answer | null): Outcome {
  const asked = changeLine(turn, state, id);
  const question = questionById(graphOf(turn.model, state), id);
  return asked.state === null || question === null || answer === null
    ? asked
    : take(turn, asked.state, question, answer);
}
