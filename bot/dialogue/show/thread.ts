/** What a receipt shows: state, days, what the desk wrote, how many additions; never what was reported. */
import { formatReceipt } from '../../../questions/receipt.js';
import { messagePages } from '../asked/thread-pages.js';
import type { DialogueModel } from '../model.js';
import { echo, say } from '../say.js';
import type { FollowUp, Say } from '../types.js';

/** How the step of a thread is asked; `short`: once more, without all that the receipt shows. */
export function askingThread(model: DialogueModel, follow: FollowUp, how: 'whole' | 'short'): readonly Say[] {
  switch (follow.at) {
    case 'offer':
      return [say('add.this', { words: echo(follow.text ?? '') })];
    case 'withdraw':
      return [say('withdraw.ask')];
    case 'add':
      return [say('add.ask')];
    case 'menu':
      return [...(how === 'whole' ? threadLines(model, follow) : []), say('thread.ask')];
  }
}

function threadLines(model: DialogueModel, follow: FollowUp): readonly Say[] {
  const { thread } = follow;
  const waiting = thread.state === 'received';
  const head: Say = {
    text: waiting ? 'thread.head' : 'thread.head_read',
    with: { number: formatReceipt(thread.caseNumber), n: String(thread.additions) },
    ids: { state: [`state.${thread.state}`] },
    days: { received: thread.receivedDay, ...(waiting ? { day: thread.dueDay } : {}) },
  };
  const page = messagePages(model, follow)[follow.page] ?? [];
  return [...(follow.page === 0 ? [head] : []), ...(page.length > 0 ? page : [say('thread.none')])];
}
