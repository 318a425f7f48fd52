/** Taking an answer to the question that waits: one function for each kind of question. */
import { checkChoice, checkSkip, checkWords, type Refusal } from '../../questions/answer.js';
import type { Question, Value } from '../../questions/types.js';
import { prune } from '../../questions/walk.js';
import { asking } from './asking.js';
import { choiceIn, isLong, labelIn, numberIn, says, type ChoiceMatch } from './matching.js';
import { drawSending } from './summary.js';
import {
  acknowledge,
  asideOf,
  echo,
  graphOf,
  labelOf,
  moved,
  openStory,
  say,
  settled,
  type Outcome,
  type Turn,
} from './talk.js';
import type { Say, State } from './types.js';

/** Tries at a question before a way out is offered. */
const mostTries = 3;
/** Characters that a story and the notes may hold together. */
const mostStory = 20_000;

/** Says something and asks the present question again. */
export function stay(turn: Turn, state: State, lines: readonly Say[]): Outcome {
  return { state, say: [...lines, ...asking(turn.book, state)] };
}

/** Goes on to what is due: the next open question, or the summary. */
export function goOn(turn: Turn, state: State, lines: readonly Say[]): Outcome {
  const { kept, fell } = prune(graphOf(turn.book, state), state.answers);
  const next = moved(turn.book, { ...state, answers: kept });
  const ready =
    next.at === 'summary' && next.sending === undefined ? { ...next, sending: drawSending(turn.env) } : next;
  const lost: readonly Say[] =
    fell.length === 0 ? [] : [{ text: 'change.fell', ids: { labels: fell.map(labelOf) } }];
  return stay(turn, ready, [...lines, ...lost]);
}

/** Keeps an answer and goes on. */
export function keep(
  turn: Turn,
  state: State,
  question: Question,
  value: Value,
  before: readonly Say[] = [],
): Outcome {
  const answers = { ...state.answers, [question.id]: value };
  return goOn(turn, { ...state, answers }, [...before, acknowledge(question, value)]);
}

/** Not understood, or understood and not taken; after three tries a way out. */
export function tryAgain(turn: Turn, state: State, question: Question, why: Say): Outcome {
  const tries = state.tries + 1;
  if (tries < mostTries) return stay(turn, { ...state, tries }, [why]);
  const example = turn.book.has(`q.${question.id}.example`)
    ? `q.${question.id}.example`
    : `again.${question.kind}`;
  return stay(turn, { ...state, tries: 0 }, [
    { text: 'tries.out', ids: { example: [example] } },
    say('phone.short'),
    ...(question.optional ? [say('tries.skip')] : []),
  ]);
}

function misunderstood(turn: Turn, question: Question): Say {
  const own = `q.${question.id}.again`;
  return say(turn.book.has(own) ? own : `again.${question.kind}`);
}

/** Takes a text as the answer to `question`. */
export function acceptText(turn: Turn, state: State, question: Question, text: string): Outcome {
  switch (question.kind) {
    case 'choice':
      return acceptChoice(turn, state, question, text);
    case 'story':
      return acceptStory(turn, state, question, text);
    case 'files':
      return acceptFiles(turn, state, question, text);
    case 'consent':
      return acceptConsent(turn, state, question, text);
    case 'moment':
    case 'place':
    case 'person':
    case 'contact':
      return acceptWords(turn, state, question, text);
  }
}

function acceptWords(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { book } = turn;
  const nothing = says(book, text, (l) => l.no) || says(book, text, (l) => l.unknown);
  if (question.optional && nothing) return skip(turn, state, question);
  const checked = checkWords(question, text, turn.env.today);
  if ('value' in checked) return keep(turn, state, question, checked.value);
  return tryAgain(turn, state, question, refusal(turn, checked.refused, text));
}

function refusal(turn: Turn, why: Refusal, text: string): Say {
  if (why === 'future')
    return { text: 'bad.future', with: { words: echo(text) }, days: { today: turn.env.today } };
  return say(why === 'short' ? 'story.short' : 'bad.empty');
}

/** Passes the question over, or says why it is needed. */
export function skip(turn: Turn, state: State, question: Question): Outcome {
  const checked = checkSkip(question);
  if ('value' in checked)
    return keep(
      turn,
      { ...state, parts: question.kind === 'story' ? [] : state.parts },
      question,
      checked.value,
    );
  return stay(turn, state, [{ text: 'skip.needed', ids: { why: [`q.${question.id}.why`] } }]);
}

function acceptChoice(turn: Turn, state: State, question: Question, text: string): Outcome {
  const match = choiceIn(turn.book, question, text);
  const long = isLong(text);
  if (match === 'range')
    return tryAgain(turn, state, question, say('bad.range', { max: question.choices?.length ?? 0 }));
  const named =
    match !== null && !(long && question.ends?.includes(match.code) === true && match.how === 'within');
  if (!named) {
    if (!long) return tryAgain(turn, state, question, misunderstood(turn, question));
    const { state: kept, said } = carry(turn, state, text);
    return tryAgain(turn, kept, question, said);
  }
  const extra = match.how === 'within' && long ? text : match.rest;
  return choose(turn, state, question, match, extra);
}

