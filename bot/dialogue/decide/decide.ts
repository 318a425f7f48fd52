/** State and meaning to what comes of them: one table for each place. No word is read here. */
import { isEmpty, moved, questionAt, tapKey } from '../draft.js';
import { echo, say } from '../say.js';
import { isLate, langIdle, langSilent, type Outcome, type Turn } from '../outcome.js';
import type { ArticleKind } from '../articles.js';
import type { Found, FollowUp, Input, Lang, MenuKey, State } from '../types.js';
import type { Meaning, Understood } from '../understand/meaning.js';
import { agree, filesDone, takeChoice } from './answer.js';
import { atAside, chooseAside } from './aside.js';
import { readArticles, readList } from './articles.js';
import { menuOf } from './begin.js';
import { afterAsking, inThread, openFollowUp, repairFollowUp } from './follow-up.js';
import { greet, repairIdle, whenIdle } from './idle.js';
import { acceptFile, acceptPlace, placeText } from './media.js';
import { atQuestion, besides } from './question.js';
import { atReceipt, repairAfterSending } from './receipt.js';
import { pause, repair } from './repair.js';
import { beside, carry, stay } from './steps.js';
import { storyRewrite, storyTold } from './story.js';
import { afterSending, atSummary, summaryChoice } from './summary.js';

/** What comes of an input: what was asked of the world first, then what always works, then whatever is open. */
export function decide(turn: Turn, stored: State | null): Outcome {
  const { input, env, understood } = turn;
  const state = stored === null ? null : landed(turn, stored);
  const { found } = env;
  if (found !== undefined && state !== null && ('sent' in found || 'unsent' in found))
    return afterSending(turn, state, found);
  if (state?.at === 'summary' && state.sending?.tried !== undefined && input.t !== 'leave')
    return { state, say: [], query: { get: 'sent' } };
  if (input.t === 'leave') return { state: null, follow: null, opening: null, say: [], silent: true };
  if (input.t === 'follow') return greet(state);
  if (input.t === 'menu')
    return menu(turn, state, input.key, state?.lang ?? env.follow?.lang ?? langSilent(turn));
  if (understood !== null) return urgently(understood, said(turn, state, understood));
  if (env.follow !== null) return followMedia(turn, state, env.follow, input);
  if (state === null)
    return {
      state,
      say: [say(input.t === 'other' ? 'input.cannot_bring' : 'idle.file')],
      choices: 'menu',
    };
  if (state.at === 'receipt') return stay(state, []);
  if (input.t === 'file') return acceptFile(turn, state, input);
  if (input.t === 'place') return acceptPlace(turn, state, input);
  return stay(state, [say('input.cannot_bring')]);
}

/** Danger is answered first and shortest, and nothing stands before it. */
function urgently({ urgent }: Understood, outcome: Outcome): Outcome {
  if (urgent === null || outcome.query !== undefined) return outcome;
  const first = urgent === 'despair' ? [say('emergency'), say('despair')] : [say('emergency')];
  return { ...outcome, say: [...first, ...outcome.say] };
}

/** A question that a later release took away is left for the one that is due. */
function landed(turn: Turn, state: State): State {
  if (state.at === 'summary' || state.at === 'receipt' || questionAt(turn.model, state) !== null)
    return state;
  return moved(turn.model, state);
}

function followMedia(turn: Turn, state: State | null, follow: FollowUp, input: Input): Outcome {
  const answered = afterAsking(turn, state, follow);
  if (answered !== null) return answered;
  if (input.t === 'file')
    return { state, follow, say: [], query: { do: 'add-file', media: input.media, ref: input.ref } };
  if (input.t === 'place') return { state, follow, say: [], query: { do: 'add', text: placeText(input) } };
  return { state, follow, say: [say('input.cannot_bring')] };
}

