import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkDigit, drawDigits, drawReceipt, formatReceipt, parseReceipt } from '../../questions/receipt.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const receipts = fc.record({ locator: digits(8), secret: digits(20) });
const bare = (receipt: { locator: string; secret: string }) => formatReceipt(receipt).replace(/[ –]/g, '');
const sample = { locator: '12345678', secret: '12345678901234567890' };

describe('the check digit', () => {
  test('is the published one for 572', () => {
    expect(checkDigit('572')).toBe(4);
    expect(checkDigit('5724')).toBe(0);
  });

  test('catches every single wrong digit', () => {
    const whole = bare(sample);
    const wrong = Array.from(whole).flatMap((right, at) =>
      Array.from('0123456789')
        .filter((digit) => digit !== right)
        .map((digit) => whole.slice(0, at) + digit + whole.slice(at + 1)),
    );
    expect(wrong).toHaveLength(29 * 9);
    expect(wrong.filter((digits) => checkDigit(digits) === 0)).toEqual([]);
  });

  test('catches every swap of two neighbours', () => {
    fc.assert(
      fc.property(receipts, fc.nat(27), (receipt, at) => {
        const d = Array.from(bare(receipt));
        fc.pre(d[at] !== d[at + 1]);
        const swapped = [...d.slice(0, at), d[at + 1], d[at], ...d.slice(at + 2)].join('');
        expect(parseReceipt(swapped)).toBe('bad-check-digit');
      }),
    );
  });
});

describe('formatReceipt', () => {
  test('shows groups of four, en dashes and the check digit', () => {
    expect(formatReceipt(sample)).toMatch(/^1234 5678 – 1234 5678 9012 3456 7890 – \d$/);
  });

  test('is read back by parseReceipt', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(parseReceipt(formatReceipt(receipt))).toEqual(receipt);
      }),
    );
  });
});

describe('parseReceipt accepts', () => {
  const shown = formatReceipt(sample);
  const wide = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const ways: readonly [string, string][] = [
    ['no blanks', bare(sample)],
    ['hyphens', shown.replaceAll(' ', '-')],
    ['a hyphen for each dash', shown.replaceAll('–', '-')],
    ['em dashes', shown.replaceAll('–', '—')],
    ['full-width hyphens', shown.replaceAll('–', '－')],
    ['the long-vowel mark', shown.replaceAll('–', 'ー')],
    ['minus signs', shown.replaceAll('–', '−')],
    ['doubled dashes', shown.replaceAll('–', '——')],
    ['full-width digits', wide(shown)],
    ['full-width digits and blanks', wide(shown).replaceAll(' ', '\u3000')],
    ['line breaks', shown.replaceAll(' – ', '\n')],
    ['windows line breaks and indents', shown.replaceAll(' ', '\r\n  ')],
    ['no-break blanks', shown.replaceAll(' ', '\u00a0')],
    ['invisible marks', `\ufeff\u200e${shown.replaceAll(' ', '\u200b')}`],
    ['a leading 回执', `回执：${shown}`],
    ['a leading word without a blank', `回执${bare(sample)}`],
    ['leading English words', `My receipt no. ${shown}`],
    ['words on both sides', `我的回执是${shown}，请帮我查一下。`],
    ['a number in front on a line of its own', `2\n${shown}`],
    ['a list number in front', `1. ${bare(sample)}`],
    ['a telephone number behind', `${shown}\n13812345678`],
  ];
  test.each(ways)('%s', (_, text) => {
    expect(parseReceipt(text)).toEqual(sample);
  });
});

describe('parseReceipt', () => {
  const wrong = bare(sample).slice(0, -1) + String((Number(bare(sample).slice(-1)) + 1) % 10);

  test('tells a wrong check digit', () => {
    expect(parseReceipt(wrong)).toBe('bad-check-digit');
    expect(parseReceipt(`receipt ${wrong.slice(0, 8)} - ${wrong.slice(8, 28)} - ${wrong.slice(28)}`)).toBe(
      'bad-check-digit',
    );
  });

  test('prefers a right receipt to a wrong one in the same message', () => {
    expect(parseReceipt(`${wrong}，不对，是 ${formatReceipt(sample)}`)).toEqual(sample);
  });

  test.each([
    ['nothing', ''],
    ['28 digits', bare(sample).slice(1)],
    ['30 digits', `${bare(sample)}0`],
    ['a longer number that contains one', `9${bare(sample)}`],
    ['an identity number beside a telephone number', '110101199003071234 13812345678'],
    ['two telephone numbers and a short one', '13812345678 13987654321 1234567'],
    ['telephone numbers in groups', '138-1234-5678 139-8765-4321 123-4567'],
    ['dates and times', '2026-11-20 08:30, 2026-11-21 09:45, 2026-11-22 17:15'],
    ['prose between the digits', bare(sample).split('').join('号')],
    ['a letter in the middle', `${bare(sample).slice(0, 8)}a${bare(sample).slice(8)}`],
  ])('does not fire on %s', (_, text) => {
    expect(parseReceipt(text)).toBe('not-a-receipt');
  });

  test('is quick on a long row of numbers', () => {
    expect(parseReceipt('12 '.repeat(20_000))).toBe('not-a-receipt');
  });
});

describe('drawReceipt', () => {
  test('makes eight and twenty digits', () => {
    let next = 0;
    const receipt = drawReceipt((n) => Uint8Array.from({ length: n }, () => (next += 1) % 256));
    expect(receipt).toEqual({ locator: '12345678', secret: '90123456789012345678' });
  });

  test('throws bytes from 250 on away', () => {
    const bytes = [250, 255, 249, 0, 251, 7];
    const digits = drawDigits((n) => Uint8Array.from(bytes.splice(0, n)), 3);
    expect(digits).toBe('907');
  });
});
