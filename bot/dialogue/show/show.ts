/** An outcome as the reply that a person gets: what is said, what is asked, what can be chosen, in which language. */
import { idleOptions, options, threadOptions, type Option } from '../asked/options.js';
import { burnDay, tapKey } from '../draft.js';
import { langIdle, type Outcome, type Turn } from '../outcome.js';
import type { Choice, FollowUp, Lang, Opening, Reply, Say, State } from '../types.js';
import { asking, offers } from './asking.js';
import { askingThread } from './thread.js';

/** What the conversation holds after the turn, beside the outcome itself. */
export interface Held {
  readonly follow: FollowUp | null;
  readonly opening: Opening | null;
  /** the report before the turn: its language is that of the last words too */
  readonly before: State | null;
}

/** The last words of a conversation are in the language it was held in, whatever the closing message was written with. */
export function show(turn: Turn, outcome: Outcome, { follow, opening, before }: Held): Reply {
  const { model, env } = turn;
  const { state } = outcome;
  const lang: Lang =
    outcome.lang ?? follow?.lang ?? state?.lang ?? before?.lang ?? env.follow?.lang ?? langIdle(turn);
  return {
    lang,
    say: [...outcome.say, ...asked(turn, outcome, follow)].map((line) => dated(line, state, env.today)),
    choices: outcome.choices === 'none' ? [] : choicesOf(turn, outcome, follow, opening),
    offer: outcome.offer ?? (follow === null && state !== null ? offers(model, state) : []),
    secret: outcome.secret === true,
  };
}

function asked({ model }: Turn, { state, asks }: Outcome, follow: FollowUp | null): readonly Say[] {
  if (asks === undefined) return [];
  if (follow !== null) return askingThread(model, follow, asks);
  return state === null ? [] : asking(model, state);
}

function choicesOf(
  { model }: Turn,
  { state, choices }: Outcome,
  follow: FollowUp | null,
  opening: Opening | null,
): readonly Choice[] {
  const tapped = (step: string, all: readonly Option[]): readonly Choice[] =>
    all.map(({ code, say }) => ({ say, tap: `${step}:${code}` }));
  if (choices === 'menu') return tapped('menu', idleOptions(null));
  if (follow !== null) return tapped(`follow-${follow.at}`, threadOptions(model, follow));
  if (state !== null) return tapped(tapKey(state), options(model, state));
  return opening === null ? [] : tapped('offer', idleOptions(opening));
}

/** Texts that name the day a draft burns get it here, once. */
function dated(line: Say, state: State | null, today: string): Say {
  if (line.text !== 'report.intro') return line;
  return { ...line, days: { day: state === null ? today : burnDay(state) } };
}
