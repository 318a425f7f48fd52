import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import type { Input } from '../../../bot/dialogue/types.js';
import type { RunTurn } from '../../../bot/flows/run-turn.js';
import { withFaults } from '../../support/fakes/faults.js';
import { memoryReports } from '../../support/fakes/reports.js';
import { memorySessions } from '../../support/fakes/sessions.js';
import { createLine, createPerson, visible, type Line, type LineOptions } from '../../support/line.js';
import { onlyReport, openedReport } from '../../support/reports.js';
import { holdsText, settled } from '../../support/transcript.js';

/** All that a person says from the first word to the summary. */
const toSummary = [
  '我要举报',
  '1',
  '他把图纸拍下来卖了',
  '说完了',
  '昨天',
  '东门外',
  '跳过',
  '1',
  '1',
  '没有',
  '1',
  '2',
  '同意',
];

async function summaryOf(options: LineOptions = {}) {
  const line = createLine(options);
  const runTurn = line.process();
  const person = createPerson(line, runTurn);
  for (const words of toSummary) await person.says(words);
  return { line, runTurn, person };
}
const holds = (line: Line, answer: string, id: string): boolean => holdsText(line.profile, answer, id);
const receiptIn = (answer: string): string => /\d{4} \d{4} – [\d ]+ – \d/.exec(answer)?.[0] ?? '';

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
    const end = await person.says(
      receiptIn(await person.says('重复'))
        .replace(/\D/g, '')
        .slice(-4),
    );
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
    const receipt = receiptIn(await person.says('确认发送'));
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

async function begun(words: readonly string[], options: LineOptions = {}) {
  const line = createLine(options);
  const runTurn = line.process();
  const person = createPerson(line, runTurn);
  for (const one of words) await person.says(one);
  return { line, runTurn, person };
}

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

