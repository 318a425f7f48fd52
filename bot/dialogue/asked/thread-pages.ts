/** What the desk wrote, page by page, the newest first. */
import type { DialogueModel } from '../model.js';
import type { FollowUp, Say } from '../types.js';
import { inPages } from './summary-pages.js';

const pageBytes = 1_300;
/** Characters of one desk message that are shown; the desk's own limit is below it. */
const messageChars = 450;

/** Whether the report still takes additions and can be withdrawn. */
export const canAdd = ({ thread }: FollowUp): boolean => ['received', 'read'].includes(thread.state);

export function messagePages(model: DialogueModel, follow: FollowUp): readonly (readonly Say[])[] {
  const lines = follow.thread.messages.toReversed().map(({ day, text, verified }): Say => {
    // On one line: in a message only choices may begin a line with a number.
    const words = Array.from(text.replace(/\s*\n\s*/gu, ' '))
      .slice(0, messageChars)
      .join('');
    return { text: verified ? 'thread.message' : 'thread.unverified', with: { words }, days: { day } };
  });
  return inPages(lines, (page) => model.measure(page, follow.lang) > pageBytes);
}
