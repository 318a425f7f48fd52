import { describe, expect, test } from '@jest/globals';
import { DomainError, type ErrorCode } from '../../../domain/errors.js';
import type { SealedIntake } from '../../../domain/reports/receive-report.js';
import { withFaults } from '../../support/fakes/faults.js';
import { ann, boxOf, envelopesFor, intake, recovery, sealedLine } from './sealed.js';

const refused = (code: ErrorCode) => new DomainError(code);

describe('a report that was sealed elsewhere', () => {
  test('is stored as it came, under a case number that the line draws', async () => {
    const { receiveReport, stored } = sealedLine();
    const sent = intake();
    const received = await receiveReport.receive(sent);
    expect(received).toEqual({
      ...{ caseNumber: expect.stringMatching(/^\d{8}$/), receivedDay: '2026-12-01', dueDay: '2026-12-04' },
      again: false,
    });
    const { reportId, files: _files, items, ...rest } = sent;
    expect(await stored.reports.byId(reportId)).toEqual({
      ...{ ...rest, id: reportId, caseNumber: received.caseNumber, state: 'received' },
      ...{ receivedDay: '2026-12-01', dueDay: '2026-12-04', unread: { desk: false, reporter: false } },
      items: items.map((item) => ({ ...item, day: '2026-12-01' })),
    });
  });

  test('sent again is the same report, also after something was added to it', async () => {
    const { receiveReport, stored } = sealedLine();
    const first = await receiveReport.receive(intake());
    const item = { id: 'd'.repeat(32), purpose: 'addition', box: boxOf(200), day: '2026-12-02' } as const;
    await stored.reports.append(intake().reportId, item, 'desk', ['received'], 200);
    const never = async (): Promise<void> => {
      throw new Error('nothing is to be done before');
    };
    expect(await receiveReport.receive(intake(), never)).toEqual({ ...first, again: true });
    expect(await receiveReport.earlier(intake())).toEqual({ ...first, again: true });
    expect(stored.reports.stored.size).toBe(1);
  });

  const [answers, person] = intake().items;
  if (answers === undefined || person === undefined) throw new Error('no items');
  test.each<[string, Partial<SealedIntake>]>([
    ['a byte of an item', { items: [{ ...answers, box: boxOf(300, 9) }, person] }],
    ['an item less', { items: [answers] }],
    ['an item more', { items: [answers, person, { ...person, id: 'e'.repeat(32) }] }],
    ['an item’s purpose', { items: [answers, { ...person, purpose: 'contact' }] }],
    ['the order of the items', { items: [person, answers] }],
    ['a reader more', { envelopes: envelopesFor('recovery', 'ann') }],
    ['the way', { way: 'mini-program' }],
    ['the receipt', { proofHash: new Uint8Array(32).fill(99) }],
    ['what the receipt opens', { wrappedThread: boxOf(73, 9) }],
    ['a key', { contentPk: new Uint8Array(32).fill(99) }],
    ['the other key', { threadPk: new Uint8Array(32).fill(99) }],
  ])('under an id that is taken is another one if it differs in %s', async (_what, changes) => {
    const { receiveReport, stored } = sealedLine();
    await receiveReport.receive(intake());
    const before = structuredClone([...stored.reports.stored.values()]);
    const other = intake(1, changes);
    await expect(receiveReport.receive(other)).rejects.toThrow(refused('report.id_taken'));
    await expect(receiveReport.earlier(other)).rejects.toThrow(refused('report.id_taken'));
    expect([...stored.reports.stored.values()]).toEqual(before);
  });

  test('with a receipt that is taken is refused and stores nothing', async () => {
    const { receiveReport, stored } = sealedLine();
    await receiveReport.receive(intake());
    const other = intake(2, { proofHash: intake().proofHash });
    await expect(receiveReport.receive(other)).rejects.toThrow(refused('report.receipt_taken'));
    expect(stored.reports.stored.size).toBe(1);
  });

  test.each<[string, Partial<SealedIntake>, ErrorCode]>([
    ['has no answers', { items: [person] }, 'report.malformed'],
    ['has answers twice', { items: [answers, { ...answers, id: 'e'.repeat(32) }] }, 'report.malformed'],
    ['has an item id twice', { items: [answers, { ...person, id: answers.id }] }, 'report.malformed'],
    [
      'has an item of another version',
      { items: [{ ...answers, box: boxOf(300).fill(2, 0, 1) }] },
      'report.malformed',
    ],
    ['has an item too short to be sealed', { items: [{ ...answers, box: boxOf(100) }] }, 'report.malformed'],
    ['has a wrapped key one byte short', { wrappedThread: boxOf(72) }, 'report.malformed'],
    [
      'has an envelope one byte long',
      { envelopes: envelopesFor('recovery').map((one) => ({ ...one, box: boxOf(114) })) },
      'report.malformed',
    ],
    ['is too large', { items: [{ ...answers, box: boxOf(1_310_721) }] }, 'report.too_large'],
    [
      'has too many items',
      {
        items: [
          answers,
          ...Array.from({ length: 100 }, (_, n) => ({ ...person, id: n.toString(16).padStart(32, 'f') })),
        ],
      },
      'report.too_large',
    ],
    ['is sealed to nobody', { envelopes: [] }, 'report.readers_changed'],
    ['leaves the last resort out', { envelopes: envelopesFor('ann') }, 'report.readers_changed'],
    ['is sealed to a stranger too', { envelopes: envelopesFor('recovery', 'eve') }, 'report.readers_changed'],
    [
      'has one half only for a reader',
      { envelopes: envelopesFor('recovery', 'ann').slice(0, 3) },
      'report.readers_changed',
    ],
    [
      'has a half twice',
      { envelopes: [...envelopesFor('recovery'), ...envelopesFor('recovery')] },
      'report.readers_changed',
    ],
  ])('that %s is refused before anything is done', async (_what, changes, code) => {
    const { receiveReport, stored } = sealedLine();
    let before = 0;
    const settle = async (): Promise<void> => void (before += 1);
    await expect(receiveReport.receive(intake(1, changes), settle)).rejects.toThrow(refused(code));
    expect([before, stored.reports.stored.size]).toEqual([0, 0]);
  });

  test('is not taken where nobody could read it', async () => {
    const { receiveReport } = sealedLine({ readers: [] });
    await expect(receiveReport.receive(intake())).rejects.toThrow(refused('report.not_taken_here'));
  });

  test('may be sealed to some of the readers, the last resort among them', async () => {
    const { receiveReport } = sealedLine({ readers: [recovery, ann] });
    const both = intake(2, { envelopes: envelopesFor('recovery', 'ann') });
    expect([await receiveReport.receive(intake()), await receiveReport.receive(both)]).toHaveLength(2);
  });

  test('gets another case number where one is taken, five times at most', async () => {
    let taken = 4;
    let inserts = 0;
    const line = sealedLine({
      wrap: (stores) => ({
        ...stores,
        reports: withFaults(
          stores.reports,
          (method) => (method === 'insert' && (inserts += 1) <= taken ? 'before' : undefined),
          'report.case_taken',
        ),
      }),
    });
    await line.receiveReport.receive(intake());
    expect([inserts, line.stored.reports.stored.size]).toEqual([5, 1]);
    [inserts, taken] = [0, 5];
    await expect(line.receiveReport.receive(intake(2))).rejects.toThrow(refused('report.case_taken'));
    expect(inserts).toBe(5);
  });
});
