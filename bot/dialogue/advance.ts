/**
 * One turn of the dialogue, pure: what was said is understood once, decided, and shown. What it needs from outside it
 * asks for in `Step.query`; the same input is then advanced again with `Env.found`.
 */
import { askedOf } from './asked/asked.js';
import { decide } from './decide/decide.js';
import { newsOfFiles } from './decide/media.js';
import { tapKey } from './draft.js';
import type { DialogueModel } from './model.js';
import type { Outcome, Turn } from './outcome.js';
import { show, type Held } from './show/show.js';
import type { Advance, Env, Input, Reading, State, Step, TurnRecord } from './types.js';
import { understand } from './understand/understand.js';

/** Inputs remembered for dedupe, and how many of them with their replies; a page of an article is long. */
const kept = { ids: 16, replies: 4, pages: 2 };

/** Makes the engine for a profile's model. */
export function createAdvance(model: DialogueModel): Advance {
  return (state, input, env) => {
    const turns = [env.reading?.turns, state?.turns, env.follow?.turns, env.opening?.turns].flatMap(
      (one) => one ?? [],
    );
    const before = turns.find(({ id }) => id === input.id);
    if (before !== undefined && env.found === undefined)
      return repeated({ model, env, input, understood: null }, state, before);
    const news = state === null ? { state, lines: [] } : newsOfFiles(state);
    const turn = turnOf(model, env, input, news.state);
    const outcome = decide(turn, news.state);
    return step(turn, state, { ...outcome, say: [...news.lines, ...outcome.say] });
  };
}

function turnOf(model: DialogueModel, env: Env, input: Input, state: State | null): Turn {
  const understood =
    input.t === 'text' ? understand(model, askedOf(model, state, env), input.text, input.tap) : null;
  return { model, env, input, understood };
}

/** A delivery seen before is answered as it was; if that is too long ago, with the question as it stands. */
function repeated(turn: Turn, state: State | null, before: TurnRecord): Step {
  const { follow, opening, reading } = turn.env;
  const asked = (open: State): Step['reply'] =>
    show(turn, { state: open, say: [], asks: 'whole' }, { follow: null, opening, before: state });
  const reply = before.reply ?? (state === null ? null : asked(state));
  return { state, follow, opening, reading, reply };
}

/** Makes the reply and writes the turn into the state; a turn that changes nothing leaves it as it was. */
function step(turn: Turn, before: State | null, outcome: Outcome): Step {
  const { input, env } = turn;
  const follow = outcome.follow === undefined ? env.follow : outcome.follow;
  const idle = outcome.state === null && follow === null;
  const opening = !idle ? null : outcome.opening === undefined ? env.opening : outcome.opening;
  if (outcome.query !== undefined)
    return { state: outcome.state, follow, opening, reading: env.reading, reply: null, query: outcome.query };
  const asked = askedAgain(turn, before, outcome);
  const held: Held = { follow, opening, before };
  const reply = outcome.silent === true ? null : show(turn, { ...outcome, state: asked }, held);
  const record = { id: input.id, reply };
  const memory = {
    follow: follow === null ? null : { ...follow, turns: remember(follow.turns, record) },
    opening: opening === null ? null : { ...opening, turns: remember(opening.turns, record) },
    reading: readingAfter(turn, outcome, record),
  };
  if (asked === null || asked === before) return { state: asked, ...memory, reply };
  const anew = before === null || tapKey(before) !== tapKey(asked);
  const state: State = {
    ...asked,
    lastAt: Math.max(asked.lastAt, input.at),
    askedAt: anew ? Math.max(asked.askedAt, input.at) : asked.askedAt,
    // What somebody looks for in the articles, and what they found, is written nowhere.
    ...(input.t === 'text' &&
    asked.at !== 'receipt' &&
    outcome.state !== before &&
    outcome.reading === undefined
      ? { lastText: input.text }
      : {}),
    turns: remember(asked.turns, outcome.reading === undefined ? record : { ...record, reply: null }),
  };
  return { state, ...memory, reply };
}

/**
 * Counts how often a question was asked in a row: it is not asked a fourth time in the same words. Who asks to hear it,
 * or moves about with the words that always work, hears it as it is.
 */
function askedAgain({ understood }: Turn, before: State | null, { state, asks }: Outcome): State | null {
  if (state === null || asks === undefined || state.aside !== undefined) return state;
  if (state.at === 'receipt' || state.at === 'summary') return state;
  const meaning = understood?.meaning;
  const wanted = meaning?.is === 'command' && meaning.command !== 'skip';
  if (wanted || meaning?.is === 'resend') return state;
  const again = before !== null && before.at === state.at;
  return { ...state, asks: again ? (state.asks ?? 0) + 1 : 1 };
}

/** What is read after the turn: once anything else is said, "more" means something else. */
function readingAfter({ env, input }: Turn, { reading }: Outcome, record: TurnRecord): Reading | null {
  const turns = env.reading?.turns ?? [];
  if (reading !== undefined) return { ...reading, turns: remember(turns, record, kept.pages) };
  if (env.reading === null || input.t === 'leave') return null;
  return env.reading.open ? { ...env.reading, open: false } : env.reading;
}

function remember(
  turns: readonly TurnRecord[],
  record: TurnRecord,
  replies = kept.replies,
): readonly TurnRecord[] {
  const all = [...turns, record].slice(-kept.ids);
  return all.map(({ id, reply }, at) => ({ id, reply: at >= all.length - replies ? reply : null }));
}
