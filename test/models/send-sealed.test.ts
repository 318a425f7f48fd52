/** Two processes with connections of their own on one database: a sealed report is one report. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createSendSealed } from '../../domain/reports/send-sealed.js';
import { createReceiveReport } from '../../domain/reports/receive-report.js';
import { createTickets } from '../../domain/tickets/tickets.js';
import { connect } from '../../models/connect.js';
import { prepare } from '../../models/prepare.js';
import { createReportStore } from '../../models/report.store.js';
import { createTicketStore } from '../../models/ticket.store.js';
import { createUploadStore } from '../../models/upload.store.js';
import { createUploadFiles } from '../../domain/evidence/upload-files.js';
import { createApiTokens } from '../../vault/api-tokens.js';
import { admissions, forms, intake, recovery } from '../domain/reports/sealed.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { plainHolidays } from '../support/fakes/holidays.js';
import { memoryKeyring } from '../support/fakes/keyring.js';
import { toyVault } from '../support/fakes/vault.js';
import { countingRandom, sodium } from '../vault/support.js';

let database: TestDatabase;
let second: Connection;
const evidence = memoryEvidence();
beforeAll(async () => {
  database = await testDatabase();
  second = await connect(database.uri);
  for (const connection of [database.connection, second]) {
    processOn(connection, 'first');
    await prepare(connection);
  }
});
afterEach(() => database.empty());
afterAll(async () => {
  await second.close();
  await database.close();
});

function processOn(connection: Connection, seed: string) {
  const clock = handClock('2026-12-01T10:00:00+08:00');
  const random = countingRandom(seed);
  const reports = createReportStore(connection);
  const vault = createApiTokens(sodium, { secret: new Uint8Array(32).fill(5), random });
  const tickets = createTickets({ tickets: createTicketStore(connection), vault, clock });
  const files = createUploadFiles({
    ...{ uploads: createUploadStore(connection), evidence, clock, partSizes: [1_048_576] },
    ...{ hash: () => 'hash', isPart: () => true },
  });
  const receiveReport = createReceiveReport({
    ...{ reports, forms, clock, random, vault: toyVault(), keyring: memoryKeyring(recovery.entry) },
    ...{ holidays: async () => plainHolidays(), readWithin: 3, lastResort: 'recovery' },
  });
  const send = createSendSealed({
    ...{ receiveReport, tickets, files },
    ownerOf: (ticket, reportId) => vault.bound(ticket, reportId),
  });
  return { reports, tickets, files, send };
}

test('of twenty sendings at once by two processes there is one report, one ticket that is spent, and one answer', async () => {
  const fileId = 'f'.repeat(32);
  const sent = intake(1, { files: [fileId] });
  const lines = [processOn(database.connection, 'one'), processOn(second, 'two')];
  const [line] = lines;
  if (line === undefined) throw new Error('no process');
  const { ticket } = await line.tickets.forLogin();
  const owner = await line.tickets.check(ticket, sent.reportId);
  await line.files.begin(owner, { id: fileId, parts: 1, partBytes: 1_048_576 });
  await line.files.put(owner, fileId, 0, Uint8Array.of(7));
  await line.files.complete(owner, fileId, ['hash']);
  const admission = admissions();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (lines[n % 2] ?? line).send(sent, ticket, admission)),
  );
  expect(new Set(all.map(({ caseNumber }) => caseNumber)).size).toBe(1);
  expect([all.filter(({ again }) => !again).length, admission.counts.counted]).toEqual([1, 1]);
  expect(await line.reports.list(null, 10)).toHaveLength(1);
  await expect(line.tickets.check(ticket, sent.reportId)).rejects.toMatchObject({ code: 'ticket.required' });
  expect([...evidence.settled.keys()]).toEqual([`${fileId}/0`]);
});

test('of twenty different reports at once under one id, one is taken and nineteen are told', async () => {
  const lines = [processOn(database.connection, 'one'), processOn(second, 'two')];
  const tried = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, n) => {
      const line = lines[n % 2];
      if (line === undefined) throw new Error('no process');
      const { ticket } = await line.tickets.forLogin();
      const other = intake(n + 1, { reportId: intake().reportId });
      return line.send(other, ticket, admissions());
    }),
  );
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const codes = tried.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code?: string }).code] : [],
  );
  expect(new Set(codes)).toEqual(new Set(['report.id_taken']));
});
