/** Where an input goes. */
import { parseReceipt } from '../../../questions/receipt.js';
import { acceptText } from './answer.js';
import { chooseAside } from './aside.js';
import { asking, tapKey } from '../show/asking.js';
import { answer } from './question.js';
import { afterSending, summaryChoice } from './summary.js';
import { acceptFollowUp, openFollowUp, repairFollowUp, tapFollowUp } from './follow-up.js';
import { acceptIdle, greet, langIdle, langSilent, learn, menuChoices, menuOf, repairIdle } from './idle.js';
import { agree, choose } from './choice.js';
import { commandIn } from '../understand/matching.js';
import { articleIn } from '../understand/numbers.js';
import { acceptFile, acceptPlace, placeText } from './media.js';
import { pause, repair } from './repair.js';
import { beside, stay } from './steps.js';
import { storyDone, storyRewrite } from './story.js';
import { acceptFourDigits, chooseAfterSending, repairAfterSending } from './receipt.js';
import { isLate, moved, questionAt, say, type Outcome, type Turn } from '../talk.js';
import type { Command, FollowUp, Input, Lang, MenuKey, State } from '../types.js';

const menuKeys: readonly string[] = ['report', 'check', 'learn'] satisfies MenuKey[];
const isMenu = (command: Command): command is MenuKey => menuKeys.includes(command);

/** What comes of an input: the words that always work first, then whatever is open. */
export function route(turn: Turn, stored: State | null): Outcome {
  const { input, env } = turn;
  const state = stored === null ? null : landed(turn, stored);
  const { found } = env;
  if (found !== undefined && state !== null && ('sent' in found || 'unsent' in found))
    return afterSending(turn, state, found);
  if (state?.at === 'summary' && state.sending?.tried !== undefined && input.t !== 'leave')
    return { state, say: [], query: { get: 'sent' } };
  if (input.t === 'leave') return { state: null, follow: null, say: [], silent: true };
  if (input.t === 'follow') return greet(state);
  if (input.t === 'menu')
    return menu(turn, state, input.key, state?.lang ?? env.follow?.lang ?? langSilent(turn));
  if (input.t === 'text') return text(turn, state, input.text, input.tap);
  if (env.follow !== null) return followMedia(turn, state, env.follow, input);
  if (state === null)
    return {
      state,
      say: [say(input.t === 'other' ? 'input.cannot_bring' : 'idle.file')],
      choices: menuChoices,
    };
  if (state.at === 'receipt') return { state, say: asking(turn.model, state) };
  if (input.t === 'file') return acceptFile(turn, state, input);
  if (input.t === 'place') return acceptPlace(turn, state, input);
  return stay(turn, state, [say('input.cannot_bring')]);
}

/** A question that a later release took away is left for the one that is due. */
function landed(turn: Turn, state: State): State {
  if (state.at === 'summary' || state.at === 'receipt' || questionAt(turn.model, state) !== null)
    return state;
  return moved(turn.model, state);
}

function followMedia(turn: Turn, state: State | null, follow: FollowUp, input: Input): Outcome {
  const { found } = turn.env;
  if (found !== undefined) return acceptFollowUp(turn, state, follow, '');
  if (input.t === 'file')
    return { state, follow, say: [], query: { do: 'add-file', media: input.media, ref: input.ref } };
  if (input.t === 'place') {
    return { state, follow, say: [], query: { do: 'add', text: placeText(input) } };
  }
  return { state, follow, say: [say('input.cannot_bring')] };
}

function menu(turn: Turn, state: State | null, key: MenuKey, lang: Lang): Outcome {
  if (key === 'report' && state !== null)
    return state.at === 'receipt'
      ? { state, follow: null, say: asking(turn.model, state) }
      : { ...pause(turn, { ...state, lang }), follow: null };
  const switched = state === null || state.lang === lang ? state : { ...state, lang };
  if (key !== 'learn') return { ...menuOf(turn, switched, key, lang), follow: null };
  const { follow } = turn.env;
  return { ...learn(turn, switched, null, lang), follow: follow === null ? null : { ...follow, lang } };
}

