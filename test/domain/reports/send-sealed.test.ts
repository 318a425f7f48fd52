import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { withFaults, type Fault } from '../../support/fakes/faults.js';
import { countingRandom } from '../../vault/support.js';
import { admissions, intake, sealedLine } from './sealed.js';

const fileId = 'f'.repeat(32);
const withFile = intake(1, { files: [fileId] });

async function prepared(wrap?: Parameters<typeof sealedLine>[0]) {
  const line = sealedLine(wrap);
  const { ticket } = await line.tickets.forLogin();
  await line.upload(ticket, withFile.reportId, fileId);
  return { ...line, ticket };
}

/** What is left once a report with a file is sent. */
function expectSentOnce({ stored }: Pick<Awaited<ReturnType<typeof prepared>>, 'stored'>): void {
  expect([...stored.reports.stored.keys()]).toEqual([withFile.reportId]);
  expect([...stored.evidence.settled.keys()]).toEqual([`${fileId}/0`]);
  expect([stored.evidence.pending.size, stored.uploads.stored.size]).toEqual([0, 0]);
  expect([...stored.tickets.stored.values()].map(({ state, bound }) => [state, bound])).toEqual([
    ['spent', null],
  ]);
}

describe('sending a sealed report', () => {
  test('stores it, keeps its files, spends its ticket, and counts once', async () => {
    const line = await prepared();
    const admission = admissions();
    const received = await line.send(withFile, line.ticket, admission);
    expect(received.again).toBe(false);
    expectSentOnce(line);
    expect(admission.counts).toEqual({ checked: 1, counted: 1 });
  });

  test('again gives the same answer, with the spent ticket and with another, and counts no more', async () => {
    const line = await prepared();
    const first = await line.send(withFile, line.ticket, admissions());
    const admission = admissions();
    const { ticket: another } = await line.tickets.forLogin();
    for (const ticket of [line.ticket, another])
      expect(await line.send(withFile, ticket, admission)).toEqual({ ...first, again: true });
    expect(admission.counts).toEqual({ checked: 0, counted: 0 });
    expect(line.stored.reports.stored.size).toBe(1);
  });

  test('needs an open ticket of its own', async () => {
    const line = await prepared();
    const required = new DomainError('ticket.required');
    await expect(line.send(withFile, 't_nothing', admissions())).rejects.toThrow(required);
    await expect(line.send(intake(2), line.ticket, admissions())).rejects.toThrow(required);
    await line.send(withFile, line.ticket, admissions());
    await expect(line.send(intake(2), line.ticket, admissions())).rejects.toThrow(required);
    expect(line.stored.reports.stored.size).toBe(1);
  });

  test('one that is over the limit stores nothing, and its ticket stays open', async () => {
    const line = await prepared();
    const over = () => {
      throw new DomainError('limit.reports');
    };
    await expect(line.send(withFile, line.ticket, { check: over, count: over })).rejects.toThrow(
      new DomainError('limit.reports'),
    );
    expect([line.stored.reports.stored.size, line.stored.evidence.settled.size]).toEqual([0, 0]);
    await line.send(withFile, line.ticket, admissions());
    expectSentOnce(line);
  });

  test('one that cannot be stored settles none of its files, and one with a file of another’s is refused', async () => {
    const line = await prepared();
    const malformed = { ...withFile, items: [] };
    await expect(line.send(malformed, line.ticket, admissions())).rejects.toMatchObject({
      code: 'report.malformed',
    });
    expect(line.stored.evidence.settled.size).toBe(0);
    const { ticket } = await line.tickets.forLogin();
    const theirs = intake(2, { files: [fileId] });
    await expect(line.send(theirs, ticket, admissions())).rejects.toMatchObject({ code: 'evidence.unknown' });
    expect([line.stored.reports.stored.size, line.stored.uploads.stored.size]).toEqual([0, 1]);
  });

  test('whoever sends a report of their own again forgets nobody else’s files', async () => {
    const line = await prepared();
    const { ticket } = await line.tickets.forLogin();
    await line.send(intake(2), ticket, admissions());
    await line.send(intake(2, { files: [fileId] }), ticket, admissions());
    expect([...line.stored.uploads.stored.keys()]).toEqual([fileId]);
  });

  test('ten at once are one report, one count, and one answer', async () => {
    const line = await prepared();
    const admission = admissions();
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => line.send(withFile, line.ticket, admission)),
    );
    expect(new Set(sent.map(({ caseNumber }) => caseNumber)).size).toBe(1);
    expect(sent.filter(({ again }) => !again)).toHaveLength(1);
    expect(admission.counts.counted).toBe(1);
    expectSentOnce(line);
  });

  test('of two different ones at once under one id one is taken, and the other is told', async () => {
    const line = await prepared();
    const other = { ...withFile, threadPk: new Uint8Array(32).fill(200) };
    const sent = await Promise.allSettled(
      [withFile, other].map((one) => line.send(one, line.ticket, admissions())),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'report.id_taken' },
    });
    expectSentOnce(line);
  });
});

test('two hundred cuts at drawn places, before a write or after it: sent again nothing is lost and nothing doubled', async () => {
  const random = countingRandom('cuts');
  const cutMethods = new Set<string>();
  let cuts = 0;
  for (let run = 0; run < 200; run += 1) {
    let on = false;
    let calls = 0;
    const plan = (method: string): Fault | undefined => {
      if (!on) return undefined;
      calls += 1;
      if (calls !== at) return undefined;
      cutMethods.add(method);
      return fault;
    };
    const [draw = 0, side = 0] = random(2);
    const at = 1 + (draw % 12);
    const fault: Fault = side % 2 === 0 ? 'before' : 'after';
    const line = await prepared({
      wrap: (stores) => ({
        reports: withFaults(stores.reports, plan),
        tickets: withFaults(stores.tickets, plan),
        uploads: withFaults(stores.uploads, plan),
        evidence: withFaults(stores.evidence, plan),
      }),
    });
    on = true;
    await line.send(withFile, line.ticket, admissions()).catch(() => null);
    cuts += calls >= at ? 1 : 0;
    on = false;
    await line.send(withFile, line.ticket, admissions());
    expectSentOnce(line);
  }
  expect(cuts).toBeGreaterThan(150);
  for (const method of ['insert', 'settle', 'spend', 'remove']) expect(cutMethods).toContain(method);
});
