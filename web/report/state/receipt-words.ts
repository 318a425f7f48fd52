/** A receipt as somebody types it, and its last four digits. */
import { parseReceipt } from '../../../questions/receipt.js';

export type TypedReceipt =
  { readonly receipt: string } | { readonly problem: 'empty' | 'incomplete' | 'digit' };

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/g, '');

/** Reads the twenty digits out of a field. */
export function readReceipt(text: string): TypedReceipt {
  const found = parseReceipt(text);
  if (typeof found !== 'string') return found;
  if (digitsOf(text) === '') return { problem: 'empty' };
  // blanks in other places than a receipt has them are a slip of the hand, not another number
  const plain = parseReceipt(digitsOf(text));
  if (typeof plain !== 'string') return plain;
  return { problem: plain === 'bad-check-digit' ? 'digit' : 'incomplete' };
}

/** Whether the digits that were typed are the last four of the receipt. */
export function lastFourMatch(receipt: string, typed: string): boolean {
  return digitsOf(typed) === receipt.slice(-4);
}
