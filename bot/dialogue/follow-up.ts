/** Looking after a report with its receipt. Everything here lives in memory and is asked for again after a restart. */
import { faqIn, labelIn, numberIn, says } from './matching.js';
import type { Book } from './book.js';
import { echo, say, type Outcome, type Turn } from './talk.js';
import type { Choice, Command, FollowUp, Say, State } from './types.js';

const pageBytes = 1_300;
/** Bytes of one desk message that are shown; the desk's own limit is below it. */
const messageChars = 450;

const open = (follow: FollowUp): boolean => ['received', 'read'].includes(follow.thread.state);

function messagePages(book: Book, follow: FollowUp): readonly (readonly Say[])[] {
  const all: Say[][] = [[]];
  for (const { day, text, verified } of follow.thread.messages.toReversed()) {
    const line: Say = {
      text: verified ? 'thread.message' : 'thread.unverified',
      with: { words: Array.from(text).slice(0, messageChars).join('') },
      days: { day },
    };
    const page = all.at(-1) ?? [];
    if (page.length > 0 && book.measure([...page, line], follow.lang) > pageBytes) all.push([line]);
    else page.push(line);
  }
  return all;
}

interface Option {
  readonly code: string;
  readonly text: string;
}
const options = (book: Book, follow: FollowUp): readonly Option[] => {
  switch (follow.at) {
    case 'offer':
      return [
        { code: 'yes', text: 'add.this_yes' },
        { code: 'no', text: 'add.this_no' },
      ];
    case 'withdraw':
      return [
        { code: 'no', text: 'withdraw.no' },
        { code: 'yes', text: 'withdraw.yes' },
      ];
    case 'add':
      return [{ code: 'done', text: 'add.done' }];
    case 'menu':
      return [
        ...(open(follow)
          ? [
              { code: 'add', text: 'thread.add' },
              { code: 'withdraw', text: 'thread.withdraw' },
            ]
          : []),
        ...(follow.page < messagePages(book, follow).length - 1
          ? [{ code: 'more', text: 'thread.more' }]
          : []),
        { code: 'leave', text: 'thread.leave' },
      ];
  }
};

export function followChoices(book: Book, follow: FollowUp): readonly Choice[] {
  return options(book, follow).map(({ code, text }) => ({
    say: { text },
    tap: `follow-${follow.at}:${code}`,
  }));
}

/** What the receipt shows: state, days, what the desk wrote, how many additions; never what was reported. */
export function threadLines(book: Book, follow: FollowUp): readonly Say[] {
  const { thread } = follow;
  const state = [`state.${thread.state}`];
  const head: Say =
    thread.state === 'received'
      ? {
          text: 'thread.head',
          with: { n: String(thread.additions) },
          ids: { state },
          days: { received: thread.receivedDay, day: thread.dueDay },
        }
      : {
          text: 'thread.head_read',
          with: { n: String(thread.additions) },
          ids: { state },
          days: { received: thread.receivedDay },
        };
  const page = messagePages(book, follow)[follow.page] ?? [];
  return [...(follow.page === 0 ? [head] : []), ...(page.length > 0 ? page : [say('thread.none')])];
}

const menu = (turn: Turn, state: State | null, follow: FollowUp, before: readonly Say[] = []): Outcome => {
  const at: FollowUp = { ...bare(follow), at: 'menu' };
  return {
    state,
    follow: at,
    say: [...before, ...threadLines(turn.book, at), say('thread.ask')],
    secret: true,
  };
};
const bare = ({ text, ...rest }: FollowUp): FollowUp => rest;

/** A receipt was opened: the thread is shown and stays open for additions. */
export function openFollowUp(turn: Turn, state: State | null, follow: FollowUp): Outcome {
  return menu(turn, state, follow);
}

/** A text, or a tap's code, while a thread is open. */
export function acceptFollowUp(
  turn: Turn,
  state: State | null,
  follow: FollowUp,
  text: string,
  tap: string | null,
): Outcome {
  const { found } = turn.env;
  if (found !== undefined && 'refused' in found) return refused(turn, state, follow, found.refused);
  if (found !== undefined && 'thread' in found) return done(turn, state, { ...follow, thread: found.thread });
  const all = options(turn.book, follow);
  const number = numberIn(turn.book, text);
  const byNumber = number !== null && number.rest === '' ? all[number.n - 1]?.code : undefined;
  const label = labelIn(
    turn.book,
    text,
    all.map((option) => option.text),
  );
  const byLabel = label === null ? undefined : all[label]?.code;
  const code = tap ?? byNumber ?? byLabel ?? yesOrNo(turn, all, text);
  if (code !== undefined) return choose(turn, state, follow, code, text);
  return write(turn, state, follow, text);
}

function yesOrNo(turn: Turn, all: readonly Option[], text: string): string | undefined {
  const codes = all.map(({ code }) => code);
  if (codes.includes('yes') && says(turn.book, text, (l) => l.yes)) return 'yes';
  if (codes.includes('no') && says(turn.book, text, (l) => l.no)) return 'no';
  if (codes.includes('done') && says(turn.book, text, (l) => l.done)) return 'done';
  return undefined;
}

function choose(turn: Turn, state: State | null, follow: FollowUp, code: string, text: string): Outcome {
  switch (`${follow.at}.${code}`) {
    case 'menu.add':
      return { state, follow: { ...bare(follow), at: 'add' }, say: [say('add.ask')] };
    case 'menu.withdraw':
      return { state, follow: { ...bare(follow), at: 'withdraw' }, say: [say('withdraw.ask')] };
    case 'menu.more':
      return menu(turn, state, { ...follow, page: follow.page + 1 });
    case 'menu.leave':
      return leave(state);
    case 'offer.yes':
      return { state, follow, say: [], query: { do: 'add', text: follow.text ?? text } };
    case 'withdraw.yes':
      return { state, follow, say: [], query: { do: 'withdraw' } };
    default:
      return menu(turn, state, { ...follow, page: 0 });
  }
}

export const leave = (state: State | null): Outcome => ({ state, follow: null, say: [say('follow.left')] });

/** Words that are no choice: in `add` they are an addition; elsewhere it is asked first. */
function write(turn: Turn, state: State | null, follow: FollowUp, text: string): Outcome {
  if (follow.at === 'add') return { state, follow, say: [], query: { do: 'add', text } };
  const faq = faqIn(turn.book, text);
  if (faq !== null) return menu(turn, state, { ...follow, page: 0 }, [say(`faq.${faq}`)]);
  if (says(turn.book, text, (l) => l.thanks) || says(turn.book, text, (l) => l.done)) return leave(state);
  if (follow.at === 'menu' && open(follow) && Array.from(text.trim()).length > 3)
    return { state, follow: { ...follow, at: 'offer', text }, say: [say('add.this', { words: echo(text) })] };
  return { state, follow, say: [say('again.aside'), say('thread.ask')] };
}

function done(turn: Turn, state: State | null, follow: FollowUp): Outcome {
  if (follow.at === 'withdraw' || follow.thread.state === 'withdrawn')
    return { state, follow: null, say: [say('withdraw.done')] };
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
export function repairFollowUp(turn: Turn, state: State | null, follow: FollowUp, word: Command): Outcome {
  switch (word) {
    case 'language':
      return menu(turn, state, { ...follow, lang: follow.lang === 'zh' ? 'en' : 'zh', page: 0 }, [
        say('language.done'),
      ]);
    case 'cancel':
    case 'save':
      return leave(state);
    case 'help':
      return menu(turn, state, { ...follow, page: 0 }, [say('help.idle')]);
    default:
      return menu(turn, state, { ...follow, page: 0 });
  }
}
