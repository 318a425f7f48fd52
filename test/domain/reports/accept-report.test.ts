import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { toyReader } from '../../support/fakes/vault.js';
import { caseNumber, draft, line, receipt } from './line.js';

const refusal = (code: ConstructorParameters<typeof DomainError>[0]) => new DomainError(code);

describe('accepting a report', () => {
  test('it is stored under its own id, received, unread by nobody, with the promised day', async () => {
    const { accept, store } = line();
    expect(await accept(draft())).toEqual({ dueDay: '2026-11-25', already: false });
    expect(store.stored.get(draft().reportId)).toMatchObject({
      id: draft().reportId,
      caseNumber,
      state: 'received',
      way: 'chat',
      receivedDay: '2026-11-20',
      dueDay: '2026-11-25',
      unread: { desk: false, reporter: false },
    });
  });

  test('sent again on a later day it is the same report with the day first promised', async () => {
    const { accept, store, clock } = line();
    await accept(draft());
    clock.set('2026-11-23T09:00:00+08:00');
    expect(await accept(draft())).toEqual({ dueDay: '2026-11-25', already: true });
    expect(store.stored.size).toBe(1);
  });

  test('stored with its answer lost, it is found done when sent again', async () => {
    const { accept, store } = line({ wrap: (r) => withFaults(r, once([['insert', 'after']])) });
    await expect(accept(draft())).rejects.toThrow(refusal('storage.unavailable'));
    expect(await accept(draft())).toMatchObject({ already: true });
    expect(store.stored.size).toBe(1);
  });

  test('a case number or a receipt that another report has is left to the caller', async () => {
    const { accept, store } = line();
    await accept(draft());
    const second = { reportId: 'b'.repeat(32), caseNumber: '11111111', receipt: '00000000000000000000' };
    await expect(accept(draft({ ...second, caseNumber }))).rejects.toThrow(refusal('report.case_taken'));
    await expect(accept(draft({ ...second, receipt }))).rejects.toThrow(refusal('report.receipt_taken'));
    expect(store.stored.size).toBe(1);
  });

  test('it is sealed to trusted readers only', async () => {
    const stranger = { ...toyReader('stranger', 7).entry, signedBy: 'nobody' };
    const { accept, store } = line({ entries: [stranger, toyReader('recovery', 1).entry] });
    await accept(draft());
    const [report] = store.stored.values();
    expect(report?.envelopes.map((e) => `${e.to} ${e.of}`)).toEqual(['recovery content', 'recovery thread']);
  });

  test('where nobody could read it, it is refused and nothing is stored', async () => {
    const { accept, store } = line({ entries: [] });
    await expect(accept(draft())).rejects.toThrow(refusal('report.not_taken_here'));
    expect(store.stored.size).toBe(0);
  });

  test('the largest is taken, one byte or one item more is refused', async () => {
    const item = (n: number, size: number) => ({
      id: n.toString(16).padStart(32, '0'),
      purpose: 'answers' as const,
      bytes: new Uint8Array(size),
    });
    const { accept } = line();
    await expect(accept(draft({ items: [item(1, 1_048_577)] }))).rejects.toThrow(refusal('report.too_large'));
    const many = Array.from({ length: 101 }, (_, n) => item(n, 1));
    await expect(accept(draft({ items: many }))).rejects.toThrow(refusal('report.too_large'));
    expect(await accept(draft({ items: [item(1, 1_048_576)] }))).toMatchObject({ already: false });
  });
});
