/** Side questions of the engine's own, asked while a question waits. What does not answer them is never lost. */
import { questionBefore, questionById } from '../../questions/walk.js';
import { acceptText, goOn, stay, storyPart } from './accepting.js';
import { options } from './asking.js';
import { keepTranscript, keepVoice } from './media.js';
import { labelIn, lineIn, numberIn, says } from './matching.js';
import { asideOf, graphOf, questionAt, say, settled, type Outcome, type Turn } from './talk.js';
import type { State } from './types.js';

/** A number that stands for no choice; no code holds a blank. */
const outOfRange = 'out of range';

/** Reads which of the present choices a text names, by number, label or plain yes and no. */
function chosen(turn: Turn, state: State, text: string): string | null {
  const all = options(turn.book, state);
  const number = numberIn(turn.book, text);
  if (number !== null && number.rest === '') return all[number.n - 1]?.code ?? outOfRange;
  const label = labelIn(
    turn.book,
    text,
    all.map(({ say: { text: id } }) => id),
  );
  if (label !== null) return all[label]?.code ?? null;
  if (state.aside?.kind === 'change') {
    const line = lineIn(
      turn.book,
      text,
      all.map(({ code }) => code),
    );
    return line === null ? null : (all[line]?.code ?? null);
  }
  const two = all.map(({ code }) => code);
  if (two.includes('yes') && two.includes('no')) {
    if (says(turn.book, text, (l) => l.yes)) return 'yes';
    if (says(turn.book, text, (l) => l.no)) return 'no';
  }
  if (two.includes('keep') && says(turn.book, text, (l) => l.no)) return 'keep';
  if (two.includes('keep') && says(turn.book, text, (l) => l.yes)) return 'yes';
  if (two.includes('use') && says(turn.book, text, (l) => l.yes)) return 'use';
  if (two.includes('use') && says(turn.book, text, (l) => l.no)) return 'sound';
  return null;
}

/** A text while a side question waits; null when it is not an answer to it and the question itself shall take it. */
export function acceptAside(turn: Turn, state: State, text: string): Outcome | { fallThrough: State } {
  const code = chosen(turn, state, text);
  if (code === outOfRange)
    return stay(turn, state, [say('bad.range', { max: options(turn.book, state).length })]);
  if (code !== null) return chooseAside(turn, state, code);
  const pending = state.aside?.text;
  switch (state.aside?.kind) {
    case 'change':
    case 'waiting':
      return stay(turn, state, [say('again.aside')]);
    case 'question': {
      // Neither choice: both the question and this text are part of the account.
      const kept =
        pending === undefined ? settled(state) : { ...settled(state), parts: [...state.parts, pending] };
      return { fallThrough: kept };
    }
    case 'transcript': {
      const kept = keepVoice(turn, state).state;
      return { fallThrough: kept ?? settled(state) };
    }
    case 'correct':
      return {
        fallThrough: {
          ...settled(state),
          notes: pending === undefined ? state.notes : [...state.notes, pending],
        },
      };
    default:
      return { fallThrough: settled(state) };
  }
}

/** Carries out a choice of the side question that waits. */
export function chooseAside(turn: Turn, state: State, code: string): Outcome {
  const pending = state.aside?.text ?? '';
  const free = settled(state);
  switch (`${state.aside?.kind ?? ''}.${code}`) {
    case 'question.no':
      return storyPart(turn, free, pending);
    case 'transcript.use':
      return keepTranscript(turn, state, pending);
    case 'transcript.sound':
      return keepVoice(turn, state);
    case 'delete.yes':
      return { state: null, say: [say('delete.done')] };
    case 'end.yes':
      return { state: null, say: [say('report.not_taken')] };
    case 'pause.review':
      return stay(turn, asideOf(free, { kind: 'change' }), []);
    case 'pause.delete':
      return stay(turn, asideOf(free, { kind: 'delete' }), []);
    case 'waiting.again':
      return { state: free, say: [], query: { do: 'send' } };
    case 'waiting.without':
      return {
        state: { ...free, files: free.files.filter((file) => file.state === 'saved') },
        say: [],
        query: { do: 'send' },
      };
    case 'correct.last':
      return correctLast(turn, free, pending);
    case 'correct.here': {
      const question = questionAt(turn.book, free);
      return question === null ? stay(turn, free, []) : acceptText(turn, free, question, pending);
    }
    case 'correct.other':
      return stay(turn, asideOf(free, { kind: 'change' }), []);
    default:
      return state.aside?.kind === 'change' ? changeLine(turn, free, code) : stay(turn, free, []);
  }
}

/** Asks one answered question again; a story is shown as it stands. */
export function changeLine(turn: Turn, state: State, id: string): Outcome {
  const question = questionById(graphOf(turn.book, state), id);
  if (question === null) return stay(turn, state, []);
  const parts =
    question.kind === 'story' ? [state.answers[id]?.words ?? ''].filter((part) => part !== '') : state.parts;
  return stay(turn, { ...settled(state), at: id, parts, tries: 0 }, []);
}

function correctLast(turn: Turn, state: State, text: string): Outcome {
  const last = questionBefore(graphOf(turn.book, state), state.answers, state.at);
  if (last === null) return goOn(turn, state, []);
  const back = changeLine(turn, state, last.id);
  return text === '' || back.state === null ? back : acceptText(turn, back.state, last, text);
}
