import { describe, expect, test } from '@jest/globals';
import { en } from '../../../web/report/texts/en.js';
import { zh } from '../../../web/report/texts/zh.js';

/** Every text with its path; those that take values, with values of every kind. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const said = value as (...given: readonly unknown[]) => string;
    return [
      [`${path}(n)`, said(1, 3, 2)],
      [`${path}(n)`, said('words', 'others')],
    ];
  }
  if (Array.isArray(value)) return value.flatMap((each, at) => textsOf(each, `${path}.${String(at)}`));
  return Object.entries(value as object).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

const both = [
  ['zh', textsOf(zh)],
  ['en', textsOf(en)],
] as const;

describe('the texts of the form', () => {
  test('are there in both languages, none empty', () => {
    expect(textsOf(zh).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
    for (const [, texts] of both) expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(both)('in %s have no exclamation mark and no word that promises too much', (_lang, texts) => {
    const wrong = /[!！]|anonymous|匿名|100\s?%|\bsubmit\b|\bOK\b/i;
    expect(texts.filter(([, text]) => wrong.test(text))).toEqual([]);
  });

  test('in Chinese use full-width marks and leave it open how a person is addressed', () => {
    const wrong = /[您你]|[一-龥][,;:?()]|[,;:?()][一-龥]/;
    expect(textsOf(zh).filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});