function menu(turn: Turn, state: State | null, key: MenuKey, lang: Lang, kind?: ArticleKind): Outcome {
  if (key === 'report' && state !== null) {
    // Who has only just begun, and says so once more, is not welcomed back.
    const fresh = isEmpty(state) && state.aside === undefined && turn.input.t === 'text';
    if (state.at === 'receipt') return { ...stay(state, []), follow: null };
    if (fresh) return { ...stay({ ...state, lang }, []), follow: null };
    return { ...pause(turn, { ...state, lang }), follow: null };
  }
  const switched = state === null || state.lang === lang ? state : { ...state, lang };
  if (key !== 'learn') return { ...settledOffer(turn), ...menuOf(turn, switched, key, lang), follow: null };
  const { follow } = turn.env;
  const read = readList(turn, switched, { get: 'articles', lang, ...(kind === undefined ? {} : { kind }) });
  return { ...settledOffer(turn), ...read, follow: follow === null ? null : { ...follow, lang } };
}

/** Of two meanings one was chosen by its name; what was told stays offered. */
const settledOffer = ({ env }: Turn): Pick<Outcome, 'opening'> =>
  env.opening?.told.length === 0 ? { opening: null } : {};

/** Articles beside whatever is under way. Words that name none, and belong to what is told, are told. */
function reads(
  turn: Turn,
  state: State | null,
  meaning: Extract<Meaning, { is: 'article' | 'articles' | 'reading' }>,
): Outcome {
  const { found, follow, ...env } = turn.env;
  if (meaning.is === 'article' && meaning.otherwise !== null && found !== undefined && isMissing(found))
    return said(
      { ...turn, env: { ...env, follow }, understood: meaning.otherwise },
      state,
      meaning.otherwise,
    );
  const tapped = turn.input.t === 'text' && turn.input.tap !== undefined;
  // A poster has no language of its own.
  const lang = state?.lang ?? follow?.lang ?? (tapped ? (env.lastLang ?? langIdle(turn)) : langIdle(turn));
  return { ...settledOffer(turn), ...readArticles(turn, state, meaning, lang), follow };
}

const isMissing = (found: Found): boolean => 'article' in found && found.article === null;

/** What comes of words, by their meaning. */
function said(turn: Turn, state: State | null, understood: Understood): Outcome {
  const { env } = turn;
  const { meaning } = understood;
  switch (meaning.is) {
    case 'receipt':
      return receipt(turn, state, meaning);
    case 'no-receipt':
      return beside(state, [say(`check.${meaning.why}`)]);
    case 'menu':
      return menu(turn, state, meaning.key, menuLang(turn, state, understood), meaning.kind);
    case 'article':
    case 'articles':
    case 'reading':
      return reads(turn, state, meaning);
    case 'command':
      return command(turn, state, meaning);
    default:
      break;
  }
  if (env.follow !== null)
    return afterAsking(turn, state, env.follow) ?? inThread(turn, state, env.follow, meaning);
  if (state === null) return whenIdle(turn, meaning);
  return state.at === 'receipt' ? atReceipt(turn, state, meaning) : inReport(turn, state, understood);
}

/** Typing a word of the menu switches to its language; a tap on the menu does not. */
function menuLang(turn: Turn, state: State | null, { lang }: Understood): Lang {
  const tapped = turn.input.t === 'text' && turn.input.tap?.startsWith('menu:') === true;
  return tapped ? (state?.lang ?? langIdle(turn)) : (lang ?? langSilent(turn));
}

function command(
  turn: Turn,
  state: State | null,
  { command: word, tongue }: Extract<Meaning, { is: 'command' }>,
): Outcome {
  const { follow } = turn.env;
  if (follow !== null) return repairFollowUp(turn, state, follow, word, tongue);
  if (state === null) return repairIdle(turn, word);
  return state.at === 'receipt'
    ? repairAfterSending(turn, state, word, tongue)
    : repair(turn, state, word, tongue);
}

