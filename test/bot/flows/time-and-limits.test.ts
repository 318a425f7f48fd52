import { describe, expect, test } from '@jest/globals';
import { createLine, createPerson } from '../../support/line.js';
import { begun, holds, summaryOf, toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

describe('what time does', () => {
  test('a draft is gone after 72 hours, not before', async () => {
    const { line, person } = await begun(['我要举报', '1', '他偷拍']);
    line.clock.advance(71 * 3_600_000);
    expect(holds(line, await person.says('继续'), 'q.what.ask')).toBe(true);
    line.clock.advance(3_600_000);
    expect(holds(line, await person.says('继续'), 'idle.nothing')).toBe(true);
  });

  test('a receipt that waits for its digits is gone after an hour', async () => {
    const { line, person } = await summaryOf();
    await person.says('确认发送');
    line.clock.advance(3_500_000);
    expect(receiptIn(await person.says('重复'))).not.toBe('');
    line.clock.advance(3_601_000);
    expect(holds(line, await person.says('重复'), 'help.idle')).toBe(true);
  });

  test('what has ended keeps no answer, under a new key, and is over after ten minutes', async () => {
    const { line, person } = await begun(['我要举报', '1', '他偷拍图纸']);
    const key = [...line.memory.rows.values()][0]?.key;
    await person.says('删除');
    await person.says('2');
    const [row] = [...line.memory.rows.values()];
    expect(new TextDecoder().decode(row?.body)).not.toContain('他偷拍图纸');
    expect(row?.key).not.toEqual(key);
    await person.says('我要举报');
    expect(await line.stateOf()).not.toBeNull();
  });

  test('unfollowing erases at once and says nothing', async () => {
    const { line, person } = await begun(['我要举报', '1', '他偷拍图纸']);
    expect(await person.sends({ t: 'leave' })).toBe('');
    expect(new TextDecoder().decode([...line.memory.rows.values()][0]?.body)).not.toContain('他偷拍图纸');
  });

  test('a draft begun yesterday is found, goes on, and ends under the tag it began with', async () => {
    const { line, person } = await begun(['我要举报', '1']);
    line.clock.advance(26 * 3_600_000);
    await person.says('他偷拍图纸');
    expect(line.memory.rows.size).toBe(1);
    expect((await line.stateOf())?.parts).toEqual(['他偷拍图纸']);
  });
});

describe('limits and closed doors', () => {
  test('after three reports the fourth is answered courteously, the next day it is taken', async () => {
    const line = createLine();
    const person = createPerson(line, line.process());
    for (let n = 0; n < 3; n += 1) {
      for (const words of [...toSummary, '确认发送', '离开，不再显示回执']) await person.says(words);
    }
    const fourth = await person.says('我要举报');
    expect([holds(line, fourth, 'limit.reports'), holds(line, fourth, 'phone.short')]).toEqual([true, true]);
    expect(line.stored.stored.size).toBe(3);
    line.clock.advance(24 * 3_600_000);
    expect(holds(line, await person.says('我要举报'), 'report.intro')).toBe(true);
  });

  test('after ten receipts in an hour it rests for an hour', async () => {
    const line = createLine();
    const person = createPerson(line, line.process());
    const wrong = '1234 5678 9012 3456 789';
    const receipt = Array.from('0123456789', (digit) => wrong + digit);
    let unknown = 0;
    for (let n = 0; n < 12; n += 1)
      for (const one of receipt) if (holds(line, await person.says(one), 'check.unknown')) unknown += 1;
    expect(unknown).toBe(10);
    line.clock.advance(3_600_000);
    for (const one of receipt) if (holds(line, await person.says(one), 'check.unknown')) unknown += 1;
    expect(unknown).toBe(11);
  });

  test('a receipt alone is answered in the language that was spoken last', async () => {
    const line = createLine();
    const runTurn = line.process();
    const person = createPerson(line, runTurn);
    const receipt = '1234 5678 9012 3456 7891';
    await person.says('check');
    expect(await person.says(receipt)).toMatch(/^[^\u4e00-\u9fff]*$/);
    await person.sends({ t: 'menu', key: 'check' });
    expect(await person.says(receipt)).toMatch(/^[^\u4e00-\u9fff]*$/);
    await person.sends({ t: 'leave' });
    expect(await person.says(receipt)).toMatch(/[\u4e00-\u9fff]/);
  });

  test('with nobody to read it no report is begun, and one under way is not lost', async () => {
    const line = createLine({ readers: false });
    const person = createPerson(line, line.process());
    const answer = await person.says('我要举报');
    expect([holds(line, answer, 'report.closed'), holds(line, answer, 'ways.short')]).toEqual([true, true]);
    expect(line.memory.rows.size).toBe(0);
  });

  test('a receipt that takes long to check says so, and is open when it is sent again', async () => {
    const { line, person } = await summaryOf({
      wait: (ms) => (ms > 5_000 ? new Promise(() => undefined) : Promise.resolve()),
    });
    const receipt = receiptIn(await person.says('确认发送')) ?? '';
    await person.says(receipt);
    const open = line.vault.openReceipt.bind(line.vault);
    line.vault.openReceipt = async (receipt) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return open(receipt);
    };
    expect(holds(line, await person.says(receipt), 'check.later')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(holds(line, await person.says(receipt), 'thread.head')).toBe(true);
    expect(line.errors).toEqual([]);
  });
});
