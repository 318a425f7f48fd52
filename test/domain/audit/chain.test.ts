import { describe, expect, test } from '@jest/globals';
import { chained, noHash, type AuditEntry } from '../../../domain/audit/audit.js';
import { createRecordAct } from '../../../domain/audit/record-act.js';
import { createVerifyChain } from '../../../domain/audit/verify-chain.js';
import { auditLog, hashText } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';

const start = '2027-01-04T09:00:00Z';

async function written(entries: number) {
  const clock = handClock(start);
  const { audit, record } = auditLog(clock);
  for (let n = 1; n <= entries; n += 1) {
    clock.advance(1000);
    await record({ who: `person ${n}`, act: 'audit.read', object: n % 2 === 0 ? `entry:${n}` : null });
  }
  return { audit, entries: audit.entries, verify: createVerifyChain({ audit, hash: hashText }) };
}

describe('writing an act down', () => {
  test('makes an entry that names the one before by its hash', async () => {
    const { entries } = await written(2);
    const [first, second] = entries;
    expect(first).toMatchObject({ seq: 1, at: Date.parse(start) + 1000, who: 'person 1', before: noHash });
    expect(second).toMatchObject({ seq: 2, object: 'entry:2', before: first?.hash });
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
    const whole = JSON.stringify([1, Date.parse(start) + 1000, 'person 1', 'audit.read', null, noHash]);
    expect(first?.hash).toBe(hashText(whole));
  });

  test('by many at the same moment leaves one row', async () => {
    const { audit, record } = auditLog(handClock(start));
    const acts = Array.from({ length: 15 }, (_, n) =>
      record({ who: `${n}`, act: 'audit.read', object: null }),
    );
    expect((await Promise.all(acts)).map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      acts.map((_, n) => n + 1),
    );
    const verify = createVerifyChain({ audit, hash: hashText });
    expect(await verify()).toEqual({ ok: true, entries: 15, brokenAt: null });
  });

  test('gives up when others are always faster', async () => {
    const { audit } = await written(0);
    const log = { ...audit, append: async () => false };
    const record = createRecordAct({ audit: log, clock: handClock(start), hash: hashText });
    const recorded = record({ who: 'a', act: 'audit.read', object: null });
    await expect(recorded).rejects.toMatchObject({ code: 'storage.unavailable' });
  });
});

describe('the chain', () => {
  test.each([0, 1, 499, 500, 501, 1000, 1203])(
    'of %i entries as they were written is whole',
    async (count) => {
      const { verify } = await written(count);
      expect(await verify()).toEqual({ ok: true, entries: count, brokenAt: null });
    },
  );

  const changes: [string, Partial<AuditEntry>][] = [
    ['number', { seq: 700 }],
    ['time', { at: 0 }],
    ['person', { who: 'another' }],
    ['act', { act: 'staff.end' }],
    ['object', { object: 'staff:1' }],
    ['hash of the one before', { before: noHash }],
    ['hash', { hash: noHash }],
  ];

  test.each(changes)('shows an entry whose %s was changed', async (_what, change) => {
    const { entries, verify } = await written(600);
    const [found] = entries.splice(554, 1);
    if (found !== undefined) entries.splice(554, 0, { ...found, ...change });
    expect(await verify()).toEqual({ ok: false, entries: 554, brokenAt: 555 });
  });

  test('shows an entry that was written anew with a hash that fits it, at the next one', async () => {
    const { entries, verify } = await written(10);
    const [found] = entries.splice(4, 1);
    const { hash: _old, ...bare } = { ...found, who: 'another' } as AuditEntry;
    entries.splice(4, 0, { ...bare, hash: hashText(chained(bare)) });
    expect(await verify()).toEqual({ ok: false, entries: 5, brokenAt: 6 });
  });

  test.each([
    ['the first', 0, 1],
    ['one between', 4, 5],
  ])('shows that %s was taken out', async (_what, index, brokenAt) => {
    const { entries, verify } = await written(10);
    entries.splice(index, 1);
    expect(await verify()).toEqual({ ok: false, entries: brokenAt - 1, brokenAt });
  });

  test('does not show that its end was cut off: that is what a head kept elsewhere is for', async () => {
    const { entries, verify } = await written(10);
    entries.pop();
    expect(await verify()).toEqual({ ok: true, entries: 9, brokenAt: null });
  });
});
