import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { withFaults } from '../../support/fakes/faults.js';
import { memoryReports } from '../../support/fakes/reports.js';
import { memorySessions } from '../../support/fakes/sessions.js';
import { createLine, createPerson } from '../../support/line.js';
import { openedReport } from '../../support/reports.js';
import { holds, summaryOf, toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

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
    const receipt = receiptIn(await person.says('确认发送')) ?? '';
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

  test.each(['case', 'receipt'] as const)('a %s number that is taken is drawn anew', async (taken) => {
    const reports = memoryReports();
    const line = createLine({
      reports: {
        ...reports,
        insert: async (report) => {
          if (reports.stored.size === 0 && !line.said.includes('taken')) {
            line.said.push('taken');
            throw new DomainError(`report.${taken}_taken`);
          }
          return reports.insert(report);
        },
      },
    });
    const person = createPerson(line, line.process());
    for (const words of toSummary) await person.says(words);
    const drawn = (await line.stateOf())?.sending;
    const receipt = receiptIn(await person.says('确认发送'))?.replaceAll(' ', '');
    const [stored] = reports.stored.values();
    expect(receipt).toMatch(/^\d{20}$/);
    expect(receipt === drawn?.receipt).toBe(taken === 'case');
    expect(stored?.caseNumber === drawn?.caseNumber).toBe(taken === 'receipt');
    expect(line.errors).toEqual([]);
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
