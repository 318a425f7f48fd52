import { describe, expect, test } from '@jest/globals';
import { checkArticles, checkKinds } from '../../../bot/flows/check-articles.js';
import type { Profile } from '../../../bot/flows/profile.js';
import { profileNamed } from '../../support/line.js';

const profile = profileNamed('national-security');
const saying = (id: string, text: string): Profile => ({
  ...profile,
  texts: { ...profile.texts, zh: new Map([...profile.texts.zh, [id, text]]) },
});

describe('what stands around articles', () => {
  test.each(['national-security', 'integrity-line'])('fits in both languages of %s', (name) => {
    for (const lang of ['zh', 'en'] as const) expect(checkArticles(profileNamed(name), lang)).toEqual([]);
  });

  test.each([
    ['learn.how', '例如“文章{n}”。', 'a list of articles'],
    ['learn.foreign', '这一篇只有英文。', 'a page of an article'],
    ['learn.whole', '看全文。', 'a page of an article'],
  ])('is found when %s is too long', (id, text, what) => {
    expect(checkArticles(saying(id, text), 'zh')).toEqual([]);
    expect(checkArticles(saying(id, text + '长'.repeat(250)), 'zh')).toContain(
      `${what} can be too long for one message`,
    );
  });
});

describe('the words for kinds', () => {
  const lexicon = profile.lexicon.zh;

  test('are there, each for one kind and no other command', () => {
    for (const name of ['national-security', 'integrity-line'])
      for (const lang of ['zh', 'en'] as const)
        expect(checkKinds(profileNamed(name).lexicon[lang])).toEqual([]);
  });

  test.each([
    [{ law: [] }, 'law has no word'],
    [{ law: ['案例'] }, '案例 means case and law'],
    [{ notice: ['保存'] }, '保存 means save and notice'],
  ])('%j: %s', (kinds, what) => {
    expect(checkKinds({ ...lexicon, kinds: { ...lexicon.kinds, ...kinds } })).toEqual([what]);
  });
});