/** Takes a choice; what was said beside it is kept, in the story if that is still open, else as a note. */
export function choose(
  turn: Turn,
  state: State,
  question: Question,
  match: ChoiceMatch,
  extra: string,
): Outcome {
  if (question.ends?.includes(match.code) === true) {
    const begun = Object.keys(state.answers).length + state.parts.length + state.files.length > 0;
    if (begun) return stay(turn, asideOf(state, { kind: 'end' }), []);
    return { state: null, say: [say('report.not_taken')] };
  }
  const checked = checkChoice(question, match.code, match.rest === '' ? match.code : match.rest);
  if (!('value' in checked)) return tryAgain(turn, state, question, misunderstood(turn, question));
  if (extra === '') return keep(turn, state, question, checked.value);
  const { state: kept, said } = carry(turn, state, extra);
  return keep(turn, kept, question, checked.value, [said]);
}

/** Keeps words that came at another question: as the beginning of the story, or as a note. Nothing said is lost. */
export function carry(turn: Turn, state: State, text: string): { state: State; said: Say } {
  if (size(state) + text.length > mostStory) return { state, said: say('story.full') };
  if (openStory(turn.book, state) !== null)
    return {
      state: { ...state, parts: [...state.parts, text] },
      said: say('ack.carried', { words: echo(text) }),
    };
  return { state: { ...state, notes: [...state.notes, text] }, said: say('ack.note', { words: echo(text) }) };
}

const size = (state: State): number =>
  [...state.parts, ...state.notes].reduce((sum, part) => sum + part.length, 0);

function acceptStory(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { book } = turn;
  if (state.parts.length > 0) {
    const number = numberIn(book, text);
    const bare = number?.rest === '' ? number.n : null;
    const label = labelIn(book, text, ['story.done_choice', 'story.rewrite_choice']);
    if (bare === 1 || label === 0 || says(book, text, (l) => l.done)) return storyDone(turn, state, question);
    if (bare === 2 || label === 1 || says(book, text, (l) => l.rewrite)) return storyRewrite(turn, state);
    if (bare !== null) return stay(turn, state, [say('bad.range', { max: 2 })]);
  }
  const checked = checkWords(question, text, turn.env.today);
  if ('refused' in checked) return tryAgain(turn, state, question, refusal(turn, checked.refused, text));
  return storyPart(turn, state, text);
}

/** Keeps one more bubble; the person says when the story is told. */
export function storyPart(turn: Turn, state: State, text: string, before: readonly Say[] = []): Outcome {
  if (size(state) + text.length > mostStory) return { state, say: [...before, say('story.full')] };
  const parts = [...state.parts, text];
  return { state: { ...state, parts, tries: 0 }, say: [...before, say('story.kept', { n: parts.length })] };
}

export function storyDone(turn: Turn, state: State, question: Question): Outcome {
  return keep(turn, { ...state, parts: [] }, question, { words: state.parts.join('\n') });
}

export function storyRewrite(turn: Turn, state: State): Outcome {
  return stay(turn, { ...state, parts: [] }, [say('story.rewrite')]);
}

function acceptFiles(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { book } = turn;
  const number = numberIn(book, text);
  const done =
    (number?.n === 1 && number.rest === '') ||
    says(book, text, (l) => [...l.done, ...l.no, ...l.unknown]) ||
    labelIn(book, text, ['files.none_choice', 'files.done_choice']) !== null;
  if (done) return keep(turn, state, question, { words: String(state.files.length) });
  if (number !== null && number.rest === '')
    return tryAgain(turn, state, question, say('bad.range', { max: 1 }));
  if (!isLong(text)) return tryAgain(turn, state, question, misunderstood(turn, question));
  const { state: kept, said } = carry(turn, state, text);
  return stay(turn, kept, [said]);
}

function acceptConsent(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { book } = turn;
  const number = numberIn(book, text);
  const agreed =
    number?.n === 1 || says(book, text, (l) => l.yes) || labelIn(book, text, ['consent.agree']) !== null;
  if (agreed) return agree(turn, state, question);
  if (says(book, text, (l) => l.no)) return tryAgain(turn, state, question, say('bad.consent'));
  if (number !== null) return tryAgain(turn, state, question, say('bad.range', { max: 1 }));
  return tryAgain(turn, state, question, misunderstood(turn, question));
}

/** Consent needs no echo: the next question follows at once. */
export function agree(turn: Turn, state: State, question: Question): Outcome {
  const answers = { ...state.answers, [question.id]: { words: '', code: 'agree' } };
  return goOn(turn, { ...settled(state), answers }, []);
}
