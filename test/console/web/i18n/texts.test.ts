import { describe, expect, test } from '@jest/globals';
import { acts, roles } from '../../../../console/web/api/common-types.js';
import { codeOf, errorWords } from '../../../../console/web/i18n/error-words.js';
import { createTranslations } from '../../../../console/web/i18n/translations.js';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import { en } from '../../../../console/web/texts/en.js';
import { zh } from '../../../../console/web/texts/zh.js';
import { acts as domainActs, roles as domainRoles } from '../../../../domain/access.js';
import { errorKinds } from '../../../../domain/errors.js';

interface Tree {
  readonly [key: string]: string | Tree;
}
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const english = new Map(flat(en));
const chinese = new Map(flat(zh));
const holes = (text: string): string[] => (text.match(/{{\w+}}/g) ?? []).toSorted();

const translations = await createTranslations('zh');

describe('the texts', () => {
  test('have the same keys in both languages, one form of a plural aside', () => {
    const wanted = [...english.keys()].filter(
      (key) => !english.has(key.replace(/_one$/, '_other')) || !key.endsWith('_one'),
    );
    expect([...chinese.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  test('are filled with the same values in both languages', () => {
    for (const [key, text] of chinese)
      expect([key, holes(text)]).toEqual([key, holes(english.get(key) ?? '')]);
  });

  test('are never empty and never shout', () => {
    for (const [key, text] of [...english, ...chinese]) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, /[!！]/.test(text)]).toEqual([key, false]);
    }
  });

  test('have full-width punctuation between Chinese characters', () => {
    const narrow = /[\p{Script=Han}][,;:?()](?:\s|[\p{Script=Han}]|$)/u;
    expect([...chinese].filter(([, text]) => narrow.test(text))).toEqual([]);
  });

  test('count in English and not in Chinese', () => {
    const of = (language: string, count: number): string =>
      translations.getFixedT(language)('wizard.repeatWrong', { count, words: '1' });
    expect([of('en', 1), of('en', 2)].map((text) => text.split(' ')[0])).toEqual(['Word', 'Words']);
    expect(of('zh', 1)).toBe(of('zh', 2));
  });

  test('name every role there is', () => {
    expect(roles).toEqual(domainRoles);
  });

  test('are for pages that know what somebody may, as the server does', () => {
    expect(acts).toEqual(domainActs);
  });
});

describe('the words for a failure', () => {
  const codes = Object.keys(errorKinds);
  const refused = (code: string): ApiError => new ApiError(400, code, {}, null, null);

  test.each(codes)('exist for %s in both languages', (code) => {
    expect(codeOf(refused(code))).toBe(code);
    for (const language of ['en', 'zh'])
      expect(errorWords(translations.getFixedT(language), refused(code))).not.toContain('errors.');
  });

  test('exist for no code that the server does not know, what the page itself finds out aside', () => {
    const worded = Object.entries(en.errors).flatMap(([subject, facts]) =>
      Object.keys(facts).map((fact) => `${subject}.${fact}`),
    );
    expect(worded.filter((code) => !code.startsWith('here.')).toSorted()).toEqual(codes.toSorted());
  });

  test('are those of an unexpected one where the code is new, and others where no server spoke', () => {
    expect(codeOf(refused('moon.full'))).toBe('internal.unexpected');
    expect(codeOf(new OfflineError())).toBe('here.offline');
    expect(codeOf(new TypeError('x'))).toBe('here.unknown');
  });
});
