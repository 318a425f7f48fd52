import { describe, expect, test } from '@jest/globals';
import { DomainError, type ErrorCode } from '../../../domain/errors.js';
import { bounds } from '../../../domain/reports/bounds.js';
import { createReporterAccess } from '../../../domain/reports/reporter-access.js';
import type { Report, SealedItem } from '../../../domain/reports/report.js';
import { withFaults, type Plan } from '../../support/fakes/faults.js';
import { boxOf, forms, intake, sealedLine } from './sealed.js';

const refused = (code: ErrorCode) => new DomainError(code);
const addition = { id: 'd'.repeat(32), box: boxOf(200) };
const fileId = 'f'.repeat(32);
const ownerOf = (reportId: string): string => `files of ${reportId}`;

async function setUp(plan: Plan = () => undefined) {
  const line = sealedLine();
  await line.receiveReport.receive(intake());
  const { reports } = line.stored;
  const access = createReporterAccess({
    ...{ reports: withFaults(reports, plan), forms, clock: line.clock, files: line.files, ownerOf },
  });
  const now = async (): Promise<Report> => {
    const report = await reports.byId(intake().reportId);
    if (report === null) throw new Error('no report');
    return report;
  };
  return {
    ...{ ...line, access, now, rows: reports },
    become: async (change: Partial<Report>): Promise<void> =>
      void reports.stored.set(intake().reportId, { ...(await now()), ...change }),
    upload: async (id = fileId): Promise<void> => {
      const owner = ownerOf(intake().reportId);
      await line.files.begin(owner, { id, parts: 1, partBytes: 1_048_576 });
      await line.files.put(owner, id, 0, Uint8Array.of(7));
      await line.files.complete(owner, id, ['hash of 7']);
    },
  };
}

const reply = (n: number): SealedItem => ({
  ...{
    id: n.toString(16).padStart(32, '9'),
    purpose: 'reply',
    box: boxOf(200, n),
    day: '2026-12-02',
    by: 'ann',
  },
});

describe('a receipt', () => {
  test('finds its report, and unknown and wrong are one answer', async () => {
    const { access, now } = await setUp();
    expect(await access.byProof(intake().proofHash)).toEqual(await now());
    await expect(access.byProof(new Uint8Array(32))).rejects.toThrow(refused('report.receipt_wrong'));
  });

  test('shows where the report stands, and what may be done', async () => {
    const { access, now, become } = await setUp();
    expect(access.view(await now())).toEqual({
      ...{ caseNumber: expect.stringMatching(/^\d{8}$/), state: 'received' },
      ...{ receivedDay: '2026-12-01', dueDay: '2026-12-04', additions: 0, messages: 0 },
      ...{ outcome: null, keptUntil: null, mayAdd: true, mayWithdraw: true, mayDispute: false },
    });
    await access.add(await now(), addition);
    const items = [...(await now()).items, reply(1)];
    await become({ items, state: 'closed', outcome: 'mistaken', retentionDay: '2027-03-01' });
    expect(access.view(await now())).toMatchObject({
      ...{ state: 'closed', additions: 1, messages: 1, outcome: 'mistaken', keptUntil: '2027-03-01' },
      ...{ mayAdd: false, mayWithdraw: false, mayDispute: true },
    });
  });

  test('lists the desk’s messages alone, oldest first, and they are seen then', async () => {
    const { access, now, become, rows } = await setUp();
    const items = [...(await now()).items, reply(1), reply(2)];
    await become({ items, unread: { desk: true, reporter: true } });
    expect(await access.messages(await now())).toEqual([reply(1), reply(2)]);
    expect((await now()).unread).toEqual({ desk: true, reporter: false });
    const before = rows.stored.get(intake().reportId);
    await access.messages(await now());
    expect(rows.stored.get(intake().reportId)).toBe(before);
  });
});

