/**
 * What a receipt gives to a device that opens and seals by itself: the proof finds the report, the thread's key stays
 * where the receipt is. Unknown and wrong are one answer.
 */
import { hex } from '../bytes.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { bounds, openToReporter } from './bounds.js';
import type { Reports, SealedForms } from './ports.js';
import type { Report, ReportState, SealedItem } from './report.js';
import { disputable, type ReporterView, viewOf } from './reporter-view.js';
import type { NamedFiles } from './send-sealed.js';

/** Something a device sealed to those who read the report. */
export interface SealedAddition {
  readonly id: string;
  readonly box: Uint8Array;
  /** files that were uploaded for it */
  readonly files?: readonly string[];
}

export interface ReporterAccess {
  /** @throws DomainError report.receipt_wrong */
  byProof(proofHash: Uint8Array): Promise<Report>;
  view(report: Report): ReporterView;
  /** The desk's messages, oldest first; they count as seen. */
  messages(report: Report): Promise<readonly SealedItem[]>;
  /**
   * Adds once; answers the day. @throws DomainError report.malformed, report.too_large, report.closed, report.full,
   * report.id_taken (something else has this id), evidence.unknown, evidence.incomplete
   */
  add(report: Report, addition: SealedAddition): Promise<string>;
  /** Says that how it ended is wrong. @throws as `add`, report.not_closed instead of report.closed */
  dispute(report: Report, addition: SealedAddition): Promise<string>;
  /**
   * Another receipt opens the thread from now on, and the one before no longer. @throws DomainError report.malformed,
   * report.receipt_taken, report.receipt_wrong (it was changed meanwhile)
   */
  changeReceipt(
    report: Report,
    to: { readonly proofHash: Uint8Array; readonly wrappedThread: Uint8Array },
  ): Promise<void>;
}

interface AccessPorts {
  readonly reports: Reports;
  readonly forms: SealedForms;
  readonly clock: Clock;
  readonly files: NamedFiles;
  /** the name under which a report keeps files on their way */
  readonly ownerOf: (reportId: string) => string;
}

/** @throws DomainError storage.unavailable from each */
export function createReporterAccess(ports: AccessPorts): ReporterAccess {
  const { reports, forms } = ports;
  const append = createAppend(ports);
  return {
    async byProof(proofHash) {
      const report = await reports.byProof(proofHash);
      if (report === null) throw new DomainError('report.receipt_wrong');
      return report;
    },
    view: viewOf,
    async messages(report) {
      if (report.unread.reporter) await reports.seen(report.id, 'reporter');
      return report.items.filter(({ purpose }) => purpose === 'reply');
    },
    add: (report, addition) => append(report, addition, openToReporter, 'report.closed'),
    dispute: (report, addition) => append(report, addition, disputable, 'report.not_closed'),
    async changeReceipt(report, to) {
      if (!forms.isWrapped(to.wrappedThread)) throw new DomainError('report.malformed');
      if (await reports.changeReceipt(report.id, report.proofHash, to)) return;
      throw new DomainError('report.receipt_wrong');
    },
  };
}

type Append = (
  report: Report,
  addition: SealedAddition,
  states: readonly ReportState[],
  refused: 'report.closed' | 'report.not_closed',
) => Promise<string>;

function createAppend({ reports, forms, clock, files, ownerOf }: AccessPorts): Append {
  async function store(
    report: Report,
    { id, box, files: named = [] }: SealedAddition,
    states: readonly ReportState[],
    refused: 'report.closed' | 'report.not_closed',
  ): Promise<string> {
    if (!forms.isItem(box)) throw new DomainError('report.malformed');
    if (box.length > bounds.sealedAdditionBytes) throw new DomainError('report.too_large');
    // before a file is settled for it; the write itself asks once more
    if (!states.includes(report.state)) throw new DomainError(refused);
    if (report.items.length >= bounds.itemsForReporter) throw new DomainError('report.full');
    await files.settle(ownerOf(report.id), named);
    const day = clock.today();
    const item = { id, purpose: 'addition', box, day } as const;
    if (await reports.append(report.id, item, 'desk', states, bounds.itemsForReporter)) return day;
    const there = await reports.byId(report.id);
    throw new DomainError(there !== null && states.includes(there.state) ? 'report.full' : refused);
  }

  return async (report, addition, states, refused) => {
    let day = dayOf(report, addition);
    if (day === null)
      try {
        day = await store(report, addition, states, refused);
      } catch (error) {
        // the same request sent twice at once: the other one stored it and forgot its files
        const now = isDomainError(error) ? await reports.byId(report.id) : null;
        day = now && dayOf(now, addition);
        if (day === null) throw error;
      }
    await files.forget(ownerOf(report.id), addition.files ?? []);
    return day;
  };
}

/** The day on which exactly this was added; null: it was not. @throws DomainError report.id_taken */
function dayOf({ items }: Report, { id, box }: SealedAddition): string | null {
  const there = items.find((item) => item.id === id);
  if (there === undefined) return null;
  if (there.purpose !== 'addition' || hex(there.box) !== hex(box)) throw new DomainError('report.id_taken');
  return there.day;
}
