import { describe, expect, test } from '@jest/globals';
import { fromUtf8, utf8 } from '../../../domain/bytes.js';
import { DomainError } from '../../../domain/errors.js';
import type { Thread } from '../../../domain/reports/open-thread.js';
import { draft, line, caseNumber, reader, receipt } from './line.js';

async function opened() {
  const l = line();
  await l.accept(draft());
  const thread = await l.openThread(receipt);
  if (!thread) throw new Error('the receipt does not open its thread');
  return { ...l, thread, id: thread.reportId };
}
const addition = (n: number, text = 'one more thing') => ({
  id: n.toString(16).padStart(32, '0'),
  bytes: utf8(text),
});

describe('opening a thread', () => {
  test('a receipt of no report and the case number get one answer after the same costly work', async () => {
    const { openThread, vault } = await opened();
    vault.argon2 = 0;
    expect(await openThread('00000000000000000000')).toBeNull();
    expect(await openThread(caseNumber)).toBeNull();
    expect(vault.argon2).toBe(2);
  });

  test('a report whose wrapped key was exchanged opens nothing', async () => {
    const { openThread, store, id } = await opened();
    const report = store.stored.get(id);
    if (report) store.stored.set(id, { ...report, wrappedThread: utf8('00|00') });
    expect(await openThread(receipt)).toBeNull();
  });

  test('it carries no key of the content', async () => {
    const { thread, store, vault } = await opened();
    const [report] = store.stored.values();
    const [item] = report?.items ?? [];
    expect(item && vault.openItem(thread.threadKey, thread.reportId, item)).toBeNull();
  });
});

describe('reading a thread', () => {
  test('it shows state, days, the number of additions and the messages', async () => {
    const { thread, add, reply, readThread } = await opened();
    await add(thread, addition(1));
    await reply(caseNumber, reader.keys, '  请说明时间  ');
    expect(await readThread(thread)).toEqual({
      caseNumber,
      state: 'received',
      receivedDay: '2026-11-20',
      dueDay: '2026-11-25',
      additions: 1,
      messages: [{ day: '2026-11-20', text: '请说明时间', verified: true }],
    });
  });

  test('reading clears the mark of the reporter and leaves that of the desk', async () => {
    const { thread, id, add, reply, readThread, store } = await opened();
    await add(thread, addition(1));
    await reply(caseNumber, reader.keys, 'hello');
    expect(store.stored.get(id)?.unread).toEqual({ desk: true, reporter: true });
    await readThread(thread);
    expect(store.stored.get(id)?.unread).toEqual({ desk: true, reporter: false });
  });

  test('a message that anybody with the database could have written is not verified', async () => {
    const { thread, id, reports, vault, readThread } = await opened();
    const forge = async (n: number, bytes: Uint8Array) => {
      const item = { id: n.toString(16).padStart(32, '0'), purpose: 'reply' as const, bytes };
      const box = vault.sealItem(thread.threadPk, id, item);
      const sealed = { id: item.id, purpose: item.purpose, box, day: '2026-11-20', by: 'recovery' };
      await reports.append(id, sealed, 'reporter', ['received'], 99);
    };
    await forge(1, utf8(JSON.stringify({ text: 'unsigned' })));
    await forge(2, utf8(JSON.stringify({ text: 'forged', by: 'recovery', signature: '00' })));
    await forge(3, utf8(JSON.stringify({ text: 'garbled', by: 'recovery', signature: 'xyz' })));
    await forge(4, utf8('no json'));
    expect((await readThread(thread))?.messages.map((m) => [m.text, m.verified])).toEqual([
      ['unsigned', false],
      ['forged', false],
      ['garbled', false],
    ]);
  });

  test('a message moved from another place does not open and is left out', async () => {
    const { thread, id, reply, readThread, store } = await opened();
    await reply(caseNumber, reader.keys, 'hello');
    const report = store.stored.get(id);
    if (!report) throw new Error('no report');
    const items = report.items.map((item) => ({ ...item, id: item.id.replace(/^./, 'f') }));
    store.stored.set(id, { ...report, items });
    expect((await readThread(thread))?.messages).toEqual([]);
  });

  test('of a report that is gone there is nothing to read', async () => {
    const { thread, readThread, store } = await opened();
    store.stored.clear();
    expect(await readThread(thread)).toBeNull();
  });
});

describe('adding', () => {
  test('the same message twice adds once', async () => {
    const { thread, add, readThread } = await opened();
    await add(thread, addition(1));
    await add(thread, addition(1));
    expect((await readThread(thread))?.additions).toBe(1);
  });

  test('what is added is sealed to those who read the report', async () => {
    const { thread, add, open } = await opened();
    await add(thread, addition(1, 'it was on Tuesday'));
    const items = (await open(caseNumber, reader.keys))?.items ?? [];
    expect(items.map((item) => [item.purpose, fromUtf8(item.bytes ?? new Uint8Array())])).toEqual([
      ['answers', 'somebody took money'],
      ['addition', 'it was on Tuesday'],
    ]);
  });

  test.each(['closed', 'withdrawn', 'deleted'] as const)('a %s report takes nothing', async (state) => {
    const { thread, id, add, reports } = await opened();
    await reports.move(id, ['received'], state);
    await expect(add(thread, addition(1))).rejects.toThrow(new DomainError('report.closed'));
  });

  test('a full report says so, takes a repeat, and the desk can still answer', async () => {
    const { thread, add, reply } = await opened();
    for (let n = 1; n < 200; n++) await add(thread, addition(n));
    await expect(add(thread, addition(200))).rejects.toThrow(new DomainError('report.full'));
    await add(thread, addition(199));
    expect(await reply(caseNumber, reader.keys, 'enough, thank you')).toBe(true);
  });

  test('an addition larger than the bound is refused', async () => {
    const { thread, add } = await opened();
    const huge = { id: '0'.repeat(32), bytes: new Uint8Array(16_385) };
    await expect(add(thread, huge)).rejects.toThrow(new DomainError('report.too_large'));
  });
});

describe('withdrawing', () => {
  const withdrawTwice = async (l: Awaited<ReturnType<typeof opened>>, thread: Thread) => {
    await l.withdraw(thread);
    await l.withdraw(thread);
    return l.store.stored.get(thread.reportId)?.state;
  };

  test('twice is the same as once, and from then on nothing is added', async () => {
    const l = await opened();
    expect(await withdrawTwice(l, l.thread)).toBe('withdrawn');
    await expect(l.add(l.thread, addition(1))).rejects.toThrow(new DomainError('report.closed'));
  });

  test('a closed report stays closed', async () => {
    const { thread, id, withdraw, reports, store } = await opened();
    await reports.move(id, ['received'], 'closed');
    await expect(withdraw(thread)).rejects.toThrow(new DomainError('report.closed'));
    expect(store.stored.get(id)?.state).toBe('closed');
  });
});
