/** Side questions of the engine's own, asked while a question waits. What does not answer them is never lost. */
import { questionBefore } from '../../../questions/walk.js';
import { acceptText } from './answer.js';
import { options } from '../show/asking.js';
import { changeTo, summaryChoice } from './summary.js';
import { isMadeOf } from '../understand/clauses.js';
import { faqIn, labelIn, says } from '../understand/matching.js';
import { changeIn, lineIn, numberIn } from '../understand/numbers.js';
import { labelLike } from '../understand/typed-wrong.js';
import { keepTranscript, keepVoice } from './media.js';
import { carry, changeLine, goOn, keep, stay } from './steps.js';
import { asideOf, graphOf, questionAt, say, settled, type Outcome, type Turn } from '../talk.js';
import type { Say, State } from '../types.js';

/** A number that stands for no choice; no code holds a blank. */
const outOfRange = 'out of range';

/** Reads which of the present choices a text names, by number, label or plain yes and no. */
function chosen(turn: Turn, state: State, text: string): string | null {
  const { model } = turn;
  const all = options(model, state);
  const number = numberIn(model, text);
  if (number !== null && number.rest === '') return all[number.n - 1]?.code ?? outOfRange;
  const codes = all.map(({ code }) => code);
  if (state.aside?.kind === 'change') {
    const line = lineIn(model, text, codes, true);
    return line === null ? null : (codes[line] ?? null);
  }
  const labels = all.map(({ say: { text: id } }) => id);
  const label = labelIn(model, text, labels);
  if (label !== null) return codes[label] ?? null;
  const near = labelLike(model, text, labels);
  // What can't be undone is never read out of words that are only alike.
  if (near !== null && (codes[near] !== 'yes' || state.aside?.kind === 'question'))
    return codes[near] ?? null;
  const no = isMadeOf(model, text, 'no', 'refuses');
  const yes = says(model, text, (l) => l.yes);
  if (codes.includes('keep')) return no ? 'keep' : yes ? 'yes' : null;
  if (codes.includes('use')) return no ? 'sound' : yes ? 'use' : null;
  return codes.includes('continue') && yes ? 'continue' : null;
}

/** What a text that answers no side question leaves: the question itself takes it, what was pending is kept. */
interface FallThrough {
  readonly fallThrough: State;
  readonly said: readonly Say[];
}

/** A text while a side question waits. */
export function acceptAside(turn: Turn, state: State, text: string): Outcome | FallThrough {
  const code = chosen(turn, state, text);
  if (code === outOfRange)
    return stay(turn, state, [say('bad.range', { max: options(turn.model, state).length })]);
  if (code !== null) return chooseAside(turn, state, code);
  const pending = state.aside?.text ?? '';
  const free = settled(state);
  const faq = pending === '' || state.aside?.kind === 'delete' ? faqIn(turn.model, text) : null;
  if (faq !== null) return stay(turn, state, [say(`faq.${faq}`), say('faq.back')]);
  switch (state.aside?.kind) {
    case 'change': {
      const ids = options(turn.model, state).map(({ code: id }) => id);
      const change = changeIn(turn.model, text, ids);
      return change === null
        ? stay(turn, state, [say('again.aside')])
        : changeTo(turn, free, ids[change.line] ?? '', change.value);
    }
    case 'waiting':
      return stay(turn, state, [say('again.aside')]);
    case 'question':
    case 'correct': {
      // Neither choice: what was said before is kept beside what is said now.
      const { state: kept, said } = carry(turn, free, pending);
      return { fallThrough: kept, said: questionAt(turn.model, free)?.kind === 'story' ? [] : [said] };
    }
    case 'transcript':
      return { fallThrough: keepVoice(turn, state).state ?? free, said: [] };
    default:
      return { fallThrough: free, said: [] };
  }
}

/** Carries out a choice of the side question that waits. */
export function chooseAside(turn: Turn, state: State, code: string): Outcome {
  const pending = state.aside?.text ?? '';
  const free = settled(state);
  switch (`${state.aside?.kind ?? ''}.${code}`) {
    case 'question.no':
    case 'correct.here':
      return takeHere(turn, free, pending);
    case 'transcript.use':
      return keepTranscript(turn, state, pending);
    case 'transcript.sound':
      return keepVoice(turn, state);
    case 'delete.yes':
      return { state: null, say: [say('delete.done')] };
    case 'end.yes':
      return { state: null, say: [say('report.not_taken')] };
    case 'pause.review':
      return review(turn, free);
    case 'pause.delete':
      return stay(turn, asideOf(free, { kind: 'delete' }), []);
    case 'waiting.again':
      return summaryChoice(turn, free, 'send');
    case 'waiting.without':
      return {
        state: { ...free, files: free.files.filter((file) => file.state === 'saved') },
        say: [],
        query: { do: 'send' },
      };
    case 'correct.last':
      return correctLast(turn, free, pending);
    case 'correct.other': {
      const { state: kept, said } = carry(turn, free, pending);
      return stay(turn, asideOf(kept, { kind: 'change' }), [said]);
    }
    default:
      return state.aside?.kind === 'change' ? changeLine(turn, free, code) : stay(turn, free, []);
  }
}

/** The words of a side question are the answer after all. */
function takeHere(turn: Turn, state: State, text: string): Outcome {
  const question = questionAt(turn.model, state);
  return question === null ? stay(turn, state, []) : acceptText(turn, state, question, text);
}

/** The answers so far, to be changed; with none there is only the question that waits. */
function review(turn: Turn, state: State): Outcome {
  const changing = asideOf(state, { kind: 'change' });
  return options(turn.model, changing).length === 0
    ? stay(turn, state, [say('change.none')])
    : stay(turn, changing, []);
}

function correctLast(turn: Turn, state: State, text: string): Outcome {
  const last = questionBefore(graphOf(turn.model, state), state.answers, state.at);
  if (last === null) return goOn(turn, state, []);
  if (last.kind === 'story') {
    // A correction to the story is one more part of it, and the questions go on.
    const words = [state.answers[last.id]?.words ?? '', text].filter((part) => part !== '').join('\n');
    return keep(turn, state, last, { words });
  }
  const back = changeLine(turn, state, last.id);
  return text === '' || back.state === null ? back : acceptText(turn, back.state, last, text);
}