/** A receipt is looked up; what it opened, or why it opened nothing, comes with `found`. */
function receipt(
  turn: Turn,
  state: State | null,
  { receipt: digits, otherwise }: Extract<Meaning, { is: 'receipt' }>,
): Outcome {
  const { found, follow } = turn.env;
  if (found === undefined) return { state, say: [], query: { get: 'thread', receipt: digits } };
  if ('opened' in found) {
    const lang = state?.lang ?? follow?.lang ?? langIdle(turn);
    const { opened: thread } = found;
    return openFollowUp(state, { at: 'menu', lang, thread, page: 0, turns: follow?.turns ?? [] });
  }
  const why = 'refused' in found ? found.refused : 'done';
  if (why === 'limit') return beside(state, [say('limit.tries'), say('phone.short')]);
  if (why === 'later') return beside(state, [say('check.later')]);
  if (otherwise === null) return beside(state, [say(why === 'unknown' ? 'check.unknown' : 'turn.not_ready')]);
  return why === 'unknown'
    ? asAnswer(turn, state, otherwise)
    : said({ ...turn, understood: otherwise }, state, otherwise);
}

/** Digits that opened no report are what they would be without their look; whether that keeps them is said. */
function asAnswer(turn: Turn, state: State | null, otherwise: Understood): Outcome {
  const { found, ...env } = turn.env;
  const outcome = said({ ...turn, env, understood: otherwise }, state, otherwise);
  const kept = (['answers', 'parts', 'notes'] as const).some(
    (place) => outcome.state?.[place] !== undefined && outcome.state[place] !== state?.[place],
  );
  return { ...outcome, say: [say(kept ? 'check.answer' : 'check.unknown'), ...outcome.say] };
}

/** Words and taps while a report is under way and not yet sent. */
function inReport(turn: Turn, state: State, understood: Understood): Outcome {
  const { meaning } = understood;
  if (meaning.is === 'tap') return tapped(turn, state, meaning);
  if (meaning.is === 'resend') return stay({ ...state }, [say('resend.known')]);
  if (isLate(turn, state) && !belongsToStory(turn, state, meaning)) return late(turn, state, understood);
  if (meaning.is === 'small' && ['wait', 'confused', 'fear'].includes(meaning.small))
    return besides(turn, state, questionAt(turn.model, state), meaning.small);
  if (state.aside === undefined) return atStep(turn, state, meaning);
  const outcome = atAside(turn, state, meaning);
  if (!('said' in outcome)) return outcome;
  const beneath = atStep(turn, outcome.state, understood.beneath ?? meaning);
  return { ...beneath, say: [...outcome.said, ...beneath.say] };
}

const atStep = (turn: Turn, state: State, meaning: Meaning): Outcome =>
  state.at === 'summary' ? atSummary(turn, state, meaning) : atQuestion(turn, state, meaning);

/** Bubbles of an account may overtake each other; a number, which may have meant another question, may not. */
function belongsToStory(turn: Turn, state: State, meaning: Meaning): boolean {
  const story = questionAt(turn.model, state)?.kind === 'story' && state.aside === undefined;
  return story && !('by' in meaning && meaning.by === 'number');
}

/** A message that was on its way before the present question stood: shown back and kept, never taken for its answer. */
function late(turn: Turn, state: State, { known, meaning: { words } }: Understood): Outcome {
  if (known) return stay({ ...state }, [say('resend.known')]);
  const { state: kept } = carry(turn, state, words);
  return stay(kept, [say('late.note', { words: echo(words) })]);
}

/** A tap answers only the question it stood under. */
function tapped(turn: Turn, state: State, { step, code, words }: Extract<Meaning, { is: 'tap' }>): Outcome {
  if (step !== tapKey(state)) return stay(state, [say('bad.old_tap')]);
  if (state.aside !== undefined) return chooseAside(turn, state, code);
  if (state.at === 'summary') return summaryChoice(state, code);
  const question = questionAt(turn.model, state);
  if (question === null) return stay(state, []);
  if (code === 'rewrite' && question.kind === 'story') return storyRewrite(state, question);
  if (code === 'done' && question.kind === 'story') return storyTold(turn, state, question, null);
  if (code === 'done' && question.kind === 'files')
    return filesDone(turn, state, question, { beside: '', later: false });
  if (question.kind === 'consent') return agree(turn, state, question);
  return takeChoice(turn, state, question, { code, how: 'plain', beside: null, words });
}
