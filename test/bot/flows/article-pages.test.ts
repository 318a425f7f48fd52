import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chatLines, cutAt, pagesOf, shortened } from '../../../bot/flows/article-pages.js';
import { bytesOf } from '../../../bot/flows/texts.js';

/** What a text can be made of: letters, stops, blanks, and characters of several code points. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('字', '国', 'a', 'word', 'é', '1', '2026年') },
  { weight: 3, arbitrary: fc.constantFrom('。', '，', '. ', '！”', '\n', '\n\n', ' ', '<') },
  { weight: 2, arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', '1️⃣', 'e\u0301', '𠮷', '❤️') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const text = fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join(''));
const size = fc.integer({ min: 40, max: 900 });
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const bare = (words: string): string => words.replace(/\s+/gu, '');
/** A line that would begin with a digit is marked; the mark is no part of the text. */
const unmarked = (page: string): string => page.replace(/^· /gmu, '');

describe('a text in pages', () => {
  test('loses nothing but blanks between them', () => {
    fc.assert(
      fc.property(text, size, (words, bytes) => {
        expect(bare(pagesOf(words, bytes).map(unmarked).join(''))).toBe(bare(unmarked(words)));
      }),
    );
  });

  test('has no page that is longer than it may be, and none that is empty beside others', () => {
    fc.assert(
      fc.property(text, size, (words, bytes) => {
        const pages = pagesOf(words, bytes);
        for (const page of pages) expect(bytesOf(page)).toBeLessThanOrEqual(bytes);
        expect(pages.length === 1 || pages.every((page) => page.trim() !== '')).toBe(true);
      }),
    );
  });

  test('is never cut inside a character as people see it', () => {
    fc.assert(
      fc.property(text, size, (words, bytes) => {
        const at = cutAt(words, bytes);
        const around = graphemes.segment(words).containing(at);
        expect(around === undefined || around.index === at).toBe(true);
        expect(words === '' || at > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('has no line that begins with a digit', () => {
    fc.assert(
      fc.property(text, size, (words, bytes) => {
        const lines = pagesOf(chatLines(words), bytes).flatMap((page) => page.split('\n'));
        expect(lines.filter((line) => /^\s*\d/.test(line.normalize('NFKC')))).toEqual([]);
      }),
    );
  });

  test('is on pages about as long, and not on a full one and a single line', () => {
    const line = `${'字'.repeat(39)}。`;
    const pages = pagesOf(Array.from({ length: 11 }, () => line).join('\n'), 1_230);
    expect(pages.map((page) => page.split('\n').length)).toEqual([6, 5]);
  });

  test('is cut by code points where one character is longer than a page', () => {
    const heap = `a${'\u0301'.repeat(500)}`;
    const pages = pagesOf(heap, 100);
    expect(pages.every((page) => bytesOf(page) <= 100 && !/\p{Cs}/u.test(page))).toBe(true);
    expect(pages.join('')).toBe(heap);
  });
});

describe('a page ends', () => {
  const paragraph = (letter: string, letters: number): string => `${letter.repeat(letters)}。`;

  test('with a paragraph, where a third of it is filled by then', () => {
    const [one, two, three] = [paragraph('甲', 60), paragraph('乙', 60), paragraph('丙', 150)];
    expect(pagesOf([one, two, three].join('\n'), 600)).toEqual([`${one}\n${two}`, three]);
  });

  test('with a sentence, where the paragraph is longer', () => {
    const [one, two] = [paragraph('甲', 100), paragraph('乙', 100)];
    expect(pagesOf(`短句。\n${one}${two}`, 500)).toEqual([`短句。\n${one}`, two]);
    const english = 'One is here. Two is a good deal longer than one. Three.';
    expect(pagesOf(english, 36)[0]).toBe('One is here.');
  });

  test('before a heading and not behind it', () => {
    const [one, two] = [paragraph('甲', 60), paragraph('乙', 100)];
    const [first, second = ''] = pagesOf([one, '怎么办', two].join('\n'), 300);
    expect([first, second.startsWith('怎么办\n乙')]).toEqual([one, true]);
  });

  test('between words, where nothing else parts them', () => {
    expect(pagesOf('seeds '.repeat(20), 50).every((page) => /^seeds( seeds)*$/.test(page))).toBe(true);
  });
});

describe('a line of a list', () => {
  test('is cut to its bytes with a mark behind it, between characters', () => {
    expect(shortened('短的\n标题', 100)).toBe('短的 标题');
    expect(shortened('字'.repeat(40), 100)).toBe(`${'字'.repeat(32)}…`);
    expect(shortened(`${'x'.repeat(90)}👨‍👩‍👧‍👦`, 100)).toBe(`${'x'.repeat(90)}…`);
  });

  test('and a page have nothing that could be taken for a link', () => {
    expect(shortened('<a href="x">y</a>', 100)).not.toContain('<');
    expect(chatLines('a <a href="x">y</a>')).not.toContain('<');
  });
});
