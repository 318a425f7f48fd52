import { describe, expect, test } from '@jest/globals';
import type { Kind, Question } from '../../../../questions/types.js';
import { bytesOf, readEntry, roomFor, wayPast } from '../../../../web/report/state/entry.js';

const today = '2027-04-15';
const room = 1000;
const question = (kind: Kind, more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  optional: false,
  ...more,
});
const said = (words: string) => ({ is: 'words', words }) as const;

describe('an entry', () => {
  test.each([
    ['an empty field', question('story'), said('  '), 'empty'],
    ['signs that say nothing', question('story'), said('…'), 'empty'],
    ['a single letter', question('story'), said('a'), 'short'],
    ['a time to come', question('moment'), said('tomorrow'), 'future'],
    ['no choice', question('choice', { choices: ['a', 'b'] }), { is: 'choice', code: null }, 'choose'],
    [
      'a choice of another question',
      question('choice', { choices: ['a'] }),
      { is: 'choice', code: 'z' },
      'choose',
    ],
    ['no agreement', question('consent'), { is: 'agreement', given: false }, 'agree'],
    ['more than there is room for', question('story'), said('啊'.repeat(334)), 'long'],
  ] as const)('%s is no answer yet', (_what, of, entry, problem) => {
    expect(readEntry(of, entry, today, room)).toEqual({ problem });
  });

  test.each([
    ['words, without what stands around them', question('place'), said(' here '), { words: 'here' }],
    [
      'a time with its days',
      question('moment'),
      said('yesterday'),
      { words: 'yesterday', days: ['2027-04-14', '2027-04-14'] },
    ],
    ['a time that names no day', question('moment'), said('long ago'), { words: 'long ago' }],
    [
      'a choice by its code',
      question('choice', { choices: ['a'] }),
      { is: 'choice', code: 'a' },
      { words: 'a', code: 'a' },
    ],
    [
      'agreement, as the chat has it',
      question('consent'),
      { is: 'agreement', given: true },
      { words: '', code: 'agree' },
    ],
    ['how many files there are', question('files'), { is: 'files', count: 2 }, { words: '2' }],
    [
      'nothing, where it may be left out',
      question('person', { optional: true }),
      said(''),
      { words: '', code: '-' },
    ],
  ] as const)('%s is an answer', (_what, of, entry, value) => {
    expect(readEntry(of, entry, today, room)).toEqual({ value });
  });
});

describe('the way past a question', () => {
  test('leaves out what is optional, and calls a time or place unknown', () => {
    expect(wayPast(question('contact', { optional: true }))).toEqual({ words: '', code: '-' });
    expect(wayPast(question('moment'))).toEqual({ words: '', code: '?' });
    expect(wayPast(question('place'))).toEqual({ words: '', code: '?' });
  });

  test('is none where an answer is needed', () => {
    for (const kind of ['story', 'choice', 'consent'] as const) expect(wayPast(question(kind))).toBeNull();
  });
});

test('length is counted as a report counts it', () => {
  for (const text of ['', 'abc', 'é', '啊', '😀', '\ud800'])
    expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length);
});

test('the room of an answer is what the others leave, its own not counted', () => {
  const answers = { a: { words: '啊啊' }, b: { words: 'xyz' } };
  expect(roomFor('a', answers, 100)).toBe(70 - 3);
  expect(roomFor('c', answers, 100)).toBe(70 - 9);
  expect(roomFor('c', { a: { words: 'a'.repeat(200) } }, 100)).toBe(0);
});
