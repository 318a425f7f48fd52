import { describe, expect, test } from '@jest/globals';
import { choiceIn } from '../../../bot/dialogue/reading-choices.js';
import { createBook } from '../../../bot/flows/book.js';
import { createTexts } from '../../../bot/flows/texts.js';
import { profileNamed } from '../../support/line.js';

const profile = profileNamed('national-security');
const book = createBook(profile, createTexts(profile));

/** The choice of a question that a text names. */
function read(id: string, text: string): string | null {
  const question = profile.graphs[0]?.questions.find((one) => one.id === id);
  const match = question === undefined ? null : choiceIn(book, question, text);
  return match === null || match === 'range' ? match : match.code;
}

describe('whether somebody of the line is involved', () => {
  test.each<[string, string | null]>([
    ['没有吧', 'no'],
    ['没有没有', 'no'],
    ['没有，我不认识他们', 'no'],
    ['应该没', 'no'],
    ['Oh, no', 'no'],
    ["Not that I'm aware of", 'no'],
    ['有的，后勤处长的亲戚在里面', 'yes'],
    ['不知道诶', 'unsure'],
    ['not sure', 'unsure'],
    ['sure', null],
    ['ok', null],
    ['好', null],
    ['不可能没有', null],
    ['不是没有', null],
    ['你们里面有人吗', null],
    ['yes, no', null],
  ])('%s', (text, code) => {
    expect(read('conflict', text)).toBe(code);
  });
});

describe('what kind of thing it is', () => {
  test.each<[string, string | null]>([
    ['有人发表不当言论，还泄露了国家秘密', null],
    ['他在网上发表不当言论', 'opinion'],
    ['不是泄密', null],
    ['那就其他吧', 'other'],
    ['collecting data, I think', 'data'],
  ])('%s', (text, code) => {
    expect(read('category', text)).toBe(code);
  });
});

test('permission is given by an easy word, and refused by a short one', () => {
  expect(['中', '行啊，问呗', 'ok can ask', 'by all means'].map((text) => read('contact', text))).toEqual(
    Array(4).fill('yes'),
  );
  expect(['不必了', '能不能不联系我', "don't bother"].map((text) => read('contact', text))).toEqual(
    Array(3).fill('no'),
  );
});
