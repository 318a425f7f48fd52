/** Looking after a report with its receipt. Everything here lives in memory and is asked for again after a restart. */
import { threadOptions } from '../asked/options.js';
import { canAdd } from '../asked/thread-pages.js';
import type { Outcome, Turn } from '../outcome.js';
import { say } from '../say.js';
import type { FollowUp, Lang, Repair, Say, State } from '../types.js';
import type { Meaning } from '../understand/meaning.js';
import { langAsked } from './repair.js';

const bare = ({ text, ...rest }: FollowUp): FollowUp => rest;

const menu = (state: State | null, follow: FollowUp, before: readonly Say[] = []): Outcome => ({
  state,
  follow: { ...bare(follow), at: 'menu' },
  say: before,
  asks: 'whole',
  secret: true,
});

/** A receipt was opened: the thread is shown and stays open for additions. */
export const openFollowUp = (state: State | null, follow: FollowUp): Outcome => menu(state, follow);

/** The thread is left; a report under way goes on where it was. */
const left = (state: State | null, why: 'follow.left' | 'withdraw.done'): Outcome => ({
  state,
  follow: null,
  say: [say(why)],
  asks: 'whole',
});

/** What the world answered to an addition or a withdrawal, if that is what this turn waits for. */
export function afterAsking(turn: Turn, state: State | null, follow: FollowUp): Outcome | null {
  const { found } = turn.env;
  if (found !== undefined && 'refused' in found) return refused(state, follow, found.refused);
  if (found !== undefined && 'thread' in found) return done(state, { ...follow, thread: found.thread });
  return null;
}

/** Words while a thread is open. */
export function inThread(turn: Turn, state: State | null, follow: FollowUp, meaning: Meaning): Outcome {
  switch (meaning.is) {
    case 'tap':
      return tapped(turn, state, follow, meaning);
    case 'option':
      return choose(state, follow, meaning.code);
    case 'out-of-range':
      return again(state, follow, say('bad.range', { max: meaning.max }));
    case 'question': {
      const answered = say(`faq.${meaning.faq ?? ''}`);
      return follow.at === 'menu'
        ? menu(state, { ...follow, page: 0 }, [answered])
        : again(state, follow, answered);
    }
    case 'small':
      return meaning.small === 'thanks'
        ? left(state, 'follow.left')
        : again(state, follow, say('confused.choose'));
    case 'note':
      return write(state, follow, meaning.words);
    default:
      return again(state, follow, say('again.aside'));
  }
}

/** A tap answers the step it stood under; of the thread's own menu it is good in every step. */
function tapped(
  turn: Turn,
  state: State | null,
  follow: FollowUp,
  { step, code }: Extract<Meaning, { is: 'tap' }>,
): Outcome {
  if (step === `follow-${follow.at}`) return choose(state, follow, code);
  const at: FollowUp = { ...bare(follow), at: 'menu', page: 0 };
  const known = threadOptions(turn.model, at).some((option) => option.code === code);
  return step === 'follow-menu' && known ? choose(state, at, code) : menu(state, at);
}

function choose(state: State | null, follow: FollowUp, code: string): Outcome {
  switch (`${follow.at}.${code}`) {
    case 'menu.add':
      return { state, follow: { ...bare(follow), at: 'add' }, say: [], asks: 'whole' };
    case 'menu.withdraw':
      return { state, follow: { ...bare(follow), at: 'withdraw' }, say: [], asks: 'whole' };
    case 'menu.more':
      return menu(state, { ...follow, page: follow.page + 1 });
    case 'menu.leave':
      return left(state, 'follow.left');
    case 'offer.yes':
      return { state, follow, say: [], query: { do: 'add', text: follow.text ?? '' } };
    case 'withdraw.yes':
      return { state, follow, say: [], query: { do: 'withdraw' } };
    default:
      return menu(state, { ...follow, page: 0 });
  }
}

/** Words that are no choice: in `add` they are an addition; elsewhere it is asked first. */
function write(state: State | null, follow: FollowUp, words: string): Outcome {
  if (follow.at === 'add') return { state, follow, say: [], query: { do: 'add', text: words } };
  if (!canAdd(follow)) return again(state, follow, say('again.aside'));
  // Bubble after bubble is offered as one addition.
  const text = follow.at === 'offer' ? `${follow.text ?? ''}\n${words}` : words;
  return { state, follow: { ...follow, at: 'offer', text }, say: [], asks: 'whole' };
}

/** Says something and asks the present step again. */
const again = (state: State | null, follow: FollowUp, line: Say): Outcome => ({
  state,
  follow,
  say: [line],
  asks: 'short',
});

function done(state: State | null, follow: FollowUp): Outcome {
  if (follow.at === 'withdraw' || follow.thread.state === 'withdrawn') return left(state, 'withdraw.done');
  return {
    state,
    follow: { ...bare(follow), at: 'add' },
    say: [say('add.kept', { n: follow.thread.additions })],
  };
}

function refused(state: State | null, follow: FollowUp, why: string): Outcome {
  if (why === 'closed' || why === 'full') return menu(state, { ...follow, page: 0 }, [say(`add.${why}`)]);
  return { state, follow, say: [say('turn.not_saved')] };
}

/** Repair words while a thread is open. */
export function repairFollowUp(
  turn: Turn,
  state: State | null,
  follow: FollowUp,
  word: Repair,
  tongue: Lang | null,
): Outcome {
  const first: FollowUp = { ...follow, page: 0 };
  switch (word) {
    case 'language':
      return menu(state, { ...first, lang: langAsked(turn.model, follow.lang, tongue) }, [
        say('language.done'),
      ]);
    case 'cancel':
    case 'save':
      return left(state, 'follow.left');
    case 'continue':
      return state === null ? menu(state, first) : left(state, 'follow.left');
    case 'delete':
      // Deleting a report that was sent is withdrawing it, and that is asked first.
      return canAdd(follow) ? choose(state, { ...bare(first), at: 'menu' }, 'withdraw') : menu(state, first);
    case 'help':
      return menu(state, first, [say('help.idle')]);
    default:
      return menu(state, first);
  }
}
