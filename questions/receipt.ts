/**
 * A receipt as people see it, written like the number of a bank card: `1234 5678 9012 3456 7893`. Nineteen digits are
 * drawn, the last one checks them. What they open is vault's business.
 */

/** The twenty digits, without gaps. */
export type Receipt = string;

const drawnLength = 19;
const wholeLength = drawnLength + 1;
const groupLength = 4;

/**
 * Damm's quasigroup of order ten (H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004): its check digit
 * catches every single wrong digit and every swap of two neighbours.
 */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The check digit of ASCII digits; of digits with their check digit behind them it is 0. */
export function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** The receipt as it is shown: five groups of four. */
export const formatReceipt = (receipt: Receipt): string => receipt.match(/.{1,4}/g)?.join(' ') ?? '';

/** A new receipt from unpredictable bytes; every one of 10¹⁹ is equally likely. */
export function drawReceipt(draw: (bytes: number) => Uint8Array): Receipt {
  const drawn = drawDigits(draw, drawnLength);
  return drawn + String(checkDigit(drawn));
}

/** `length` unpredictable digits. Bytes from 250 on are thrown away: they would favour the digits 0 to 5. */
export function drawDigits(draw: (bytes: number) => Uint8Array, length: number): string {
  let digits = '';
  while (digits.length < length)
    for (const byte of draw(length - digits.length)) if (byte < 250) digits += String(byte % 10);
  return digits;
}

/** Blanks, line breaks, invisible marks, any dash or what stands for one on a Chinese keyboard, and small stops. */
const separator = String.raw`[\s\p{Pd}\p{Cf}−ーｰ~～_.,·、，]`;
const run = new RegExp(`[0-9](?:${separator}*[0-9])*`, 'gu');
const separators = new RegExp(`${separator}+`, 'u');

/**
 * Finds the receipt in what somebody typed or pasted, whatever stands before and after it.
 *
 * A receipt is twenty digits with nothing but separators between them, and these only where a shown receipt has its
 * gaps: after every fourth digit, or nowhere. So two telephone numbers (11 and 9 digits) are none, nor is a longer run.
 * Digits may be full-width. One number of twenty digits in ten has the right check digit by chance: what opens nothing
 * need not be a receipt.
 */
export function parseReceipt(text: string): { receipt: Receipt } | 'not-a-receipt' | 'bad-check-digit' {
  let found: 'not-a-receipt' | 'bad-check-digit' = 'not-a-receipt';
  for (const digits of candidates(text)) {
    if (checkDigit(digits) !== 0) found = 'bad-check-digit';
    else return { receipt: digits };
  }
  return found;
}

/** Neighbouring groups of digits that make twenty together and break only after a multiple of four. */
function* candidates(text: string): Generator<string> {
  const ascii = text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  for (const [match] of ascii.matchAll(run)) {
    const groups = match.split(separators);
    for (let first = 0; first < groups.length; first += 1) {
      let digits = '';
      for (let next = first; next < groups.length && digits.length % groupLength === 0; next += 1) {
        digits += groups[next] ?? '';
        if (digits.length >= wholeLength) break;
      }
      if (digits.length === wholeLength) yield digits;
    }
  }
}
