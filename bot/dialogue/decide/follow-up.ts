/** Looking after a report with its receipt. Everything here lives in memory and is asked for again after a restart. */
import { asking } from '../show/asking.js';
import { faqIn, labelIn, langAsked, says } from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { canAdd, followOptions, threadLines, type FollowOption } from '../show/thread.js';
import { echo, say, type Outcome, type Turn } from '../talk.js';
import type { Command, FollowUp, Say, State } from '../types.js';

const bare = ({ text, ...rest }: FollowUp): FollowUp => rest;

const menu = (turn: Turn, state: State | null, follow: FollowUp, before: readonly Say[] = []): Outcome => {
  const at: FollowUp = { ...bare(follow), at: 'menu' };
  return {
    state,
    follow: at,
    say: [...before, ...threadLines(turn.model, at), say('thread.ask')],
    secret: true,
  };
};

/** A receipt was opened: the thread is shown and stays open for additions. */
export function openFollowUp(turn: Turn, state: State | null, follow: FollowUp): Outcome {
  return menu(turn, state, follow);
}

/** The thread is left; a report under way goes on where it was. */
export const leave = (turn: Turn, state: State | null): Outcome => ({
  state,
  follow: null,
  say: [say('follow.left'), ...(state === null ? [] : asking(turn.model, state))],
});

/** What the world answered to an addition or a withdrawal, if that is what this turn waits for. */
function answered(turn: Turn, state: State | null, follow: FollowUp): Outcome | null {
  const { found } = turn.env;
  if (found !== undefined && 'refused' in found) return refused(turn, state, follow, found.refused);
  if (found !== undefined && 'thread' in found) return done(turn, state, { ...follow, thread: found.thread });
  return null;
}

/** A text while a thread is open. */
export function acceptFollowUp(turn: Turn, state: State | null, follow: FollowUp, text: string): Outcome {
  const back = answered(turn, state, follow);
  if (back !== null) return back;
  const all = followOptions(turn.model, follow);
  const number = numberIn(turn.model, text);
  const byNumber = number !== null && number.rest === '' ? all[number.n - 1] : undefined;
  const label = labelIn(
    turn.model,
    text,
    all.map((option) => option.text),
  );
  const code = (byNumber ?? all[label ?? -1])?.code ?? yesOrNo(turn, all, text);
  if (code !== undefined) return choose(turn, state, follow, code);
  if (number !== null && number.rest === '' && follow.at !== 'add')
    return again(turn, state, follow, say('bad.range', { max: all.length }));
  return write(turn, state, follow, text);
}

/** A tap answers the step it stood under; of the thread's own menu it is good in every step. */
export function tapFollowUp(
  turn: Turn,
  state: State | null,
  follow: FollowUp,
  tapped: string,
  code: string,
): Outcome {
  const back = answered(turn, state, follow);
  if (back !== null) return back;
  if (tapped === `follow-${follow.at}`) return choose(turn, state, follow, code);
  const at: FollowUp = { ...bare(follow), at: 'menu', page: 0 };
  const known = followOptions(turn.model, at).some((option) => option.code === code);
  return tapped === 'follow-menu' && known ? choose(turn, state, at, code) : menu(turn, state, at);
}

function yesOrNo(turn: Turn, all: readonly FollowOption[], text: string): string | undefined {
  const codes = all.map(({ code }) => code);
  if (codes.includes('yes') && says(turn.model, text, (l) => l.yes)) return 'yes';
  if (codes.includes('no') && says(turn.model, text, (l) => l.no)) return 'no';
  if (codes.includes('done') && says(turn.model, text, (l) => l.done)) return 'done';
  return undefined;
}

