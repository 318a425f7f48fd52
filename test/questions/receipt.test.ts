import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkDigit, drawDigits, drawReceipt, formatReceipt, parseReceipt } from '../../questions/receipt.js';

const receipts = fc.stringMatching(/^[0-9]{19}$/).map((drawn) => drawn + String(checkDigit(drawn)));
const sample = '12345678901234567891';
const shown = '1234 5678 9012 3456 7891';

describe('the check digit', () => {
  test('is the published one for 572', () => {
    expect(checkDigit('572')).toBe(4);
    expect(checkDigit('5724')).toBe(0);
  });

  test('catches every single wrong digit', () => {
    const wrong = Array.from(sample).flatMap((right, at) =>
      Array.from('0123456789')
        .filter((digit) => digit !== right)
        .map((digit) => sample.slice(0, at) + digit + sample.slice(at + 1)),
    );
    expect(wrong).toHaveLength(20 * 9);
    expect(wrong.filter((digits) => parseReceipt(digits) !== 'bad-check-digit')).toEqual([]);
  });

  test('catches every swap of two neighbours', () => {
    fc.assert(
      fc.property(receipts, fc.nat(18), (receipt, at) => {
        const d = Array.from(receipt);
        fc.pre(d[at] !== d[at + 1]);
        const swapped = [...d.slice(0, at), d[at + 1], d[at], ...d.slice(at + 2)].join('');
        expect(parseReceipt(swapped)).toBe('bad-check-digit');
      }),
    );
  });
});

describe('formatReceipt', () => {
  test('shows five groups of four', () => {
    expect(formatReceipt(sample)).toBe(shown);
  });

  test('is read back by parseReceipt', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(parseReceipt(formatReceipt(receipt))).toEqual({ receipt });
      }),
    );
  });
});

describe('parseReceipt accepts', () => {
  const wide = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const ways: readonly [string, string][] = [
    ['no blanks', sample],
    ['hyphens', shown.replaceAll(' ', '-')],
    ['en dashes with blanks', shown.replaceAll(' ', ' – ')],
    ['em dashes', shown.replaceAll(' ', '—')],
    ['full-width hyphens', shown.replaceAll(' ', '－')],
    ['the long-vowel mark', shown.replaceAll(' ', 'ー')],
    ['minus signs', shown.replaceAll(' ', '−')],
    ['doubled dashes', shown.replaceAll(' ', '——')],
    ['some gaps only', '12345678 9012 34567891'],
    ['full-width digits', wide(shown)],
    ['full-width digits and blanks', wide(shown).replaceAll(' ', '\u3000')],
    ['line breaks', shown.replaceAll(' ', '\n')],
    ['windows line breaks and indents', shown.replaceAll(' ', '\r\n  ')],
    ['no-break blanks', shown.replaceAll(' ', '\u00a0')],
    ['invisible marks', `\ufeff\u200e${shown.replaceAll(' ', '\u200b')}`],
    ['a leading 回执', `回执：${shown}`],
    ['a leading word without a blank', `回执${sample}`],
    ['leading English words', `My receipt no. ${shown}`],
    ['words on both sides', `我的回执是${shown}，请帮我查一下。`],
    ['a number in front on a line of its own', `2\n${shown}`],
    ['a list number in front', `1. ${sample}`],
    ['a telephone number behind', `${shown}\n13812345678`],
  ];
  test.each(ways)('%s', (_, text) => {
    expect(parseReceipt(text)).toEqual({ receipt: sample });
  });
});

describe('parseReceipt', () => {
  const wrong = `${sample.slice(0, -1)}2`;

  test('tells a wrong check digit', () => {
    expect(parseReceipt(wrong)).toBe('bad-check-digit');
    expect(parseReceipt(`receipt ${wrong.slice(0, 8)} - ${wrong.slice(8)}`)).toBe('bad-check-digit');
  });

  test('prefers a right receipt to a wrong one in the same message', () => {
    expect(parseReceipt(`${wrong}，不对，是 ${formatReceipt(sample)}`)).toEqual({ receipt: sample });
  });

  test.each([
    ['nothing', ''],
    ['19 digits, a bank card', sample.slice(1)],
    ['21 digits', `${sample}0`],
    ['a longer number that contains one', `9${sample}`],
    ['an identity number and a house number', '110101199003071234 12'],
    ['a telephone number and a shorter one', '13812345678 123456789'],
    ['two telephone numbers', '13812345678 13987654321'],
    ['telephone numbers in groups', '138-1234-5678 139-8765-4321'],
    ['dates and times', '2026-11-20 08:30, 2026-11-21 09:45, 2026-11-22 17:15'],
    ['prose between the digits', sample.split('').join('号')],
    ['a letter in the middle', `${sample.slice(0, 8)}a${sample.slice(8)}`],
  ])('does not fire on %s', (_, text) => {
    expect(parseReceipt(text)).toBe('not-a-receipt');
  });

  test('is quick on a long row of numbers', () => {
    expect(parseReceipt('12 '.repeat(20_000))).toBe('not-a-receipt');
  });
});

describe('drawReceipt', () => {
  test('makes nineteen digits and the one that checks them', () => {
    let next = 0;
    const receipt = drawReceipt((n) => Uint8Array.from({ length: n }, () => (next += 1) % 256));
    expect(receipt).toBe(sample);
  });

  test('throws bytes from 250 on away', () => {
    const bytes = [250, 255, 249, 0, 251, 7];
    const digits = drawDigits((n) => Uint8Array.from(bytes.splice(0, n)), 3);
    expect(digits).toBe('907');
  });
});