function text(turn: Turn, state: State | null, words: string, tap: string | undefined): Outcome {
  const { model, env } = turn;
  const receipt = receiptIn(turn, state, words);
  if (receipt !== null) return receipt;
  const [tapped, code] = (tap ?? '').split(':', 2);
  if (tapped === 'menu' && code !== undefined && menuKeys.includes(code))
    return menu(turn, state, code as MenuKey, state?.lang ?? langIdle(turn, words));
  const command = commandIn(model, words);
  if (command !== null && isMenu(command.command)) return menu(turn, state, command.command, command.lang);
  const article = articleIn(model, words);
  // While something is added to a report, only a poster leads away: the words may belong to what is told.
  if (article !== null && (env.follow?.at !== 'add' || tapped === 'article')) {
    const lang = state?.lang ?? env.follow?.lang ?? langIdle(turn, words);
    return { ...learn(turn, state, article, lang), follow: env.follow };
  }
  if (env.follow !== null) {
    if (command !== null) return repairFollowUp(turn, state, env.follow, command.command, words);
    if (tapped !== undefined && code !== undefined && tapped !== 'word')
      return tapFollowUp(turn, state, env.follow, tapped, code);
    return acceptFollowUp(turn, state, env.follow, words);
  }
  if (state === null) {
    if (command !== null) return repairIdle(command.command);
    return code !== undefined && tapped !== 'word' ? repairIdle('continue') : acceptIdle(turn, words);
  }
  if (state.at === 'receipt') {
    if (tapped === 'receipt' && code !== undefined) return chooseAfterSending(state, code);
    if (command !== null) return repairAfterSending(turn, state, command.command, words);
    if (code !== undefined || isLate(turn, state)) return stay(turn, state, []);
    return acceptFourDigits(turn, state, words);
  }
  if (command !== null && !isMenu(command.command)) return repair(turn, state, command.command, words);
  if (tapped !== undefined && code !== undefined && tapped !== 'word')
    return acceptTap(turn, state, tapped, code);
  return answer(turn, state, words);
}

/** Whatever looks like a receipt goes to follow-up before any flow and is never stored. */
function receiptIn(turn: Turn, state: State | null, words: string): Outcome | null {
  const { found, follow } = turn.env;
  const parsed = parseReceipt(words);
  if (parsed === 'not-a-receipt') {
    // While something is asked, so many digits may be an answer: an account, a card, two telephone numbers.
    if (state !== null || follow !== null) return null;
    const digits = words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
    return /^\d{8,}$/.test(digits) ? { state, say: [say('check.incomplete')] } : null;
  }
  if (parsed === 'bad-check-digit') {
    const telling = state !== null && words.length > 60;
    return state?.at === 'receipt' || telling ? null : beside(state, [say('check.digit')]);
  }
  if (state?.at === 'receipt' && state.sending?.locator === parsed.locator) return null;
  if (found === undefined) return { state, say: [], query: { get: 'thread', ...parsed } };
  if ('thread' in found) {
    const lang = state?.lang ?? follow?.lang ?? langIdle(turn, words);
    return openFollowUp(turn, state, {
      at: 'menu',
      lang,
      thread: found.thread,
      page: 0,
      turns: follow?.turns ?? [],
    });
  }
  const why = 'refused' in found ? found.refused : 'unknown';
  if (why === 'limit') return beside(state, [say('limit.tries'), say('phone.short')]);
  if (why === 'later') return beside(state, [say('check.later')]);
  return beside(state, [say(why === 'unknown' ? 'check.unknown' : 'turn.not_ready')]);
}

/** A tap answers only the question it stood under. */
function acceptTap(turn: Turn, state: State, tapped: string, code: string): Outcome {
  if (tapped !== tapKey(state)) return stay(turn, state, [say('bad.old_tap')]);
  if (state.aside !== undefined) return chooseAside(turn, state, code);
  if (state.at === 'summary') return summaryChoice(turn, state, code);
  const question = questionAt(turn.model, state);
  switch (question?.kind) {
    case 'choice':
      return choose(turn, state, question, { code, how: 'exact', rest: '' }, '');
    case 'story':
      return code === 'rewrite' ? storyRewrite(turn, state, question) : storyDone(turn, state, question);
    case 'consent':
      return agree(turn, state, question);
    case 'files':
      return acceptText(turn, state, question, '1');
    default:
      return stay(turn, state, []);
  }
}
