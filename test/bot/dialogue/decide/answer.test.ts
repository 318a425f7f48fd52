import { describe, expect, test } from '@jest/globals';
import { begun, toSummary } from '../../flows/begun.js';

const to = {
  when: toSummary.slice(0, 4),
  where: toSummary.slice(0, 5),
  who: toSummary.slice(0, 6),
  reach: [...toSummary.slice(0, 11), '1'],
};

describe('what belongs to some other question is no answer to one that takes words', () => {
  test.each<[keyof typeof to, string, boolean]>([
    ['when', '有', false],
    ['where', '好的', false],
    ['where', 'ok', false],
    ['where', '说完了', false],
    ['where', '1', false],
    ['who', '有的', false],
    ['who', 'K', true],
    ['who', '有一个姓成的', true],
    ['reach', '同意', false],
    ['reach', '可以', false],
    ['reach', '可以，13800138000', true],
  ])('%s: %s', async (at, words, taken) => {
    const { line, person } = await begun(to[at]);
    expect((await line.stateOf())?.at).toBe(at);
    await person.says(words);
    expect((await line.stateOf())?.at !== at).toBe(taken);
  });
});

test('where two choices are named, both are named back and the number decides', async () => {
  const { line, person } = await begun([...to.who, '跳过']);
  const answer = await person.says('工作中看到的单证');
  expect(answer).toContain('听着像是“亲眼看到或亲身经历”，又像是“看到文件、网页或记录”');
  await person.says('3');
  expect((await line.stateOf())?.answers['source']?.code).toBe('found');
});