function choose(turn: Turn, state: State | null, follow: FollowUp, code: string): Outcome {
  switch (`${follow.at}.${code}`) {
    case 'menu.add':
      return { state, follow: { ...bare(follow), at: 'add' }, say: [say('add.ask')] };
    case 'menu.withdraw':
      return { state, follow: { ...bare(follow), at: 'withdraw' }, say: [say('withdraw.ask')] };
    case 'menu.more':
      return menu(turn, state, { ...follow, page: follow.page + 1 });
    case 'menu.leave':
      return leave(turn, state);
    case 'offer.yes':
      return { state, follow, say: [], query: { do: 'add', text: follow.text ?? '' } };
    case 'withdraw.yes':
      return { state, follow, say: [], query: { do: 'withdraw' } };
    default:
      return menu(turn, state, { ...follow, page: 0 });
  }
}

/** Words that are no choice: in `add` they are an addition; elsewhere it is asked first. */
function write(turn: Turn, state: State | null, follow: FollowUp, text: string): Outcome {
  const { model } = turn;
  if (follow.at === 'add') {
    const leaves = labelIn(model, text, ['thread.leave', 'thread.withdraw']);
    if (leaves !== null) return menu(turn, state, { ...follow, page: 0 });
    return { state, follow, say: [], query: { do: 'add', text } };
  }
  const faq = faqIn(model, text);
  const steady = follow.at === 'menu';
  if (faq !== null)
    return steady
      ? menu(turn, state, { ...follow, page: 0 }, [say(`faq.${faq}`)])
      : again(turn, state, follow, say(`faq.${faq}`));
  if (steady && says(model, text, (l) => [...l.thanks, ...l.done])) return leave(turn, state);
  if (says(model, text, (l) => [...l.confused, ...l.patience]))
    return again(turn, state, follow, say('confused.choose'));
  if (canAdd(follow) && Array.from(text.trim()).length > 3) {
    // Bubble after bubble is offered as one addition.
    const whole = follow.at === 'offer' ? `${follow.text ?? ''}\n${text}` : text;
    const offer: FollowUp = { ...follow, at: 'offer', text: whole };
    return { state, follow: offer, say: [say('add.this', { words: echo(whole) })] };
  }
  return again(turn, state, follow, say('again.aside'));
}

/** Says something and asks the present step again. */
function again(turn: Turn, state: State | null, follow: FollowUp, line: Say): Outcome {
  switch (follow.at) {
    case 'offer':
      return { state, follow, say: [line, say('add.this', { words: echo(follow.text ?? '') })] };
    case 'withdraw':
      return { state, follow, say: [line, say('withdraw.ask')] };
    default:
      return { state, follow, say: [line, say('thread.ask')] };
  }
}

function done(turn: Turn, state: State | null, follow: FollowUp): Outcome {
  if (follow.at === 'withdraw' || follow.thread.state === 'withdrawn')
    return {
      state,
      follow: null,
      say: [say('withdraw.done'), ...(state === null ? [] : asking(turn.model, state))],
    };
  return {
    state,
    follow: { ...bare(follow), at: 'add' },
    say: [say('add.kept', { n: follow.thread.additions })],
  };
}

function refused(turn: Turn, state: State | null, follow: FollowUp, why: string): Outcome {
  if (why === 'closed') return menu(turn, state, { ...follow, page: 0 }, [say('add.closed')]);
  if (why === 'full') return menu(turn, state, { ...follow, page: 0 }, [say('add.full')]);
  return { state, follow, say: [say('turn.not_saved')] };
}

/** Repair words while a thread is open. */
export function repairFollowUp(
  turn: Turn,
  state: State | null,
  follow: FollowUp,
  word: Command,
  text: string,
): Outcome {
  const first: FollowUp = { ...follow, page: 0 };
  switch (word) {
    case 'language':
      return menu(turn, state, { ...first, lang: langAsked(turn.model, text, follow.lang) }, [
        say('language.done'),
      ]);
    case 'cancel':
    case 'save':
      return leave(turn, state);
    case 'continue':
      return state === null ? menu(turn, state, first) : leave(turn, state);
    case 'delete':
      // Deleting a report that was sent is withdrawing it, and that is asked first.
      return canAdd(follow)
        ? choose(turn, state, { ...bare(first), at: 'menu' }, 'withdraw')
        : menu(turn, state, first);
    case 'help':
      return menu(turn, state, first, [say('help.idle')]);
    default:
      return menu(turn, state, first);
  }
}
