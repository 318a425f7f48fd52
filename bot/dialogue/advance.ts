/**
 * One turn of the dialogue, pure: state and input in, state and reply out. What it needs from outside it asks for in
 * `Step.query`; the same input is then advanced again with `Env.found`.
 */
import { asking, choices, offers, tapKey } from './show/asking.js';
import type { DialogueModel } from './model.js';
import { followChoices } from './show/thread.js';
import { langIdle, langSilent } from './decide/idle.js';
import { commandIn } from './understand/matching.js';
import { newsOfFiles } from './decide/media.js';
import { route } from './decide/decide.js';
import { burnDay, type Outcome, type Turn } from './talk.js';
import type { Advance, Reply, State, Step, TurnRecord } from './types.js';

/** Inputs remembered for dedupe, and how many of them with their replies. */
const kept = { ids: 16, replies: 4 };
/** Makes the engine for a profile's model. */
export function createAdvance(model: DialogueModel): Advance {
  return (state, input, env) => {
    const turn: Turn = { model, env, input };
    const before = [...(state?.turns ?? []), ...(env.follow?.turns ?? [])].find(({ id }) => id === input.id);
    if (before !== undefined && env.found === undefined) return repeated(turn, state, before);
    const news = state === null ? { state, lines: [] } : newsOfFiles(state);
    const outcome = route(turn, news.state);
    return step(turn, state, { ...outcome, say: [...news.lines, ...outcome.say] });
  };
}

/** A delivery seen before is answered as it was; if that is too long ago, with the question as it stands. */
function repeated(turn: Turn, state: State | null, before: TurnRecord): Step {
  const { follow } = turn.env;
  if (before.reply !== null) return { state, follow, reply: before.reply };
  return {
    state,
    follow,
    reply: state === null ? null : replyOf(turn, state, { state, say: asking(turn.model, state) }),
  };
}

/** Makes the reply and writes the turn into the state; a turn that changes nothing leaves it as it was. */
function step(turn: Turn, before: State | null, outcome: Outcome): Step {
  const { input, env } = turn;
  const follow = outcome.follow === undefined ? env.follow : outcome.follow;
  if (outcome.query !== undefined) return { state: outcome.state, follow, reply: null, query: outcome.query };
  const reply = outcome.silent === true ? null : replyOf(turn, outcome.state, { ...outcome, follow }, before);
  const record = { id: input.id, reply };
  const heard = follow === null ? null : { ...follow, turns: remember(follow.turns, record) };
  if (outcome.state === null || outcome.state === before)
    return { state: outcome.state, follow: heard, reply };
  const asked = before === null || tapKey(before) !== tapKey(outcome.state);
  const state: State = {
    ...outcome.state,
    lastAt: Math.max(outcome.state.lastAt, input.at),
    askedAt: asked ? Math.max(outcome.state.askedAt, input.at) : outcome.state.askedAt,
    ...(input.t === 'text' && outcome.state.at !== 'receipt' ? { lastText: input.text } : {}),
    turns: remember(outcome.state.turns, record),
  };
  return { state, follow: heard, reply };
}

function remember(turns: readonly TurnRecord[], record: TurnRecord): readonly TurnRecord[] {
  const all = [...turns, record].slice(-kept.ids);
  return all.map(({ id, reply }, at) => ({ id, reply: at >= all.length - kept.replies ? reply : null }));
}

/** The last words of a conversation are in the language it was held in, whatever the closing message was written with. */
function replyOf(turn: Turn, state: State | null, outcome: Outcome, held: State | null = state): Reply {
  const { model, input, env } = turn;
  const follow = outcome.follow ?? null;
  const typed =
    input.t === 'text'
      ? (commandIn(model, input.text)?.lang ?? langIdle(turn, input.text))
      : langSilent(turn);
  const lang = follow?.lang ?? state?.lang ?? held?.lang ?? env.follow?.lang ?? typed;
  const about = follow !== null && outcome.choices === undefined ? followChoices(model, follow) : undefined;
  return {
    lang,
    say: outcome.say.map((line) => dated(line, state, env.today)),
    choices: outcome.choices ?? about ?? (state === null ? [] : choices(model, state)),
    offer: outcome.offer ?? (follow === null && state !== null ? offers(model, state) : []),
    secret: outcome.secret === true,
  };
}

/** Texts that name the day a draft burns get it here, once. */
function dated(line: Reply['say'][number], state: State | null, today: string): Reply['say'][number] {
  if (line.text !== 'report.intro') return line;
  return { ...line, days: { day: state === null ? today : burnDay(state) } };
}
