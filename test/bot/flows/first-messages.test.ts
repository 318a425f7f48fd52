import { describe, expect, test } from '@jest/globals';
import { createLine, createPerson, type Line, type Person } from '../../support/line.js';
import { holdsText } from '../../support/transcript.js';

/** What somebody who was never here writes, and the texts of the answer. */
const first: readonly (readonly [words: string, ...texts: string[]])[] = [
  ['我想举报', 'report.intro', 'q.category.ask'],
  ['举报一个间谍', 'report.intro'],
  ['怎么举报？', 'report.intro'],
  ['我这有个线索', 'report.intro'],
  ['我要举报我老板偷数据', 'opening.ask'],
  ['有人在军事基地旁边拍照', 'opening.ask'],
  ['我那个举报到哪一步了', 'check.ask'],
  ['想给上次的举报补充点材料', 'check.ask'],
  ['人工客服', 'person.ways', 'ways.short'],
  ['我的回执丢了', 'faq.lost'],
  ['举报有钱吗', 'faq.reward'],
  ['我邻居天天骂政府', 'opinion.not_taken'],
  ['什么是间谍行为', 'learn.list'],
  ['今天天气怎么样', 'idle.unknown'],
  ['I want to report my boss', 'report.intro', 'q.category.ask'],
  ['how do i report', 'report.intro'],
  ['I have a tip', 'report.intro'],
  ['there is a spy at my company', 'opening.ask'],
  ['any news on my case', 'check.ask'],
  ['can I talk to a person', 'person.ways', 'ways.short'],
  ['will he know it was me', 'faq.retaliation'],
  ['he reads banned books', 'opinion.not_taken'],
  ['show me examples', 'learn.list'],
  ['what is the weather like', 'idle.unknown'],
];

const urgent: readonly (readonly [words: string, despair: boolean])[] = [
  ['救命', false],
  ['快来人', false],
  ['着火了', false],
  ['有人要炸学校', false],
  ['门口有个男的拿着刀', false],
  ['我不想活了', true],
  ['he has a knife at the door', false],
  ['someone is attacking me right now', false],
  ['I want to kill myself', true],
];

const begun = (): { line: Line; person: Person } => {
  const line = createLine({});
  return { line, person: createPerson(line, line.process()) };
};

describe('a first message is led where it means', () => {
  test.each(first)('%s', async (words, ...texts) => {
    const { line, person } = begun();
    const answer = await person.says(words);
    for (const text of texts) expect([text, holdsText(line.profile, answer, text)]).toEqual([text, true]);
    // Nothing that could not be undone follows from it, and nothing told is stored unasked.
    expect((await line.stateOf())?.parts ?? []).toEqual([]);
    expect(line.stored.stored.size).toBe(0);
  });
});

describe('danger is answered first, with the number in its first line', () => {
  test.each(urgent)('%s', async (words, despair) => {
    const { line, person } = begun();
    const answer = await person.says(words);
    expect(answer.split('\n')[0]).toMatch(/110/);
    expect(holdsText(line.profile, answer, 'despair')).toBe(despair);
    expect(holdsText(line.profile, answer, 'idle.unknown')).toBe(false);
  });
});

describe('what a first message told', () => {
  const told = '有人在军事基地旁边拍照';

  test('is not stored before the person says yes, and then stands at the beginning of the account', async () => {
    const { line, person } = begun();
    await person.says(told);
    expect(await line.stateOf()).toBeNull();
    expect(line.memory.rows.size).toBe(0);
    const answer = await person.says('1');
    expect(holdsText(line.profile, answer, 'opening.begun')).toBe(true);
    expect((await line.stateOf())?.parts).toEqual([told]);
    // the question about the account shows it and takes more
    await person.says('1');
    expect((await line.stateOf())?.at).toBe('what');
    await person.says('他们还画了图');
    expect((await line.stateOf())?.parts).toEqual([told, '他们还画了图']);
  });

  test('is collected bubble by bubble, and a plain yes takes all of it', async () => {
    const { line, person } = begun();
    await person.says(told);
    await person.says('一共两个人，开一辆白色的车');
    await person.says('好');
    expect((await line.stateOf())?.parts).toEqual([told, '一共两个人，开一辆白色的车']);
  });

  test('is left out where the person begins without it', async () => {
    const { line, person } = begun();
    await person.says(told);
    await person.says('2');
    expect((await line.stateOf())?.parts).toEqual([]);
    expect((await line.stateOf())?.at).toBe('category');
  });

  test('is there once when the message is delivered twice', async () => {
    const { line, person } = begun();
    const answer = await person.says(told);
    expect(await person.again()).toBe(answer);
    await person.says('1');
    expect((await line.stateOf())?.parts).toEqual([told]);
  });

  test('is gone at the word for deleting, and in another process, which says so', async () => {
    const { line, person } = begun();
    await person.says(told);
    expect(holdsText(line.profile, await person.says('删除'), 'opening.dropped')).toBe(true);
    await person.says(told);
    const elsewhere = createPerson(line, line.process(), 'oPerson', 5_000);
    const answer = await elsewhere.sends({ t: 'text', text: '用它作开头', tap: 'offer:tell' });
    expect(holdsText(line.profile, answer, 'opening.lost')).toBe(true);
    expect(await line.stateOf()).toBeNull();
  });

  test('is forgotten after ten quiet minutes', async () => {
    const { line, person } = begun();
    await person.says(told);
    line.clock.advance(11 * 60_000);
    expect(holdsText(line.profile, await person.says('1'), 'report.intro')).toBe(true);
    expect((await line.stateOf())?.parts).toEqual([]);
  });
});

describe('where two meanings are near', () => {
  /** What is near moves with the examples: the first of these of which both are offered stands for all. */
  async function near(candidates: readonly string[]) {
    for (const words of candidates) {
      const { line, person } = begun();
      const answer = await person.says(words);
      if (holdsText(line.profile, answer, 'opening.which')) return { line, person, answer };
    }
    throw new Error('none of them is near two meanings');
  }
  const candidates = {
    zh: ['举报结果谁看', '查进度奖金', '人工查进度', '进度电话', '电话文章', '奖金进度匿名'],
    en: [
      'report status reward',
      'status reward',
      'phone articles',
      'articles hotline',
      'reply phone',
      'hotline status',
    ],
  };
  const ways = (answer: string): readonly string[] => answer.split('\n').filter((row) => /^[1-9] /.test(row));

  test.each(['zh', 'en'] as const)('both are offered and nothing is stored (%s)', async (lang) => {
    const { line, answer } = await near(candidates[lang]);
    expect(ways(answer).length).toBeGreaterThanOrEqual(2);
    expect(await line.stateOf()).toBeNull();
  });

  test.each([
    ['zh', 0],
    ['zh', 1],
    ['en', 0],
    ['en', 1],
  ] as const)('the number and the words of a way lead the same way (%s, %s)', async (lang, n) => {
    const numbered = await near(candidates[lang]);
    const worded = await near(candidates[lang]);
    const label = (ways(worded.answer)[n] ?? '').replace(/^\d /, '').replace(/<[^>]+>/g, '');
    const led = await numbered.person.says(String(n + 1));
    expect(holdsText(numbered.line.profile, led, 'opening.which')).toBe(false);
    expect(await worded.person.says(label)).toBe(led);
    expect(await numbered.line.stateOf()).toBeNull();
  });
});
