import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neutralText, plainWords } from '../../domain/clean-text.js';

describe('the words of a title', () => {
  test.each([
    ['an override of direction', 'report\u202Egpj.exe', 'reportgpj.exe'],
    ['isolates of direction', '\u2066ab\u2069c\u2067d\u2068e', 'abcde'],
    ['embeddings and marks of direction', '\u202Aa\u202Bb\u202Cc\u202Dd\u200Ee\u200Ff\u061C', 'abcdef'],
    ['characters of no width', '间\u200B谍\u200C案\u2060例\uFEFF', '间谍案例'],
    ['soft hyphens', 'es\u00ADpio\u00ADnage', 'espionage'],
    ['controls', 'a\u0000b\u0007c\u009Fd', 'abcd'],
    ['line ends', ' one\r\ntwo\u2028three\u0085four ', 'one two three four'],
    ['wide and many spaces', '通知\u3000\u3000第一\u00A0\t号', '通知 第一 号'],
    ['fillers that show nothing', 'a\u3164b\u115Fc\uFFA0d\u034Fe', 'abcde'],
    ['hidden tags and selectors', 'a\u{E0041}\u{E0042}b\u{E0101}\uFE05\uFE0F', 'ab'],
    ['lone surrogates', 'a\uD800b\uDC00c', 'abc'],
    ['heaped marks', `a${'\u0334'.repeat(50)}`, 'a\u0334\u0334\u0334'],
    ['decomposed letters', 'cafe\u0301', 'café'],
    ['a joiner between letters', '间\u200D谍 a\u200Db \u200D', '间谍 ab'],
  ])('%s', (_, text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  test.each(['👨‍👩‍👧', '❤️', '🏳️‍🌈', '👩🏽‍💻', '1️⃣', '“引号”——《书名》', 'naïve – “quoted” café', '𠮷野家'])(
    '%s stays as it is',
    (text) => {
      expect(plainWords(text)).toBe(text);
    },
  );

  test('whatever comes in, nothing unseen comes out, and a second time nothing changes', () => {
    const tricky = fc.constantFrom(
      '\u202E',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '\u2069',
      '\n',
      'e\u0301',
      '👩',
      '\uD83D',
    );
    const texts = fc.array(fc.oneof(tricky, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const words = plainWords(text);
        expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200C\uFEFF\n\p{Cc}\p{Cs}]/u);
        expect(plainWords(words)).toBe(words);
      }),
    );
  });
});

test('a text keeps its lines and tabs', () => {
  expect(neutralText('one\r\ntwo\rthree\n\tfour\u202E')).toBe('one\ntwo\nthree\n\tfour');
});
