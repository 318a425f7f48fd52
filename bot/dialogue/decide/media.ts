/** Pictures, voice, video and places, which may come at any time. */
import { checkWords } from '../../../questions/answer.js';
import { standing } from '../../../questions/walk.js';
import { asideOf, graphOf, questionAt, settled } from '../draft.js';
import { hex } from '../hex.js';
import type { Outcome, Turn } from '../outcome.js';
import { acknowledge, say } from '../say.js';
import type { FileRef, Input, Say, State } from '../types.js';
import { carry, goOn, keep, stay } from './steps.js';
import { storyPart } from './story.js';
/** Files that one report may carry. */
export const mostFiles = 10;

/** Saved and failed files that the person has not been told of; a failed one is named once and let go. */
export function newsOfFiles(state: State): { state: State; lines: readonly Say[] } {
  const saved = state.files.filter((file) => file.state === 'saved').length;
  const failed = state.files.filter((file) => file.state === 'failed').length;
  if (saved <= state.told && failed === 0) return { state, lines: [] };
  const files = state.files.filter((file) => file.state !== 'failed');
  return {
    state: { ...state, files, told: saved },
    lines: [
      ...(saved > state.told ? [say('file.saved', { n: files.length, m: saved })] : []),
      ...(failed > 0 ? [say('file.failed', { k: failed })] : []),
    ],
  };
}

type FileInput = Extract<Input, { t: 'file' }>;

export function acceptFile(turn: Turn, state: State, input: FileInput): Outcome {
  if (state.files.length >= mostFiles) return stay(state, [say('file.too_many', { max: mostFiles })]);
  const file: FileRef = {
    id: hex(turn.env.draw(16)),
    media: input.media,
    ref: input.ref,
    at: input.at,
    state: 'fetching',
  };
  const kept = counted(turn, { ...state, files: [...state.files, file] });
  return input.media === 'voice'
    ? acceptVoice(turn, kept, input.transcript ?? '')
    : stay(kept, [received(kept)]);
}

/** A files question that was answered before more came counts them too. */
function counted(turn: Turn, state: State): State {
  const question = standing(graphOf(turn.model, state), state.answers).find(({ kind }) => kind === 'files');
  if (question === undefined || state.answers[question.id] === undefined) return state;
  const words = String(state.files.length);
  return { ...state, answers: { ...state.answers, [question.id]: { words } } };
}

function received(state: State): Say {
  const saved = state.files.filter((file) => file.state === 'saved').length;
  return say('file.received', { n: state.files.length, m: saved });
}

/** At a question that takes words, a voice message is the answer; the platform's reading of it only if confirmed. */
function acceptVoice(turn: Turn, state: State, transcript: string): Outcome {
  const question = questionAt(turn.model, state);
  const takesWords =
    question !== null && ['story', 'moment', 'place', 'person', 'contact'].includes(question.kind);
  if (state.aside !== undefined || !takesWords)
    return stay(
      state,
      question?.kind === 'choice' || question?.kind === 'consent'
        ? [say('voice.not_here')]
        : [received(state)],
    );
  if (transcript.trim() !== '')
    return stay(asideOf(state, { kind: 'transcript', text: transcript.trim() }), []);
  return keepVoice(turn, state);
}

/** Keeps the sound alone: a mark stands for it among the words. */
export function keepVoice(turn: Turn, state: State): Outcome {
  const question = questionAt(turn.model, state);
  const n = state.files.filter((file) => file.media === 'voice').length;
  const mark = turn.model.lexicon[state.lang].voiceMark.replace('{n}', String(n));
  if (question === null) return stay(settled(state), [received(state)]);
  if (question.kind === 'story') return storyPart(settled(state), mark);
  const answers = { ...state.answers, [question.id]: { words: mark } };
  return goOn(turn, { ...settled(state), answers }, [say('voice.kept')]);
}

/** Keeps the confirmed words of a voice message as if they had been typed. */
export function keepTranscript(turn: Turn, state: State, text: string): Outcome {
  const question = questionAt(turn.model, state);
  if (question === null || question.kind === 'story') return storyPart(settled(state), text);
  const checked = checkWords(question, text, turn.env.today);
  if ('refused' in checked) return keepVoice(turn, state);
  return keep(turn, settled(state), question, checked.value);
}

type PlaceInput = Extract<Input, { t: 'place' }>;

/** A place as words: what it is called, and the point to about a metre. */
export function placeText({ words, lat, lng }: PlaceInput): string {
  const point = `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
  return words.trim() === '' ? point : `${words.trim()} (${point})`;
}

/** A place answers the place question, now or when it comes. */
export function acceptPlace(turn: Turn, state: State, input: PlaceInput): Outcome {
  const value = {
    words:
      input.words.trim() === '' ? `${input.lat.toFixed(5)}, ${input.lng.toFixed(5)}` : input.words.trim(),
    point: { lat: input.lat, lng: input.lng },
  };
  const now = questionAt(turn.model, state);
  if (now?.kind === 'place' && state.aside === undefined) return keep(turn, state, now, value);
  const later = standing(graphOf(turn.model, state), state.answers).find(
    (question) => question.kind === 'place' && state.answers[question.id] === undefined,
  );
  if (later === undefined) {
    const text = placeText(input);
    const { state: kept, said } = carry(turn, state, text);
    return stay(kept, [said]);
  }
  const answers = { ...state.answers, [later.id]: value };
  return stay({ ...state, answers }, [{ ...acknowledge(later, value), text: 'ack.place' }]);
}
