/** What is asked at the moment, as far as it decides what words mean: the view that understanding has of a turn. */
import type { Question } from '../../../questions/types.js';
import { questionBefore } from '../../../questions/walk.js';
import { answered, graphOf, keepsPending, questionAt } from '../draft.js';
import type { ReadingPlace } from '../articles.js';
import type { DialogueModel } from '../model.js';
import type { Env, FollowUp, Opening, State } from '../types.js';
import { idleOptions, options, optionsBeneath, threadOptions, type Option } from './options.js';

/** Nothing is under way · a report's question, its summary, its receipt · a thread that was opened with a receipt. */
export type Place = 'nothing' | 'question' | 'summary' | 'receipt' | 'thread';

export interface Asked {
  readonly place: Place;
  /** the choices shown, of the side question if one waits */
  readonly options: readonly Option[];
  /** a side question that has to be settled first, and the words that wait in it */
  readonly aside: { readonly kind: string; readonly pending: string } | null;
  /** the question of the report that waits, also beneath a side question */
  readonly question: Question | null;
  /** its choices beneath the side question */
  readonly beneath: readonly Option[];
  /** bubbles of the account kept so far, those included that a side question would keep */
  readonly parts: number;
  /** the question before, and the answered ones that can be changed */
  readonly before: Question | null;
  readonly answered: readonly Question[];
  /** what is kept of the person's words: the answers, and the last of the parts, notes and pending words */
  readonly answers: readonly string[];
  readonly latest: readonly string[];
  /** all that is kept, part by part, for a message that comes late */
  readonly kept: readonly string[];
  /** the last text that was taken, and whether its turn was slow */
  readonly lastText: string | null;
  readonly slow: boolean;
  /** the receipt that was shown and waits for its last digits */
  readonly receipt: string | null;
  /** where in a thread */
  readonly follow: FollowUp['at'] | null;
  /** an offer that a first message brought */
  readonly opening: Opening | null;
  /** the list or page of an article that was just shown */
  readonly reading: ReadingPlace | null;
  readonly today: string;
}

/** Most messages come while nothing is under way: written out, because spreading so many fields takes its time. */
const idle = (today: string, opening: Opening | null, reading: ReadingPlace | null): Asked => ({
  place: 'nothing',
  options: idleOptions(opening),
  aside: null,
  question: null,
  beneath: [],
  parts: 0,
  before: null,
  answered: [],
  answers: [],
  latest: [],
  kept: [],
  lastText: null,
  slow: false,
  receipt: null,
  follow: null,
  opening,
  reading,
  today,
});

const nothing = idle('', null, null);

/** @returns what is asked of a person with this report under way, and what this process remembers of them */
export function askedOf(model: DialogueModel, state: State | null, env: Env): Asked {
  const { today, follow, opening } = env;
  const reading = env.reading?.open === true ? env.reading : null;
  if (follow !== null)
    return {
      ...nothing,
      place: 'thread',
      today,
      reading,
      follow: follow.at,
      options: threadOptions(model, follow),
      // a report under way waits behind the thread
      ...(state === null ? {} : { lastText: state.lastText ?? null }),
    };
  if (state === null) return idle(today, opening, reading);
  return ofReport(model, state, today, reading);
}

function ofReport(model: DialogueModel, state: State, today: string, reading: ReadingPlace | null): Asked {
  const question = questionAt(model, state);
  const pending = state.aside?.text ?? '';
  const answers = Object.values(state.answers).map(({ words }) => words);
  return {
    ...nothing,
    place: state.at === 'summary' || state.at === 'receipt' ? state.at : 'question',
    options: options(model, state),
    aside: state.aside === undefined ? null : { kind: state.aside.kind, pending },
    question,
    beneath: optionsBeneath(model, state),
    parts: state.parts.length + (question?.kind === 'story' && keepsPending(state.aside) ? 1 : 0),
    // Few messages need these two, and both walk the whole graph.
    get before() {
      return questionBefore(graphOf(model, state), state.answers, state.at);
    },
    get answered() {
      return answered(model, state);
    },
    answers,
    latest: [state.parts.at(-1) ?? '', state.notes.at(-1) ?? '', pending],
    kept: [...state.parts, ...state.notes, ...answers.flatMap((words) => words.split('\n'))],
    lastText: state.lastText ?? null,
    slow: state.slow === true,
    receipt: state.sending?.receipt ?? null,
    reading,
    today,
  };
}
