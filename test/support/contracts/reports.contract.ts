import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import type { Reports } from '../../../domain/reports/ports.js';
import type { Report, SealedItem } from '../../../domain/reports/report.js';

let n = 0;
/** A report with its own id, case number and proof, a byte value of every kind in each sealed field. */
export function someReport(changes: Partial<Report> = {}): Report {
  const own = ++n;
  return {
    id: ((own * 40_503) % 65_536).toString(16).padStart(32, '0'),
    caseNumber: String(own).padStart(8, '0'),
    proofHash: Uint8Array.of(0, 255, own >> 8, own & 255, ...new Uint8Array(28).fill(1)),
    wrappedThread: Uint8Array.of(2, 3),
    contentPk: new Uint8Array(32).fill(4),
    threadPk: new Uint8Array(32).fill(5),
    envelopes: [
      { to: 'recovery', of: 'content', box: Uint8Array.of(6) },
      { to: 'recovery', of: 'thread', box: Uint8Array.of(7) },
    ],
    items: [{ id: '1'.repeat(32), purpose: 'answers', box: Uint8Array.of(8), day: '2026-11-22' }],
    way: 'chat',
    state: 'received',
    receivedDay: '2026-11-22',
    dueDay: '2026-11-25',
    unread: { desk: false, reporter: false },
    ...changes,
  };
}
const item = (id: number): SealedItem => ({
  id: id.toString(16).padStart(32, '0'),
  purpose: 'addition',
  box: Uint8Array.of(9, id % 256),
  day: '2026-11-23',
});

