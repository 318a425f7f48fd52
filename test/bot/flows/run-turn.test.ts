import { describe, expect, test } from '@jest/globals';
import type { Input } from '../../../bot/dialogue/types.js';
import type { RunTurn } from '../../../bot/flows/run-turn.js';
import { createLine, createPerson, visible } from '../../support/line.js';
import { onlyReport, openedReport } from '../../support/reports.js';
import { begun, holds, summaryOf, toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

describe('deliveries that come twice', () => {
  test('every turn of a whole report is answered the same again, by another process too, and nothing is doubled', async () => {
    const line = createLine();
    const runTurn = line.process();
    const person = createPerson(line, runTurn);
    for (const words of [...toSummary, '确认发送', '不是四个数字', '0000']) {
      const answer = await person.says(words);
      const before = await line.keptOf('oPerson');
      expect(await person.again()).toBe(answer);
      expect(await line.keptOf('oPerson')).toEqual(before);
    }
    const end = await person.says(receiptIn(await person.says('重复'))?.slice(-4) ?? '');
    expect(holds(line, end, 'receipt.saved')).toBe(true);
    expect(await person.again()).toBe(end);
    expect(onlyReport(line).answers['what']?.words).toBe('他把图纸拍下来卖了');
  });

  test('an older delivery of a draft that was deleted is not taken anew', async () => {
    const line = createLine();
    const runTurn = line.process();
    const who = line.whoIs('oPerson');
    const at = Math.floor(line.clock.now() / 1_000);
    const said = (id: string, text: string): Input => ({ id, at, t: 'text', text });
    for (const [id, text] of [
      ['a', '我要举报'],
      ['b', '1'],
      ['c', '他偷拍'],
      ['d', '删除'],
      ['e', '2'],
    ] as const)
      await runTurn(who, said(id, text));
    expect(await runTurn(who, said('c', '他偷拍'))).toBeNull();
    expect(await line.stateOf()).toBeNull();
    expect(visible((await runTurn(who, said('e', '2')))?.text ?? '')).toContain('已经全部销毁');
  });

  test('the reply that leaves a thread is said again to the same delivery', async () => {
    const { line, person } = await summaryOf();
    const receipt = receiptIn(await person.says('确认发送')) ?? '';
    await person.says(receipt);
    await person.says(receipt);
    await person.says('撤回这份举报');
    const done = await person.says('2');
    expect(holds(line, done, 'withdraw.done')).toBe(true);
    expect(await person.again()).toBe(done);
  });
});

describe('deliveries out of order', () => {
  const at = 1_795_312_900;

  test('a message sent before the present question is shown back and kept, never taken for its answer', async () => {
    const { line, runTurn } = await begun(['我要举报', '1', '他偷拍', '说完了']);
    const state = await line.stateOf();
    await runTurn(line.whoIs('oPerson'), {
      id: 'x',
      at: (state?.askedAt ?? at) + 5,
      t: 'text',
      text: '昨天',
    });
    const answer = await runTurn(line.whoIs('oPerson'), {
      id: 'y',
      at: (state?.askedAt ?? at) + 2,
      t: 'text',
      text: '还有一张图',
    });
    expect(holds(line, answer?.text ?? '', 'late.note')).toBe(true);
    expect((await line.stateOf())?.notes).toEqual(['还有一张图']);
    expect((await line.stateOf())?.answers['where']).toBeUndefined();
  });

  test('a late part of a story that was left again is in the story, whatever is changed next', async () => {
    const { line, runTurn, person } = await summaryOf();
    await person.says('修改');
    await person.says('2');
    await person.says('修改');
    const state = await line.stateOf();
    const told = state?.answers['what']?.words ?? '';
    await runTurn(line.whoIs('oPerson'), {
      id: 'l',
      at: (state?.askedAt ?? 0) - 1,
      t: 'text',
      text: '走廊里还有一个人看见了',
    });
    await person.says('1');
    await person.says('1');
    const after = await line.stateOf();
    expect(told).not.toBe('');
    expect(after?.answers['what']?.words).toBe(`${told}\n走廊里还有一个人看见了`);
  });

  test('rewriting empties the story as it says, and what comes late is not put to the old one', async () => {
    const { line, runTurn, person } = await summaryOf();
    await person.says('修改');
    await person.says('2');
    await person.says('重写');
    const state = await line.stateOf();
    expect(state?.answers['what']).toBeUndefined();
    const late = {
      id: 'l',
      at: (state?.askedAt ?? 0) - 1,
      t: 'text',
      text: '走廊里还有一个人看见了',
    } as const;
    await runTurn(line.whoIs('oPerson'), late);
    await person.says('说完了');
    expect((await line.stateOf())?.answers['what']?.words).toBe('走廊里还有一个人看见了');
  });

  test.each(['1', '发送', '跳过', '返回', '继续'])(
    'a late “%s” at the summary sends nothing and moves nothing',
    async (words) => {
      const { line, runTurn } = await summaryOf();
      const before = await line.stateOf();
      await runTurn(line.whoIs('oPerson'), {
        id: 'late',
        at: (before?.askedAt ?? 0) - 1,
        t: 'text',
        text: words,
      });
      expect(line.stored.stored.size).toBe(0);
      expect((await line.stateOf())?.at).toBe('summary');
    },
  );

  test('a late “2” never throws the receipt away', async () => {
    const { line, runTurn, person } = await summaryOf();
    await person.says('确认发送');
    const state = await line.stateOf();
    for (const [id, text] of [
      ['l1', '2'],
      ['l2', '跳过'],
      ['l3', '删除'],
    ] as const)
      await runTurn(line.whoIs('oPerson'), { id, at: (state?.askedAt ?? 0) - 1, t: 'text', text });
    expect((await line.stateOf())?.at).toBe('receipt');
  });

  test('a late second 删除 does not confirm the first', async () => {
    const { line, runTurn, person } = await summaryOf();
    await person.says('删除');
    const asked = (await line.stateOf())?.askedAt ?? 0;
    await runTurn(line.whoIs('oPerson'), { id: 'l', at: asked - 1, t: 'text', text: '删除' });
    expect(await line.stateOf()).not.toBeNull();
  });
});

describe('two processes, two phones', () => {
  test('bubbles that arrive at two processes at once are all kept, once each', async () => {
    const { line, runTurn } = await begun(['我要举报', '1']);
    const other = line.process();
    const at = Math.floor(line.clock.now() / 1_000) + 1;
    const bubbles = Array.from({ length: 6 }, (_none, n) => `第几段话呢${'甲乙丙丁戊己'.charAt(n)}`);
    await Promise.all(
      bubbles.flatMap((text, n) =>
        [runTurn, other].map((turn: RunTurn) =>
          turn(line.whoIs('oPerson'), { id: `b${String(n)}`, at, t: 'text', text }),
        ),
      ),
    );
    expect([...((await line.stateOf())?.parts ?? [])].sort()).toEqual([...bubbles].sort());
  });

  test('a report sent at two processes at once is one report with one receipt', async () => {
    const { line, runTurn } = await summaryOf();
    const other = line.process();
    const at = Math.floor(line.clock.now() / 1_000) + 1;
    const send = (turn: RunTurn, id: string) =>
      turn(line.whoIs('oPerson'), { id, at, t: 'text', text: '确认发送' });
    const answers = await Promise.all([send(runTurn, 'p'), send(other, 'q')]);
    expect(line.stored.stored.size).toBe(1);
    expect(new Set(answers.map((answer) => receiptIn(visible(answer?.text ?? ''))))).toEqual(
      new Set([receiptIn(visible(answers[0]?.text ?? ''))]),
    );
    expect(receiptIn(visible(answers[0]?.text ?? ''))).not.toBe('');
  });

  test('a new process for every message gives the same answers', async () => {
    const [one, many] = [createLine(), createLine()];
    const person = createPerson(one, one.process());
    for (const [at, words] of [...toSummary, '确认发送', '再见', '重复'].entries()) {
      const fresh = createPerson(many, many.process(), 'oPerson', at);
      expect(await fresh.says(words)).toBe(await person.says(words));
    }
  });
});

test('a report opened by the desk holds nothing of the account', async () => {
  const { line, person } = await summaryOf();
  await person.says('确认发送');
  const [report] = [...line.stored.stored.values()];
  expect(JSON.stringify(report)).not.toContain('oPerson');
  expect(report === undefined ? '' : openedReport(line, report).all).not.toContain('oPerson');
});
