import { describe, expect, test } from '@jest/globals';
import { posterTap } from '../../../bot/dialogue/poster-tap.js';
import { createLine, createPerson, type Said } from '../../support/line.js';
import { toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

const scanned = (code: string): Said => ({ t: 'text', text: '我要举报', tap: posterTap(code) });
const articleScanned = (slug: string): Said => ({ t: 'text', text: '宣传文章', tap: `article:${slug}` });
async function somebody() {
  const line = createLine();
  return { line, person: createPerson(line, line.process()) };
}

describe('a poster of a category', () => {
  test('begins a report of that category: what is taken and what is not comes first', async () => {
    const { line, person } = await somebody();
    const plain = await person.says('我要举报');
    await person.says('删除');
    const answer = await person.sends(scanned('data'));
    expect(answer.slice(0, 60)).toBe(plain.slice(0, 60));
    expect(answer).toContain('第2题');
    expect(answer).not.toContain('第1题');
    expect((await line.stateOf())?.answers).toMatchObject({ category: { code: 'data' } });
  });

  test('delivered again it answers the same and changes nothing', async () => {
    const { line, person } = await somebody();
    const first = await person.sends(scanned('data'));
    const state = await line.stateOf();
    expect(await person.again()).toBe(first);
    expect(await line.stateOf()).toEqual(state);
  });

  test('that is no conduct ends kindly, and nothing is kept', async () => {
    const { line, person } = await somebody();
    const answer = await person.sends(scanned('opinion'));
    expect(answer).not.toContain('第1题');
    expect(await line.stateOf()).toBeNull();
  });

  test('leaves a report under way as it is', async () => {
    const { line, person } = await somebody();
    for (const text of ['我要举报', '1', '他偷拍了图纸']) await person.says(text);
    const before = await line.stateOf();
    await person.sends(scanned('data'));
    const after = await line.stateOf();
    expect([after?.answers, after?.parts]).toEqual([before?.answers, before?.parts]);
    expect(await person.says('继续')).toContain('第2题');
  });

  test('leads away from a thread that is looked after', async () => {
    const { line, person } = await somebody();
    for (const text of toSummary) await person.says(text);
    const receipt = receiptIn(await person.says('确认发送')) ?? '';
    await person.says(receipt.replace(/\D/g, '').slice(-4));
    expect(await person.says(receipt)).toContain('撤回');
    expect(await person.sends(scanned('data'))).toContain('第2题');
    expect((await line.stateOf())?.answers).toMatchObject({ category: { code: 'data' } });
  });

  test('of an article shows it beside a thread, which stays open, also while something is added', async () => {
    const { person } = await somebody();
    for (const text of toSummary) await person.says(text);
    const receipt = receiptIn(await person.says('确认发送')) ?? '';
    await person.says(receipt.replace(/\D/g, '').slice(-4));
    await person.says(receipt);
    await person.says('1');
    expect(await person.sends(articleScanned('page-by-page'))).toContain('一页一页拍走的图纸');
    await person.says('图纸编号是甲七');
    expect(await person.says(receipt)).toContain('共 1 次');
  });

  test('of another profile is a plain beginning', async () => {
    const { line, person } = await somebody();
    expect(await person.sends(scanned('toString'))).toContain('第1题');
    expect((await line.stateOf())?.answers).toEqual({});
  });
});