describe('an addition', () => {
  test('is stored once, unread for the desk, with the files it names', async () => {
    const { access, now, upload, stored } = await setUp();
    await upload();
    const sent = { ...addition, files: [fileId] };
    expect(await access.add(await now(), sent)).toBe('2026-12-01');
    expect((await now()).items.at(-1)).toEqual({ ...addition, purpose: 'addition', day: '2026-12-01' });
    expect((await now()).unread).toEqual({ desk: true, reporter: false });
    expect([[...stored.evidence.settled.keys()], stored.uploads.stored.size]).toEqual([[`${fileId}/0`], 0]);
  });

  test('sent again gives the same day, also days later and when the report is closed meanwhile', async () => {
    const { access, now, clock, become } = await setUp();
    await access.add(await now(), addition);
    clock.advance(3 * 24 * 3_600_000);
    await become({ state: 'closed' });
    expect(await access.add(await now(), addition)).toBe('2026-12-01');
    expect((await now()).items).toHaveLength(3);
  });

  test('of the same id and other bytes is refused, and so is one with the id of anything else', async () => {
    const { access, now, become } = await setUp();
    await access.add(await now(), addition);
    await become({ items: [...(await now()).items, reply(1)] });
    const taken = refused('report.id_taken');
    await expect(access.add(await now(), { ...addition, box: boxOf(201) })).rejects.toThrow(taken);
    for (const { id, box } of [reply(1), intake().items[0] ?? addition])
      await expect(access.add(await now(), { id, box })).rejects.toThrow(taken);
    expect((await now()).items).toHaveLength(4);
  });

  test('sent twice at once is stored once, and both are told so', async () => {
    const { access, now, upload, stored } = await setUp();
    await upload();
    const report = await now();
    const sent = { ...addition, files: [fileId] };
    const days = await Promise.all([1, 2, 3].map(() => access.add(report, sent)));
    expect(days).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    expect((await now()).items).toHaveLength(3);
    expect([stored.evidence.settled.size, stored.uploads.stored.size]).toEqual([1, 0]);
  });

  test('that was stored while its answer was lost is told so at once', async () => {
    let faults = 0;
    const { access, now } = await setUp((method) =>
      method === 'append' && (faults += 1) === 1 ? 'after' : undefined,
    );
    expect(await access.add(await now(), addition)).toBe('2026-12-01');
    expect((await now()).items).toHaveLength(3);
  });

  test.each<[string, object, ErrorCode]>([
    ['of another version', { box: boxOf(200).fill(2, 0, 1) }, 'report.malformed'],
    ['too short to be sealed', { box: boxOf(100) }, 'report.malformed'],
    ['too large', { box: boxOf(bounds.sealedAdditionBytes + 1) }, 'report.too_large'],
    ['with a file that is not there', { files: ['e'.repeat(32)] }, 'evidence.unknown'],
  ])('%s is refused and stores nothing', async (_what, changes, code) => {
    const { access, now } = await setUp();
    await expect(access.add(await now(), { ...addition, ...changes })).rejects.toThrow(refused(code));
    expect((await now()).items).toHaveLength(2);
  });

  test.each(['closed', 'withdrawn', 'deleted'] as const)(
    'to a report that is %s keeps no file',
    async (state) => {
      const { access, now, become, upload, stored } = await setUp();
      await upload();
      await become({ state });
      const sent = { ...addition, files: [fileId] };
      await expect(access.add(await now(), sent)).rejects.toThrow(refused('report.closed'));
      expect(stored.evidence.settled.size).toBe(0);
    },
  );

  test('finds a report closed that was open a moment ago', async () => {
    const { access, now, become } = await setUp();
    const before = await now();
    await become({ state: 'closed' });
    await expect(access.add(before, addition)).rejects.toThrow(refused('report.closed'));
  });

  test('has no room in a report that is full', async () => {
    const { access, now, become } = await setUp();
    const many = Array.from({ length: bounds.itemsForReporter }, (_, n) => reply(n));
    const before = await now();
    await become({ items: many });
    for (const report of [before, await now()])
      await expect(access.add(report, addition)).rejects.toThrow(refused('report.full'));
    expect(access.view(await now())).toMatchObject({ mayAdd: false });
  });
});

describe('disputing', () => {
  test('is an addition to a report that is closed, once, and to no other', async () => {
    const { access, now, become } = await setUp();
    await expect(access.dispute(await now(), addition)).rejects.toThrow(refused('report.not_closed'));
    await become({ state: 'closed' });
    expect(await access.dispute(await now(), addition)).toBe('2026-12-01');
    expect(await access.dispute(await now(), addition)).toBe('2026-12-01');
    expect((await now()).items.filter(({ purpose }) => purpose === 'addition')).toHaveLength(1);
    await become({ state: 'withdrawn' });
    const other = { ...addition, id: 'e'.repeat(32) };
    await expect(access.dispute(await now(), other)).rejects.toThrow(refused('report.not_closed'));
  });
});

describe('another receipt', () => {
  const to = { proofHash: new Uint8Array(32).fill(77), wrappedThread: boxOf(73, 9) };

  test('opens from then on, and the one before no longer', async () => {
    const { access, now } = await setUp();
    await access.changeReceipt(await now(), to);
    expect(await access.byProof(to.proofHash)).toMatchObject(to);
    await expect(access.byProof(intake().proofHash)).rejects.toThrow(refused('report.receipt_wrong'));
  });

  test('is put in the place of the one that was seen, and of no later one', async () => {
    const { access, now } = await setUp();
    const seen = await now();
    await access.changeReceipt(seen, to);
    const third = { ...to, proofHash: new Uint8Array(32).fill(78) };
    await expect(access.changeReceipt(seen, third)).rejects.toThrow(refused('report.receipt_wrong'));
    expect(await access.byProof(to.proofHash)).toMatchObject(to);
  });

  test('that is taken, or wraps nothing, changes nothing', async () => {
    const { access, now, receiveReport } = await setUp();
    await receiveReport.receive(intake(2));
    const taken = { ...to, proofHash: intake(2).proofHash };
    await expect(access.changeReceipt(await now(), taken)).rejects.toThrow(refused('report.receipt_taken'));
    const short = { ...to, wrappedThread: boxOf(72) };
    await expect(access.changeReceipt(await now(), short)).rejects.toThrow(refused('report.malformed'));
    expect((await now()).proofHash).toEqual(intake().proofHash);
  });
});
