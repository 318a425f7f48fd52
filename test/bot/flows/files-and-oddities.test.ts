import { describe, expect, test } from '@jest/globals';
import { memorySessions } from '../../support/fakes/sessions.js';
import { createLine, createPerson } from '../../support/line.js';
import { onlyReport } from '../../support/reports.js';
import { settled } from '../../support/transcript.js';
import { begun, holds, summaryOf, toSummary } from './begun.js';
import { receiptIn } from '../../support/receipt-in.js';

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

  test('a file stays saved when the write that says so was made but seemed to be lost', async () => {
    const memory = memorySessions();
    let lying = false;
    let give: (file: { bytes: Uint8Array; type: string }) => void = () => undefined;
    const { line, person } = await begun(['我要举报'], {
      sessions: {
        ...memory,
        save: async (row, from) => {
          const lost = lying;
          lying = false;
          return (await memory.save(row, from)) && !lost;
        },
      },
      fetch: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    await person.sends({ t: 'file', media: 'image', ref: 'm' });
    lying = true;
    give({ bytes: Uint8Array.of(1), type: 'image/png' });
    await settled();
    expect(lying).toBe(false);
    expect(line.evidence.pending.size).toBe(1);
    expect(await person.says('1')).toContain('收到 1 个，已安全保存 1 个');
  });

  test('a file stays also when the report was sent before that is known', async () => {
    const memory = memorySessions();
    let give: (file: { bytes: Uint8Array; type: string }) => void = () => undefined;
    let between: (() => Promise<unknown>) | null = null;
    const { line, person } = await summaryOf({
      sessions: {
        ...memory,
        save: async (row, from) => {
          const won = await memory.save(row, from);
          const then = between;
          between = null;
          await then?.();
          return won && then === null;
        },
      },
      fetch: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    await person.sends({ t: 'file', media: 'image', ref: 'm' });
    let sent = '';
    between = async () => {
      sent = await person.says('确认发送');
    };
    give({ bytes: Uint8Array.of(1), type: 'image/png' });
    await settled();
    expect(receiptIn(sent)).not.toBe('');
    expect(onlyReport(line).files).toBe(1);
    expect(line.evidence.settled.size).toBe(1);
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
