/** What a receipt shows: the thread page by page, and the ways on. */
import type { DialogueModel } from '../model.js';
import { say } from '../talk.js';
import type { Choice, FollowUp, Say } from '../types.js';

const pageBytes = 1_300;
/** Characters of one desk message that are shown; the desk's own limit is below it. */
const messageChars = 450;

export interface FollowOption {
  readonly code: string;
  readonly text: string;
}

/** Whether the report still takes additions and can be withdrawn. */
export const canAdd = ({ thread }: FollowUp): boolean => ['received', 'read'].includes(thread.state);

function messagePages(model: DialogueModel, follow: FollowUp): readonly (readonly Say[])[] {
  const all: Say[][] = [[]];
  for (const { day, text, verified } of follow.thread.messages.toReversed()) {
    // On one line: in a message only choices may begin a line with a number.
    const words = Array.from(text.replace(/\s*\n\s*/gu, ' '))
      .slice(0, messageChars)
      .join('');
    const line: Say = {
      text: verified ? 'thread.message' : 'thread.unverified',
      with: { words },
      days: { day },
    };
    const page = all.at(-1) ?? [];
    if (page.length > 0 && model.measure([...page, line], follow.lang) > pageBytes) all.push([line]);
    else page.push(line);
  }
  return all;
}

/** The choices of the present step, in the order of their numbers. */
export function followOptions(model: DialogueModel, follow: FollowUp): readonly FollowOption[] {
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
    case 'menu': {
      const adding = [
        { code: 'add', text: 'thread.add' },
        { code: 'withdraw', text: 'thread.withdraw' },
      ];
      const more = follow.page < messagePages(model, follow).length - 1;
      return [
        ...(canAdd(follow) ? adding : []),
        ...(more ? [{ code: 'more', text: 'thread.more' }] : []),
        { code: 'leave', text: 'thread.leave' },
      ];
    }
  }
}

export function followChoices(model: DialogueModel, follow: FollowUp): readonly Choice[] {
  return followOptions(model, follow).map(({ code, text }) => ({
    say: { text },
    tap: `follow-${follow.at}:${code}`,
  }));
}

/** What the receipt shows: state, days, what the desk wrote, how many additions; never what was reported. */
export function threadLines(model: DialogueModel, follow: FollowUp): readonly Say[] {
  const { thread } = follow;
  const waiting = thread.state === 'received';
  const head: Say = {
    text: waiting ? 'thread.head' : 'thread.head_read',
    with: { n: String(thread.additions) },
    ids: { state: [`state.${thread.state}`] },
    days: { received: thread.receivedDay, ...(waiting ? { day: thread.dueDay } : {}) },
  };
  const page = messagePages(model, follow)[follow.page] ?? [];
  return [...(follow.page === 0 ? [head] : []), ...(page.length > 0 ? page : [say('thread.none')])];
}
