import { describe, expect, test } from '@jest/globals';
import { drawReceipt, formatReceipt } from '../../../../questions/receipt.js';
import { mediaOf, writtenLimit, writtenSize } from '../../../../web/report/state/media-of.js';
import { createPresses } from '../../../../web/report/state/presses.js';
import { lastFourMatch, readReceipt } from '../../../../web/report/state/receipt-words.js';
import { splitAsk } from '../../../../web/report/state/split-ask.js';
import { dayWords, writtenDay, writtenDays } from '../../../../web/report/state/written-day.js';
import { readMoment } from '../../../../questions/moment.js';

describe('a question as a heading and a line of help', () => {
  test.each([
    ['What happened? Begin at the beginning.', 'What happened?', 'Begin at the beginning.'],
    ['发生了什么？请从头讲。', '发生了什么？', '请从头讲。'],
    ['Where is it?', 'Where is it?', ''],
    ['One last thing. Please agree.', 'The label', 'One last thing. Please agree.'],
    [`${'very '.repeat(40)}long?`, 'The label', `${'very '.repeat(40)}long?`],
    ['? strange', '?', 'strange'],
  ])('%s', (ask, heading, help) => {
    expect(splitAsk(ask, 'The label')).toEqual({ heading, help });
  });
});

describe('days', () => {
  test('are written out with their weekday', () => {
    expect(writtenDay('2027-04-15', 'zh')).toBe('2027年4月15日 星期四');
    expect(writtenDay('2027-04-15', 'en')).toBe('Thursday 15 April 2027');
  });

  test('of a span are the first and the last', () => {
    expect(writtenDays(['2027-04-15', '2027-04-15'], 'en')).toBe('Thursday 15 April 2027');
    expect(writtenDays(['2027-03-01', '2027-04-15'], 'en')).toBe('1 March 2027 to 15 April 2027');
    expect(writtenDays(['2027-03-01', '2027-04-15'], 'zh')).toBe('2027年3月1日到2027年4月15日');
  });

  test('that a calendar writes into a field are read back as the same day', () => {
    for (const day of ['2027-04-15', '2026-12-31', '2026-02-01'])
      for (const lang of ['zh', 'en'] as const)
        expect(readMoment(dayWords(day, lang), '2027-04-15')?.days).toEqual([day, day]);
  });
});

describe('a typed receipt', () => {
  const receipt = drawReceipt((bytes) => new Uint8Array(bytes).fill(7));

  test('is read with its gaps, without them, and with gaps that it never has', () => {
    for (const typed of [receipt, formatReceipt(receipt), receipt.match(/.{1,3}/g)?.join('-') ?? ''])
      expect(readReceipt(typed)).toEqual({ receipt });
    expect(readReceipt(receipt.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))))).toEqual({
      receipt,
    });
  });

  test('says what is wrong with it', () => {
    expect(readReceipt(' ')).toEqual({ problem: 'empty' });
    expect(readReceipt(receipt.slice(1))).toEqual({ problem: 'incomplete' });
    expect(readReceipt(`${receipt}1`)).toEqual({ problem: 'incomplete' });
    const wrong = `${receipt[0] === '9' ? '8' : '9'}${receipt.slice(1)}`;
    expect(readReceipt(wrong)).toEqual({ problem: 'digit' });
  });

  test('is checked by its last four digits, however they are written', () => {
    expect(lastFourMatch('12345678901234567891', ' 7 8-91')).toBe(true);
    expect(lastFourMatch('12345678901234567891', '７８９１')).toBe(true);
    for (const typed of ['', '789', '7892', '67891'])
      expect(lastFourMatch('12345678901234567891', typed)).toBe(false);
  });
});

test('three presses in a row count, and slow ones do not', () => {
  const third = createPresses(3, 2000);
  expect([0, 1000, 2000].map(third)).toEqual([false, false, true]);
  const slow = createPresses(3, 2000);
  expect([0, 1000, 3001, 3100, 3200].map(slow)).toEqual([false, false, false, false, true]);
});

describe('a chosen file', () => {
  test.each([
    ['image/jpeg', 'a', 'image'],
    ['', 'IMG_1.HEIC', 'image'],
    ['audio/amr', 'a', 'voice'],
    ['', 'memo.m4a', 'voice'],
    ['video/quicktime', 'a', 'video'],
    ['application/pdf', 'a.pdf', 'document'],
    ['', 'no-ending', 'document'],
  ])('of type "%s" called %s is %s', (type, name, media) => {
    expect(mediaOf({ type, name })).toBe(media);
  });

  test('has a size that can be read', () => {
    expect([1, 999, 240_000, 3_400_000].map(writtenSize)).toEqual(['1 kB', '1 kB', '240 kB', '3.4 MB']);
    expect(writtenLimit(31_457_280)).toBe('30 MB');
  });
});