describe('a store that fails', () => {
  test('a store that cannot be read is said, and the text sent again is taken once', async () => {
    const memory = memorySessions();
    let failing = false;
    const line = createLine({
      sessions: withFaults(memory, (method) => (failing && method === 'load' ? 'before' : undefined)),
    });
    const person = createPerson(line, line.process());
    for (const words of ['我要举报', '1', '他偷拍']) await person.says(words);
    failing = true;
    expect(holds(line, await person.says('还有一个人'), 'turn.not_saved')).toBe(true);
    failing = false;
    await person.says('还有一个人');
    const body = new TextDecoder().decode([...memory.rows.values()][0]?.body);
    expect(/"parts":\[[^\]]*\]/.exec(body)?.[0]).toBe('"parts":["他偷拍","还有一个人"]');
  });

  test('a failure after the save keeps one copy of the bubble, whatever is asked in between', async () => {
    const memory = memorySessions();
    let failing = false;
    const line = createLine({
      sessions: withFaults(memory, (method) => (failing && method === 'save' ? 'after' : undefined)),
    });
    const person = createPerson(line, line.process());
    for (const words of ['我要举报', '1', '他偷拍']) await person.says(words);
    failing = true;
    expect(holds(line, await person.says('还有一个人'), 'turn.not_saved')).toBe(true);
    failing = false;
    await person.says('重复');
    expect(holds(line, await person.says('还有一个人'), 'resend.known')).toBe(true);
    const body = new TextDecoder().decode([...memory.rows.values()][0]?.body);
    expect(/"parts":\[[^\]]*\]/.exec(body)?.[0]).toBe('"parts":["他偷拍","还有一个人"]');
  });

  test('after a failure before the save, the same number for the next question is an answer', async () => {
    const memory = memorySessions();
    let failing = false;
    const line = createLine({
      sessions: withFaults(memory, (method) => (failing && method === 'save' ? 'before' : undefined)),
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary.slice(0, 8)) await person.says(words);
    failing = true;
    expect(holds(line, await person.says('1'), 'turn.not_saved')).toBe(true);
    failing = false;
    expect(holds(line, await person.says('1'), 'q.evidence.ask')).toBe(true);
  });

  test.each(['before', 'after'] as const)(
    'a failure %s the insert leaves the summary; sent again it is one report',
    async (when) => {
      const reports = memoryReports();
      let failing = true;
      const line = createLine({
        reports: withFaults(reports, (method) => (failing && method === 'insert' ? when : undefined)),
      });
      const person = createPerson(line, line.process());
      for (const words of toSummary) await person.says(words);
      expect(holds(line, await person.says('确认发送'), 'send.failed')).toBe(true);
      failing = false;
      expect(receiptIn(await person.says('确认发送'))).not.toBe('');
      expect(reports.stored.size).toBe(1);
    },
  );

  test('what is said after an uncertain sending is never lost: the report is found, and the rest is led to its receipt', async () => {
    const reports = memoryReports();
    let failing = true;
    const line = createLine({
      reports: withFaults(reports, (method) => (failing && method === 'insert' ? 'after' : undefined)),
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary) await person.says(words);
    await person.says('确认发送');
    failing = false;
    const other = createPerson(line, line.process(), 'oPerson', 500);
    const answer = await other.says('对了他还有一个同伙在外面等着');
    expect([holds(line, answer, 'receipt.more'), receiptIn(answer) !== '']).toEqual([true, true]);
  });

  test('a sending that failed for sure leaves everything to be changed', async () => {
    const reports = memoryReports();
    let failing = true;
    const line = createLine({
      reports: withFaults(reports, (method) => (failing && method === 'insert' ? 'before' : undefined)),
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary) await person.says(words);
    await person.says('确认发送');
    failing = false;
    expect(holds(line, await person.says('对了他还有一个同伙在外面等着'), 'send.failed')).toBe(true);
    line.clock.advance(30_000);
    expect(holds(line, await person.says('对了他还有一个同伙在外面等着'), 'ack.note')).toBe(true);
    expect(holds(line, await person.says('文章'), 'learn.list')).toBe(true);
    expect(receiptIn(await person.says('确认发送'))).not.toBe('');
    const [report] = [...reports.stored.values()];
    expect(report === undefined ? '' : openedReport(line, report).all).toContain('同伙');
  });

  test('a crash between the insert and the write of the session shows the same receipt', async () => {
    const { line, person } = await summaryOf();
    const rows = new Map(line.memory.rows);
    const receipt = receiptIn(await person.says('确认发送'));
    line.memory.rows.clear();
    for (const [tag, row] of rows) line.memory.rows.set(tag, row);
    const again = createPerson(line, line.process(), 'oPerson', 500);
    expect(receiptIn(await again.says('确认发送'))).toBe(receipt);
    expect(line.stored.stored.size).toBe(1);
  });

  test('the third report of the day gets its receipt even if the session is written by somebody else meanwhile', async () => {
    const memory = memorySessions();
    let lose = false;
    const line = createLine({
      sessions: {
        ...memory,
        save: async (row, from) => {
          if (!lose) return memory.save(row, from);
          lose = false;
          return false;
        },
      },
      reportsDay: 1,
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary) await person.says(words);
    lose = true;
    expect(receiptIn(await person.says('确认发送'))).not.toBe('');
    expect(line.stored.stored.size).toBe(1);
  });

  test('a locator that is taken is drawn anew', async () => {
    const reports = memoryReports();
    const taken = createLine();
    const line = createLine({
      reports: {
        ...reports,
        insert: async (report) => {
          if (reports.stored.size === 0 && !line.said.includes('taken')) {
            line.said.push('taken');
            throw new DomainError('report.locator_taken');
          }
          return reports.insert(report);
        },
      },
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary) await person.says(words);
    const locator = (await line.stateOf())?.sending?.locator;
    const receipt = receiptIn(await person.says('确认发送'));
    expect(receipt).not.toBe('');
    expect(receipt.replace(/\D/g, '').startsWith(locator ?? '')).toBe(false);
    expect(taken.errors).toEqual([]);
  });

  test('a throw in a turn is apologised for; after the second the side question is let go, its words kept', async () => {
    const memory = memorySessions();
    let failing = false;
    const line = createLine({
      sessions: {
        ...memory,
        load: async (tags) => {
          if (failing) throw new TypeError('a defect');
          return memory.load(tags);
        },
      },
    });
    const person = createPerson(line, line.process());
    for (const words of ['我要举报', '1', '他偷拍', '会不会有人报复我？']) await person.says(words);
    failing = true;
    expect(holds(line, await person.says('1'), 'turn.sorry')).toBe(true);
    const second = person.says('1');
    expect(holds(line, await second, 'turn.let_go')).toBe(true);
    failing = false;
    expect(line.errors).toHaveLength(3);
    expect(line.errors.map(String).join()).not.toMatch(/偷拍|报复/);
    expect(await person.says('继续')).toContain('题');
    const body = new TextDecoder().decode([...memory.rows.values()][0]?.body);
    expect(body).toContain('会不会有人报复我？');
  });
});

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
    const wrong = '1234 5678 – 1234 5678 9012 3456 7890 – ';
    const receipt = Array.from('0123456789', (digit) => wrong + digit);
    let unknown = 0;
    for (let n = 0; n < 12; n += 1)
      for (const one of receipt) if (holds(line, await person.says(one), 'check.unknown')) unknown += 1;
    expect(unknown).toBe(10);
    line.clock.advance(3_600_000);
    for (const one of receipt) if (holds(line, await person.says(one), 'check.unknown')) unknown += 1;
    expect(unknown).toBe(11);
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
    const receipt = receiptIn(await person.says('确认发送'));
    await person.says(receipt);
    const open = line.vault.openReceipt.bind(line.vault);
    line.vault.openReceipt = async (locator, secret) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return open(locator, secret);
    };
    expect(holds(line, await person.says(receipt), 'check.later')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(holds(line, await person.says(receipt), 'thread.head')).toBe(true);
    expect(line.errors).toEqual([]);
  });
});

