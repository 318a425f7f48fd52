import { describe, expect, test } from '@jest/globals';
import type { RunTurn } from '../../../bot/flows/run-turn.js';
import { isSecret } from '../../../bot/flows/secrecy.js';
import type { Reply } from '../../../bot/dialogue/types.js';
import { createLine, type Line } from '../../support/line.js';
import { toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

let count = 0;
async function answer(line: Line, turn: RunTurn, text: string, id?: string) {
  count += 1;
  line.clock.advance(1_000);
  const at = Math.floor(line.clock.now() / 1_000);
  return turn(line.whoIs('oPerson'), { id: id ?? `m${String(count)}`, at, t: 'text', text });
}
async function answers(line: Line, texts: readonly string[]) {
  const turn = line.process();
  const all = [];
  for (const text of texts) all.push(await answer(line, turn, text));
  return { turn, secrets: all.map((one) => one?.secret), last: all.at(-1) };
}

describe('what may be said by another way than the reply slot', () => {
  test('is a greeting, a question, an article, a common answer', async () => {
    const said = [
      ...['你好', '帮助', '宣传文章', '更多', '回到列表', '案例', '数字', '搜 种子', '搜 核潜艇'],
      ...['文章12', '更多', '文章12第3页', '更多', 'article 14', '文章99', '我要举报', '宣传文章', '重复'],
    ];
    const { secrets } = await answers(createLine(), said);
    expect(said.filter((_words, at) => secrets[at] !== false)).toEqual([]);
  });

  test('is no list of articles that says how it is read while something is told', async () => {
    const { secrets } = await answers(createLine(), ['我要举报', '1', '宣传文章', '文章12']);
    expect(secrets).toEqual([false, true, true, true]);
  });

  test('is a question that an answer did not fit', async () => {
    expect((await answers(createLine(), ['我要举报', '77'])).secrets).toEqual([false, false]);
  });

  test('is no answer that shows what was told, or that something was', async () => {
    const { secrets } = await answers(createLine(), [
      ...['我要举报', '1', '他偷拍了图纸', '说完了', '昨天', '返回', '修改', '删除'],
    ]);
    expect(secrets).toEqual([false, true, true, true, true, true, true, true]);
  });

  test('is no summary, no receipt, and nothing while a report is looked after', async () => {
    const line = createLine();
    const { turn, secrets, last } = await answers(line, [...toSummary, '确认发送']);
    expect(secrets.slice(-2)).toEqual([true, true]);
    const receipt = receiptIn(last?.text ?? '') ?? '';
    expect(receipt).not.toBe('');
    expect((await answer(line, turn, receipt.replace(/\D/g, '').slice(-4)))?.secret).toBe(true);
    for (const text of [receipt, '帮助', '宣传文章'])
      expect([text, await answer(line, turn, text)]).toMatchObject([text, { secret: true }]);
    const left = await answer(line, turn, '取消', 'left');
    expect([left?.secret, (await answer(line, turn, '取消', 'left'))?.secret]).toEqual([true, true]);
  });

  test('stays what it was when a message is delivered again', async () => {
    const line = createLine();
    const { turn } = await answers(line, ['我要举报']);
    const first = await answer(line, turn, '1', 'twice');
    expect([first?.secret, await answer(line, turn, '1', 'twice')]).toEqual([true, first]);
    await answer(line, turn, '删除');
    const ended = await answer(line, turn, '2', 'ended');
    expect([ended?.secret, await answer(line, turn, '2', 'ended')]).toEqual([true, ended]);
  });

  test('is that something broke', async () => {
    const line = createLine({ readers: false, sessions: brokenSessions });
    expect((await answers(line, ['我要举报', '我要举报', 'x'])).secrets).toEqual([false, false, false]);
  });

  test('is no text that nobody thought of', () => {
    const reply: Reply = { lang: 'zh', say: [{ text: 'greeting' }], choices: [], offer: [], secret: false };
    expect(isSecret(reply)).toBe(false);
    expect(isSecret({ ...reply, secret: true })).toBe(true);
    expect(isSecret({ ...reply, say: [{ text: 'greeting' }, { text: 'one.day' }] })).toBe(true);
    expect(isSecret({ ...reply, choices: [{ say: { text: 'change.choice' }, tap: 'change:who' }] })).toBe(
      true,
    );
  });
});

const gone = async (): Promise<never> => {
  throw new Error('broken');
};
const brokenSessions = { load: gone, save: gone, remove: gone, burn: gone, ending: gone };
