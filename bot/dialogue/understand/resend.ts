/** Whether a message was kept before: its answer may have been lost on the way, and nobody says a thing twice on purpose. */
import type { Asked } from '../asked/asked.js';

/** Letters from which on a text is looked for among what was kept before it is called known. */
const longText = 12;
/** Letters from which on the same text twice in a row is rather a resend than the next answer. */
const leastResend = 4;

const length = (words: string): number => Array.from(words.trim()).length;

/** Whether a kept text is what these words said: all of them, or of "1, but …" and "no, I meant …" the rest. */
const saidBy = (words: string, kept: string): boolean =>
  kept === words.trim() ||
  (kept.length >= leastResend && 2 * kept.length >= words.length && words.includes(kept));

/**
 * Whether a text is the last one once more. Who means it says it a third time, and then it is taken (run-turn). After a
 * slow turn a short one may have been a choice, of which only the code is kept; a long one must be there.
 */
export function isResend({ lastText, slow, answers, latest }: Asked, words: string): boolean {
  if (words !== lastText) return false;
  if (slow && length(words) < longText) return true;
  if (length(words) < leastResend) return false;
  return latest.some((part) => part !== '' && saidBy(words, part)) || answers.includes(words.trim());
}

/** Whether a message is among all that is kept. */
export const isKnown = ({ kept }: Asked, words: string): boolean =>
  kept.some((part) => part !== '' && saidBy(words, part));
