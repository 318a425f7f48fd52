/** Sealed reports in right form, a line that takes them, and what cuts it. */
import type { SealedIntake } from '../../../domain/reports/receive-report.js';
import { createReceiveReport } from '../../../domain/reports/receive-report.js';
import { createSendSealed } from '../../../domain/reports/send-sealed.js';
import { createUploadFiles } from '../../../domain/evidence/upload-files.js';
import { createTickets } from '../../../domain/tickets/tickets.js';
import type { Reports } from '../../../domain/reports/ports.js';
import type { Tickets } from '../../../domain/tickets/ports.js';
import type { EvidenceStore, Uploads } from '../../../domain/evidence/ports.js';
import { createApiTokens } from '../../../vault/api-tokens.js';
import { isEnvelopeForm, isItemForm, isWrappedForm } from '../../../vault/sealed-form.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryEvidence } from '../../support/fakes/evidence.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import { memoryKeyring } from '../../support/fakes/keyring.js';
import { memoryReports } from '../../support/fakes/reports.js';
import { memoryTickets } from '../../support/fakes/tickets.js';
import { memoryUploads } from '../../support/fakes/uploads.js';
import { toyReader, toyVault } from '../../support/fakes/vault.js';
import { countingRandom, sodium } from '../../vault/support.js';

export const ann = toyReader('ann', 9);
export const recovery = toyReader('recovery', 1);
export const forms = { isEnvelope: isEnvelopeForm, isWrapped: isWrappedForm, isItem: isItemForm };

/** Sealed bytes of a right form: version 1, and `first` behind it. */
export const boxOf = (length: number, first = 7): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i === 0 ? 1 : (first + i * 31) % 251));
const envelopeLength = 113;
const wrappedLength = 73;

export const envelopesFor = (...readers: readonly string[]): SealedIntake['envelopes'] =>
  readers.flatMap((to) =>
    (['content', 'thread'] as const).map((of) => ({ to, of, box: boxOf(envelopeLength) })),
  );

/** A report as a device would send it; `n` makes it another one. */
export function intake(n = 1, changes: Partial<SealedIntake> = {}): SealedIntake {
  return {
    reportId: n.toString(16).padStart(32, 'a'),
    ...{ way: 'web', files: [] },
    ...{ proofHash: new Uint8Array(32).fill(n), wrappedThread: boxOf(wrappedLength, n) },
    ...{ contentPk: new Uint8Array(32).fill(n + 1), threadPk: new Uint8Array(32).fill(n + 2) },
    envelopes: envelopesFor('recovery'),
    items: [
      { id: n.toString(16).padStart(32, 'b'), purpose: 'answers', box: boxOf(300, n) },
      { id: n.toString(16).padStart(32, 'c'), purpose: 'person', box: boxOf(200, n) },
    ],
    ...changes,
  };
}

type Wrapped = {
  readonly reports: Reports;
  readonly tickets: Tickets;
  readonly uploads: Uploads;
  readonly evidence: EvidenceStore;
};

/** A line in memory that takes sealed reports; `wrap` may put failures around its stores. */
export function sealedLine(
  options: { readers?: readonly ReturnType<typeof toyReader>[]; wrap?: (stores: Wrapped) => Wrapped } = {},
) {
  const { readers = [recovery, ann], wrap = (stores: Wrapped) => stores } = options;
  const stored = {
    reports: memoryReports(),
    tickets: memoryTickets(),
    uploads: memoryUploads(),
    evidence: memoryEvidence(),
  };
  const { reports, tickets: ticketRows, uploads, evidence } = wrap(stored);
  const clock = handClock('2026-12-01T10:00:00+08:00'); // a Tuesday
  const random = countingRandom('line');
  const vault = createApiTokens(sodium, { secret: new Uint8Array(32).fill(5), random });
  const tickets = createTickets({ tickets: ticketRows, vault, clock });
  const files = createUploadFiles({
    ...{ uploads, evidence, clock, partSizes: [1_048_576] },
    hash: (bytes) => `hash of ${String(bytes[0])}`,
    isPart: (sealed) => sealed.length > 0,
  });
  const receiveReport = createReceiveReport({
    ...{ reports, vault: toyVault(), forms, clock, random, readWithin: 3, lastResort: 'recovery' },
    keyring: memoryKeyring(...readers.map(({ entry }) => entry)),
    holidays: async () => plainHolidays(),
  });
  const ownerOf = (ticket: string, reportId: string): string => vault.bound(ticket, reportId);
  return {
    ...{ stored, clock, vault, tickets, files, receiveReport, ownerOf, reports },
    send: createSendSealed({ receiveReport, tickets, files, ownerOf }),
    /** Uploads a file of one part for a report. */
    async upload(ticket: string, reportId: string, id: string): Promise<void> {
      const owner = await tickets.check(ticket, reportId);
      await files.begin(owner, { id, parts: 1, partBytes: 1_048_576 });
      await files.put(owner, id, 0, Uint8Array.of(7));
      await files.complete(owner, id, ['hash of 7']);
    },
  };
}

/** Counts what is asked of it. */
export function admissions() {
  const counts = { checked: 0, counted: 0 };
  return {
    counts,
    check: () => void (counts.checked += 1),
    count: () => void (counts.counted += 1),
  };
}
