import { describe, expect, test } from '@jest/globals';
import {
  agreement,
  closes,
  declines,
  numberNamed,
  sends,
} from '../../../../bot/dialogue/understand/own-words.js';
import { createDialogueModel } from '../../../../bot/flows/dialogue-model.js';
import { createTexts } from '../../../../bot/flows/texts.js';
import { profileNamed } from '../../../support/line.js';

const profile = profileNamed('national-security');
const model = createDialogueModel(profile, createTexts(profile));

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
    ['有人用运动手表收集部队跑步路线，这算2不', 2],
    ['Somebody is jamming GPS on approach and nobody gives a damn. 5.', 5],
    ['他来打听过，大概算3次吧，后来又带了一个人来，我没有理他们', null],
    ['选7', null],
    ['我在第三中学门口看见两个人，他们站了一个多小时，后来上车走了', null],
  ])('%s', (text, n) => {
    expect(numberNamed(text, 6)).toBe(n);
  });
});

describe('an account that is told', () => {
  test.each<[string, 'only' | 'also' | null]>([
    ['同志，我就知道这么多了。', 'only'],
    ['哦哦，那说完了', 'only'],
    ['我退群了 没了', 'also'],
    ['以上三点，请参考', 'only'],
    ['就这些吧', 'only'],
    ['大致上就是這樣，謝謝。', 'only'],
    ['得嘞，就这么档子事儿。', 'only'],
    ['以上即全部情形，不复赘述。', 'only'],
    ["Voilà, c'est tout.", 'only'],
    ['Well, there we are then.', 'only'],
    ['I have given you everything I know.', 'only'],
    ['小偷到这里就不见了，我没追上', null],
    ['他们上车跑了。就这些', 'also'],
    ['thats all i know', 'only'],
    ['He left at noon. I have nothing to add.', 'also'],
    ['他把图纸都拍下来了', null],
    ['第二天我去看的时候箱子已经没了', null],
    ['He said nothing else mattered to him and that we should keep quiet about all of it', null],
  ])('%s', (text, how) => {
    expect(closes(model, text)).toBe(how);
  });
});

test('a short no is heard', () => {
  expect(declines(model, '不方便提供')).toBe(true);
  expect(declines(model, 'They took my laptop so no')).toBe(true);
  expect(declines(model, '有两张照片')).toBe(false);
});

describe('agreeing to the honest note', () => {
  test.each([
    '同意',
    '真的，同意',
    '中',
    '行 同意',
    '嗯嗯同意',
    '同意同意',
    '我没有骗人，同意',
    'Yeah agree',
    'I do agree',
    'Every word true, I agree',
    "Agreed. And no it isn't revenge",
  ])('%s is a clear yes', (text) => {
    expect(agreement(model, text, ['every word true'])).not.toBeNull();
  });
  test.each([
    '不同意',
    '我不想同意',
    '可以不同意吗',
    '同意吗',
    '也许同意吧',
    '同意，但是有一点不对',
    '明白了',
    '不，可以',
    'I do not agree',
    "I don't want to agree",
    'I guess',
    'agree?',
    'yes but only partly',
    'maybe',
  ])('%s is none', (text) => {
    expect(agreement(model, text, [])).toBeNull();
  });
});

describe('sending', () => {
  test.each([
    ['发！', ''],
    ['发发发', ''],
    ['好发出去吧', ''],
    ['行，发吧', ''],
    ['冇問題，傳送', ''],
    ['可以了，谢谢你', ''],
    ['确认无误，发送', ''],
    ['我看过了，可以发', ''],
    ['Send, please', ''],
    ['Looks right, send', ''],
    ['All correct, please send it', ''],
    ['aye send it', ''],
    ['Kindly send', ''],
    ['发送吧 我要睡了', '发送吧 我要睡了'],
  ])('%s is a clear word for it', (text, beside) => {
    expect(sends(model, text)).toBe(beside);
  });
  test.each([
    '别发',
    '先别发',
    '不发',
    '发吗',
    '可以发吗？',
    'send it?',
    '发之前改一下地点',
    '发送，不对，等等',
    'looks right',
    '没错',
    '都对',
    '也许可以发',
    'I guess send it',
    "don't send it",
    'do not send',
    'not yet',
    '发，但是地点错了',
    '有人发了照片',
  ])('%s is none', (text) => {
    expect(sends(model, text)).toBeNull();
  });
});
