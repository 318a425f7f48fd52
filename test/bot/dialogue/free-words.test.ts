import { describe, expect, test } from '@jest/globals';
import { agrees, closes, declines, numberNamed } from '../../../bot/dialogue/free-words.js';
import { createBook } from '../../../bot/flows/book.js';
import { createTexts } from '../../../bot/flows/texts.js';
import { profileNamed } from '../../support/line.js';

const profile = profileNamed('national-security');
const book = createBook(profile, createTexts(profile));

describe('a number among words of one’s own', () => {
  test.each<[string, number | null]>([
    ['那个就是第一种吧', 1],
    ['您好，我选择第4项', 4],
    ['第2個', 2],
    ['那我选1', 1],
    ['类别1', 1],
    ['so the top one', 1],
    ['let’s go with 5', 5],
    ['ok. 1', 1],
    ['so I’m torn between 1 and 5', null],
    ['大概8月20日', null],
    ['at 3:15', null],
    ['选7', null],
    ['我在第三中学门口看见两个人，他们站了一个多小时，后来上车走了', null],
  ])('%s', (text, n) => {
    expect(numberNamed(text, 6)).toBe(n);
  });
});

describe('an account that is told', () => {
  test.each<[string, 'only' | 'also' | null]>([
    ['同志，我就知道这么多了。', 'also'],
    ['就这些吧', 'only'],
    ['他们上车跑了。就这些', 'also'],
    ['thats all i know', 'only'],
    ['He left at noon. I have nothing to add.', 'also'],
    ['他把图纸都拍下来了', null],
    ['第二天我去看的时候箱子已经没了', null],
    ['He said nothing else mattered to him and that we should keep quiet about all of it', null],
  ])('%s', (text, how) => {
    expect(closes(book, text)).toBe(how);
  });
});

test('a short no and a short yes are heard, and a yes that is taken back is none', () => {
  expect(declines(book, '不方便提供')).toBe(true);
  expect(declines(book, 'They took my laptop so no')).toBe(true);
  expect(declines(book, '有两张照片')).toBe(false);
  expect(agrees(book, '真的，同意')).toBe(true);
  expect(agrees(book, '不同意')).toBe(false);
});
