import { describe, expect, test } from '@jest/globals';
import { choiceIn, choicesNamed } from '../../../../bot/dialogue/understand/choices.js';
import { createDialogueModel } from '../../../../bot/flows/dialogue-model.js';
import { createTexts } from '../../../../bot/flows/texts.js';
import type { Question } from '../../../../questions/types.js';
import { profileNamed } from '../../../support/line.js';

const profile = profileNamed('national-security');
const model = createDialogueModel(profile, createTexts(profile));

function questionOf(id: string): Question {
  const question = profile.graphs[0]?.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}

/** The choice of a question that a text names. */
function read(id: string, text: string): string | null {
  const match = choiceIn(model, questionOf(id), text);
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

describe('where two choices are named it is asked which is meant', () => {
  test.each<[string, string, readonly string[]]>([
    ['contact', "yes but please don't call", ['yes', 'no']],
    ['contact', '写字可以，电话不可以，我听不见。', ['yes', 'no']],
    ['capacity', 'I represent only myself', ['person', 'organisation']],
    ['source', '是他找我做的', ['saw', 'approached']],
    ['source', '工作中看到的单证', ['saw', 'found']],
  ])('%s: %s', (id, text, named) => {
    expect(read(id, text)).toBeNull();
    expect(choicesNamed(model, questionOf(id), text)).toEqual(named);
  });
  test.each([
    ['category', '物种数据', 'biology'],
    ['capacity', 'personal, not for the company', 'person'],
    ['source', '别人告诉我的', 'told'],
    ['contact', "don't bother", 'no'],
  ])('%s: “%s” names one', (id, text, code) => {
    expect(read(id, text)).toBe(code);
  });
  test('a bare “don’t” in a sentence is no answer', () => {
    expect(read('contact', 'only if my parents dont find out')).toBeNull();
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
