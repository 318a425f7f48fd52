import { expect, test } from '@jest/globals';
import { createReadLog } from '../../../domain/audit/read-log.js';
import { DomainError } from '../../../domain/errors.js';
import { auditLog } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';

async function written() {
  const line = auditLog(handClock('2027-01-04T09:00:00Z'));
  for (const who of ['ann', 'bob', 'ann', 'ann']) await line.record({ who, act: 'staff.end', object: null });
  return { ...line, log: createReadLog(line) };
}
const numbers = (items: readonly { readonly seq: number }[]) => items.map(({ seq }) => seq);

test('reading the list is written down before it is shown, so it shows itself', async () => {
  const { log, acts } = await written();
  const { items, next } = await log.list('eve', {}, null, 50);
  expect(numbers(items)).toEqual([5, 4, 3, 2, 1]);
  expect([items[0]?.who, items[0]?.act, next]).toEqual(['eve', 'audit.read', null]);
  expect(acts().at(-1)).toEqual(['eve', 'audit.read', null]);
});

test('pages follow one another until there is no more', async () => {
  const { log } = await written();
  const first = await log.list('eve', { who: 'ann' }, null, 2);
  expect([numbers(first.items), first.next]).toEqual([[4, 3], 3]);
  const second = await log.list('eve', { who: 'ann' }, first.next, 2);
  expect([numbers(second.items), second.next]).toEqual([[1], null]);
  expect((await log.list('eve', { who: 'ann' }, null, 3)).next).toBeNull();
});

test('reading one entry is written down, unless there is none', async () => {
  const { log, acts } = await written();
  expect((await log.entry('eve', 2))?.who).toBe('bob');
  expect(acts().at(-1)).toEqual(['eve', 'audit.read', 'entry:2']);
  expect(await log.entry('eve', 99)).toBeNull();
  expect(acts()).toHaveLength(5);
});

test('what cannot be written down is not shown', async () => {
  const { audit } = await written();
  const record = () => Promise.reject(new DomainError('storage.unavailable'));
  const log = createReadLog({ audit, record });
  await expect(log.list('eve', {}, null, 50)).rejects.toMatchObject({ code: 'storage.unavailable' });
  await expect(log.entry('eve', 1)).rejects.toMatchObject({ code: 'storage.unavailable' });
});

test('the head is the last number and hash, and reading it moves nothing', async () => {
  const { log, audit } = await written();
  const last = await audit.last();
  expect(await log.head()).toEqual({ seq: 4, hash: last?.hash });
  expect(await log.head()).toEqual({ seq: 4, hash: last?.hash });
  const empty = auditLog(handClock('2027-01-04T09:00:00Z'));
  expect(await createReadLog(empty).head()).toBeNull();
});