describe('files', () => {
  test('a file is fetched beside the turn, and its end is said with the next message', async () => {
    let give: (file: { bytes: Uint8Array; type: string }) => void = () => undefined;
    const { line, person } = await begun(['我要举报'], {
      fetch: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    expect(await person.sends({ t: 'file', media: 'image', ref: 'm' })).toContain(
      '收到 1 个，已安全保存 0 个',
    );
    give({ bytes: Uint8Array.of(1, 2), type: 'image/png' });
    await settled();
    expect(await person.says('1')).toContain('收到 1 个，已安全保存 1 个');
    expect((await line.stateOf())?.files[0]?.state).toBe('saved');
  });

  test('a file that cannot be fetched is named once and asked for again', async () => {
    const { line, person } = await begun(['我要举报'], { fetch: () => Promise.reject(new Error('gone')) });
    await person.sends({ t: 'file', media: 'image', ref: 'm' });
    await settled();
    expect(holds(line, await person.says('1'), 'file.failed')).toBe(true);
    expect(holds(line, await person.says('重复'), 'file.failed')).toBe(false);
    expect((await line.stateOf())?.files).toEqual([]);
  });

  test('the files of a dropped draft are removed, also one that is fetched only then', async () => {
    const gives: ((file: { bytes: Uint8Array; type: string }) => void)[] = [];
    const { line, person } = await begun(['我要举报'], {
      fetch: () => new Promise((resolve) => gives.push(resolve)),
    });
    await person.sends({ t: 'file', media: 'image', ref: 'm1' });
    await person.sends({ t: 'file', media: 'image', ref: 'm2' });
    gives[0]?.({ bytes: Uint8Array.of(1), type: 'image/png' });
    await settled();
    expect(line.evidence.pending.size).toBe(1);
    await person.says('删除');
    await person.says('2');
    gives[1]?.({ bytes: Uint8Array.of(2), type: 'image/png' });
    await settled();
    expect(line.evidence.pending.size + line.evidence.settled.size).toBe(0);
  });

  test('sending waits for files; “again” while one is still fetched leaves nothing behind', async () => {
    const gives: ((file: { bytes: Uint8Array; type: string }) => void)[] = [];
    const { line, person } = await summaryOf({ fetch: () => new Promise((resolve) => gives.push(resolve)) });
    await person.sends({ t: 'file', media: 'image', ref: 'm1' });
    expect(holds(line, await person.says('确认发送'), 'files.waiting')).toBe(true);
    expect(holds(line, await person.says('1'), 'files.waiting')).toBe(true);
    expect(line.stored.stored.size).toBe(0);
    gives[0]?.({ bytes: Uint8Array.of(1), type: 'image/png' });
    await settled();
    expect(receiptIn(await person.says('1'))).not.toBe('');
    expect(onlyReport(line).files).toBe(1);
    expect(line.evidence.settled.size).toBe(1);
  });

  test('an eleventh file is not taken, and that is said', async () => {
    const { line, person } = await begun(['我要举报']);
    for (let n = 0; n < 10; n += 1) await person.sends({ t: 'file', media: 'image', ref: `m${String(n)}` });
    expect(holds(line, await person.sends({ t: 'file', media: 'image', ref: 'more' }), 'file.too_many')).toBe(
      true,
    );
    expect((await line.stateOf())?.files).toHaveLength(10);
  });
});

describe('what no program expects', () => {
  test.each([
    ['three thousand bytes', '很'.repeat(1_000)],
    ['an emoji', '😀'],
    ['the end of CDATA', 'a ]]> b <a href="x">c</a>'],
    ['half a surrogate', 'was \ud83d is'],
    ['a placeholder', '{words} {n}'],
    ['nothing', ''],
    ['zero-width characters', '\u200b\u200d'],
    ['a right-to-left mark', '\u202e1'],
  ])('%s is answered within the limits at every question', async (_name, words) => {
    const line = createLine();
    const person = createPerson(line, line.process());
    for (const said of toSummary) {
      await person.says(said);
      const answer = await person.says(words);
      expect(answer).not.toBe('');
      await person.says('重复');
      if ((await line.stateOf())?.aside !== undefined) await person.says('继续');
      if (said === '说完了' || said === '我要举报') continue;
      break;
    }
    expect(line.said.filter((text) => new TextEncoder().encode(text).length > 2_048)).toEqual([]);
    expect(line.said.filter((text) => /<a href="x">/.test(text))).toEqual([]);
    expect(line.errors).toEqual([]);
  });
});

test('a report opened by the desk holds nothing of the account', async () => {
  const { line, person } = await summaryOf();
  await person.says('确认发送');
  const [report] = [...line.stored.stored.values()];
  expect(JSON.stringify(report)).not.toContain('oPerson');
  expect(report === undefined ? '' : openedReport(line, report).all).not.toContain('oPerson');
});