/** What every Reports promises. `make` gives an empty one. */
export function describeReportsContract(name: string, make: () => Promise<Reports>): void {
  const holding = async (report: Report) => {
    const reports = await make();
    await reports.insert(report);
    return reports;
  };

  describe(`${name}: reports`, () => {
    test('how it ended and when it goes come back with it', async () => {
      const report = someReport({ state: 'closed', outcome: 'mistaken', retentionDay: '2027-03-01' });
      const reports = await holding(report);
      expect(await reports.byId(report.id)).toEqual(report);
    });

    test('another receipt takes the place of the one it has, once, and of no other', async () => {
      const report = someReport();
      const other = someReport();
      const reports = await holding(report);
      await reports.insert(other);
      const to = { proofHash: new Uint8Array(32).fill(77), wrappedThread: Uint8Array.of(7, 8) };
      expect(await reports.changeReceipt(report.id, other.proofHash, to)).toBe(false);
      expect(await reports.changeReceipt(report.id, report.proofHash, to)).toBe(true);
      expect(await reports.changeReceipt(report.id, report.proofHash, to)).toBe(false);
      expect(await reports.byProof(report.proofHash)).toBeNull();
      expect(await reports.byProof(to.proofHash)).toEqual({ ...report, ...to });
      const taken = { ...to, proofHash: other.proofHash };
      await expect(reports.changeReceipt(report.id, to.proofHash, taken)).rejects.toThrow(
        new DomainError('report.receipt_taken'),
      );
      expect(await reports.byProof(other.proofHash)).toEqual(other);
    });

    test('of ten who change one receipt at once one does it', async () => {
      const report = someReport();
      const reports = await holding(report);
      const to = (n: number) => ({
        proofHash: new Uint8Array(32).fill(100 + n),
        wrappedThread: Uint8Array.of(n),
      });
      const done = await Promise.all(
        Array.from({ length: 10 }, (_, n) => reports.changeReceipt(report.id, report.proofHash, to(n))),
      );
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await reports.byProof(to(done.indexOf(true)).proofHash)).toMatchObject({ id: report.id });
    });

    test('a report comes back as it was put, by id, by case number and by proof', async () => {
      const report = someReport({ items: [{ ...item(1), purpose: 'reply', by: 'recovery' }, item(2)] });
      const reports = await holding(report);
      expect(await reports.byId(report.id)).toEqual(report);
      expect(await reports.byCase(report.caseNumber)).toEqual(report);
      expect(await reports.byProof(report.proofHash)).toEqual(report);
    });

    test('what is not there is null', async () => {
      const reports = await make();
      expect(await reports.byId('f'.repeat(32))).toBeNull();
      expect(await reports.byCase('99999999')).toBeNull();
      expect(await reports.byProof(new Uint8Array(32))).toBeNull();
    });

    test('the same report again is id_taken, whatever else is the same', async () => {
      const report = someReport();
      const reports = await holding(report);
      const again = [report, { ...report, caseNumber: '99999998', state: 'read' as const }];
      for (const other of again)
        await expect(reports.insert(other)).rejects.toThrow(new DomainError('report.id_taken'));
      expect(await reports.byId(report.id)).toEqual(report);
    });

    test('another report with the same case number is case_taken, with the same receipt receipt_taken', async () => {
      const report = someReport();
      const reports = await holding(report);
      const sameCase = someReport({ caseNumber: report.caseNumber });
      await expect(reports.insert(sameCase)).rejects.toThrow(new DomainError('report.case_taken'));
      const sameProof = someReport({ proofHash: report.proofHash });
      await expect(reports.insert(sameProof)).rejects.toThrow(new DomainError('report.receipt_taken'));
      expect(await reports.byId(sameCase.id)).toBeNull();
      expect(await reports.byId(sameProof.id)).toBeNull();
    });

    test('of ten who send one report at once one stores it', async () => {
      const reports = await make();
      const report = someReport();
      const sent = await Promise.allSettled(Array.from({ length: 10 }, () => reports.insert(report)));
      expect(sent.filter((s) => s.status === 'fulfilled')).toHaveLength(1);
    });

    test('an item is appended in order and marks the other side', async () => {
      const report = someReport();
      const reports = await holding(report);
      expect(await reports.append(report.id, item(1), 'desk', ['received'], 10)).toBe(true);
      const reply: SealedItem = { ...item(2), purpose: 'reply', by: 'recovery' };
      expect(await reports.append(report.id, reply, 'reporter', ['received'], 10)).toBe(true);
      expect(await reports.byId(report.id)).toEqual({
        ...report,
        items: [...report.items, item(1), reply],
        unread: { desk: true, reporter: true },
      });
    });

    test('the same item id again changes nothing and is true, also when the report is full or closed', async () => {
      const report = someReport();
      const reports = await holding(report);
      await reports.append(report.id, item(1), 'desk', ['received'], 2);
      await reports.seen(report.id, 'desk');
      const before = await reports.byId(report.id);
      const changed = { ...item(1), box: Uint8Array.of(77) };
      expect(await reports.append(report.id, changed, 'desk', ['received'], 2)).toBe(true);
      expect(await reports.append(report.id, changed, 'desk', ['read'], 2)).toBe(true);
      expect(await reports.byId(report.id)).toEqual(before);
    });

    test('nothing is appended to an unknown, a full, or a differently standing report', async () => {
      const report = someReport();
      const reports = await holding(report);
      expect(await reports.append('f'.repeat(32), item(1), 'desk', ['received'], 10)).toBe(false);
      expect(await reports.append(report.id, item(1), 'desk', ['received'], 1)).toBe(false);
      expect(await reports.append(report.id, item(1), 'desk', ['read', 'closed'], 10)).toBe(false);
      expect(await reports.byId(report.id)).toEqual(report);
    });

    test('of many appended at once no more than there is room for are kept', async () => {
      const report = someReport();
      const reports = await holding(report);
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          reports.append(report.id, item((i % 6) + 1), 'desk', ['received'], 4),
        ),
      );
      const ids = (await reports.byId(report.id))?.items.map((i) => i.id) ?? [];
      expect(ids).toHaveLength(4);
      expect(new Set(ids).size).toBe(4);
      expect(results.filter(Boolean)).toHaveLength(6);
    });

    test('a state moves from the states named and from no other', async () => {
      const report = someReport();
      const reports = await holding(report);
      expect(await reports.move(report.id, ['received', 'closed'], 'read')).toBe(true);
      expect(await reports.move(report.id, ['received', 'closed'], 'withdrawn')).toBe(false);
      expect(await reports.move('f'.repeat(32), ['received'], 'read')).toBe(false);
      expect(await reports.byId(report.id)).toEqual({ ...report, state: 'read' });
    });

    test('of two who move the same state one does it', async () => {
      const report = someReport();
      const reports = await holding(report);
      const moves = [1, 2, 3, 4].map(() => reports.move(report.id, ['received'], 'read'));
      expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    });

    test('seeing clears one side and leaves the other', async () => {
      const report = someReport({ unread: { desk: true, reporter: true } });
      const reports = await holding(report);
      await reports.seen(report.id, 'reporter');
      await reports.seen('f'.repeat(32), 'reporter');
      expect(await reports.byId(report.id)).toEqual({ ...report, unread: { desk: true, reporter: false } });
    });

    test('the list goes page by page in the order of ids, without sealed bytes', async () => {
      const reports = await make();
      const some = Array.from({ length: 5 }, () => someReport());
      for (const report of some) await reports.insert(report);
      const ids = some.map((report) => report.id).sort();
      const [first] = ids;
      const page = await reports.list(null, 3);
      expect(page.map((line) => line.id)).toEqual(ids.slice(0, 3));
      expect((await reports.list(ids[2] ?? null, 3)).map((line) => line.id)).toEqual(ids.slice(3));
      expect(page[0]).toEqual({
        id: first,
        caseNumber: some.find((report) => report.id === first)?.caseNumber,
        state: 'received',
        receivedDay: '2026-11-22',
        dueDay: '2026-11-25',
        items: 1,
        unread: { desk: false, reporter: false },
      });
    });
  });
}
