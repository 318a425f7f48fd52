import { describe, expect, test } from '@jest/globals';
import { fromUtf8, utf8 } from '../../../domain/bytes.js';
import { DomainError } from '../../../domain/errors.js';
import { decodeReply } from '../../../domain/reports/reply.js';
import { withFaults } from '../../support/fakes/faults.js';
import { toyReader, toyVault } from '../../support/fakes/vault.js';
import { draft, line, caseNumber, reader } from './line.js';

async function taken(options?: Parameters<typeof line>[0]) {
  const l = line(options);
  await l.accept(draft());
  return l;
}
const stranger = toyReader('stranger', 9);

describe('opening a report', () => {
  test('the first opening makes it read and writes nothing else', async () => {
    const writes: string[] = [];
    const spy = ['insert', 'append', 'move', 'seen'];
    const l = await taken({
      wrap: (reports) =>
        withFaults(reports, (method) => {
          if (spy.includes(method)) writes.push(method);
          return undefined;
        }),
    });
    writes.length = 0;
    const first = await l.open(caseNumber, reader.keys);
    expect(first).toMatchObject({ caseNumber, state: 'read', way: 'chat', dueDay: '2026-11-25' });
    expect(first?.items.map((item) => fromUtf8(item.bytes ?? new Uint8Array()))).toEqual([
      'somebody took money',
    ]);
    await l.open(caseNumber, reader.keys);
    expect(writes).toEqual(['move']);
    expect([...l.store.stored.values()].map((r) => r.state)).toEqual(['read']);
  });

  test('unread additions are marked as seen', async () => {
    const l = await taken();
    const add = { id: '7'.repeat(32), bytes: utf8('more') };
    const [report] = l.store.stored.values();
    if (!report) throw new Error('no report');
    await l.add({ reportId: report.id, contentPk: report.contentPk }, add);
    await l.open(caseNumber, reader.keys);
    expect(l.store.stored.get(report.id)?.unread.desk).toBe(false);
  });

  test('a withdrawn report opens and stays withdrawn', async () => {
    const l = await taken();
    await l.withdraw({ reportId: draft().reportId });
    expect(await l.open(caseNumber, reader.keys)).toMatchObject({ state: 'withdrawn' });
    expect(l.store.stored.get(draft().reportId)?.state).toBe('withdrawn');
  });

  test('there is nothing under an unknown case number', async () => {
    expect(await (await taken()).open('00000000', reader.keys)).toBeNull();
  });

  test('keys without an envelope open nothing and leave it unread', async () => {
    const l = await taken();
    await expect(l.open(caseNumber, stranger.keys)).rejects.toThrow(
      new DomainError('report.sealed_to_others'),
    );
    const wrongKey = { ...stranger.keys, handlerId: 'recovery' };
    await expect(l.open(caseNumber, wrongKey)).rejects.toThrow(new DomainError('report.sealed_to_others'));
    expect(l.store.stored.get(draft().reportId)?.state).toBe('received');
  });

  test('an item that lies where it was not sealed for is shown as unreadable', async () => {
    const l = await taken();
    const report = l.store.stored.get(draft().reportId);
    if (!report) throw new Error('no report');
    const items = report.items.map((item) => ({ ...item, purpose: 'person' as const }));
    l.store.stored.set(report.id, { ...report, items });
    expect((await l.open(caseNumber, reader.keys))?.items[0]).toMatchObject({
      purpose: 'person',
      bytes: null,
    });
  });

  test('the desk sees its replies as the reporter does', async () => {
    const l = await taken();
    await l.reply(caseNumber, reader.keys, 'when was it?');
    const items = (await l.open(caseNumber, reader.keys))?.items ?? [];
    expect(items.flatMap((item) => item.reply ?? [])).toEqual([
      { text: 'when was it?', by: 'recovery', verified: true },
    ]);
  });
});

describe('replying', () => {
  test('may ask for one thing, and the signature is over the text alone', async () => {
    const l = await taken();
    const choice = { kind: 'choice', choices: ['yes', 'no'] } as const;
    await l.reply(caseNumber, reader.keys, 'when was it?', { kind: 'moment' });
    await l.reply(caseNumber, reader.keys, 'was it on foot?', choice);
    const items = (await l.open(caseNumber, reader.keys))?.items ?? [];
    const said = { by: 'recovery', verified: true };
    expect(items.flatMap((item) => item.reply ?? [])).toEqual([
      { text: 'when was it?', ...said, question: { kind: 'moment' } },
      { text: 'was it on foot?', ...said, question: choice },
    ]);
  });

  test('keys that the keyring does not lead to are refused before anything is stored', async () => {
    const l = await taken();
    const asRecovery = { ...stranger.keys, handlerId: 'recovery' };
    for (const keys of [stranger.keys, asRecovery])
      await expect(l.reply(caseNumber, keys, 'hello')).rejects.toThrow(new DomainError('keyring.untrusted'));
    expect(l.store.stored.get(draft().reportId)?.items).toHaveLength(1);
  });

  test('nothing and too much are refused, an unknown case number is answered with false', async () => {
    const l = await taken();
    await expect(l.reply(caseNumber, reader.keys, ' \n')).rejects.toThrow(new DomainError('request.invalid'));
    const long = '好'.repeat(501);
    await expect(l.reply(caseNumber, reader.keys, long)).rejects.toThrow(new DomainError('report.too_large'));
    expect(await l.reply('00000000', reader.keys, 'hello')).toBe(false);
  });

  test('a closed report can still be answered, a withdrawn one not', async () => {
    const l = await taken();
    await l.reports.move(draft().reportId, ['received'], 'closed');
    expect(await l.reply(caseNumber, reader.keys, 'this is what became of it')).toBe(true);
    await l.reports.move(draft().reportId, ['closed'], 'withdrawn');
    await expect(l.reply(caseNumber, reader.keys, 'hello')).rejects.toThrow(new DomainError('report.closed'));
  });
});

test('the list goes over all pages in the order of ids and says what is overdue', async () => {
  const l = line();
  const ids = Array.from({ length: 205 }, (_, n) => ((n * 7919) % 65_536).toString(16).padStart(32, '0'));
  for (const [n, reportId] of ids.entries())
    await l.accept(
      draft({ reportId, caseNumber: String(n).padStart(8, '0'), receipt: String(n).padStart(20, '0') }),
    );
  await l.open('00000003', reader.keys);
  l.clock.set('2026-11-26T00:00:00+08:00');
  const lines = [];
  for await (const entry of l.list()) lines.push(entry);
  expect(lines.map((entry) => entry.id)).toEqual([...ids].sort());
  expect(lines.filter((entry) => !entry.overdue).map((entry) => entry.caseNumber)).toEqual(['00000003']);
});

test.each([
  ['no kind', { choices: ['a'] }],
  ['an unknown kind', { kind: 'password' }],
  ['a choice without choices', { kind: 'choice' }],
  ['a choice among none', { kind: 'choice', choices: [] }],
  ['a choice among numbers', { kind: 'choice', choices: ['a', 1] }],
  ['a list', [{ kind: 'story' }]],
  ['words', 'story'],
])('a question of %s is none, and its text is read all the same', (_what, question) => {
  const vault = toyVault();
  const item = { id: '1'.repeat(32), purpose: 'reply', box: new Uint8Array(), day: '2026-11-20' } as const;
  const at = { vault, entries: [], reportId: draft().reportId, item };
  expect(decodeReply(utf8(JSON.stringify({ text: 'hello', question })), at)).toEqual({
    ...{ text: 'hello', by: null, verified: false },
  });
});
