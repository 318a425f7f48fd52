/** A report that was sealed on the device of whoever makes it: the line checks its form and learns nothing else. */
import { drawDigits } from '../../questions/receipt.js';
import type { ReadHolidays } from '../calendar/ports.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Keyring } from '../keyring/ports.js';
import type { Clock, Random } from '../ports.js';
import type { Reports, SealedForms, SealedReport, Vault } from './ports.js';
import { promiseDay } from './promise-day.js';
import type { Report, Way } from './report.js';
import { checkReaders, checkSealedForm, isSameReport } from './sealed-intake.js';

/** What a device sends: sealed bytes and the ids they are bound to. */
export interface SealedIntake extends SealedReport {
  /** 16 random bytes, hex: what makes a repeated sending one report */
  readonly reportId: string;
  readonly way: Way;
  /** files that were uploaded for it */
  readonly files: readonly string[];
}

export interface Received {
  readonly caseNumber: string;
  readonly receivedDay: string;
  readonly dueDay: string;
  /** it was here before: this sending stored nothing */
  readonly again: boolean;
}

export interface ReceiveReport {
  /** What an earlier sending of exactly this gave; null: it was not received yet. @throws DomainError report.id_taken */
  earlier(intake: SealedIntake): Promise<Received | null>;
  /**
   * Stores it, once however often it is sent. `before` runs when it is known that it can be stored, right before it is.
   * @throws DomainError report.malformed, report.too_large, report.readers_changed (read the line anew and seal again),
   * report.not_taken_here, report.id_taken, report.receipt_taken, storage.unavailable, whatever `before` throws
   */
  receive(intake: SealedIntake, before?: () => Promise<void>): Promise<Received>;
}

export interface ReceivePorts {
  readonly reports: Reports;
  readonly keyring: Keyring;
  readonly vault: Pick<Vault, 'trusted'>;
  readonly forms: SealedForms;
  readonly clock: Clock;
  readonly random: Random;
  readonly holidays: ReadHolidays;
  /** how many working days after the day of receipt a person has read a report at the latest */
  readonly readWithin: number;
  /** the reader of last resort, to whom every report is sealed */
  readonly lastResort: string;
}

/** Digits of a case number. */
const caseLength = 8;

/** Case numbers that are drawn before it is given up; one in ten thousand is taken on a line of ten thousand reports. */
const mostDraws = 5;

export function createReceiveReport(ports: ReceivePorts): ReceiveReport {
  const { reports, keyring, vault, clock } = ports;

  async function earlier(intake: SealedIntake): Promise<Received | null> {
    const there = await reports.byId(intake.reportId);
    if (there === null) return null;
    if (!isSameReport(there, intake)) throw new DomainError('report.id_taken');
    return receivedOf(there, true);
  }

  return {
    earlier,
    async receive(intake, before) {
      const stored = await earlier(intake);
      if (stored !== null) return stored;
      checkSealedForm(ports.forms, intake);
      const today = clock.today();
      checkReaders(intake, vault.trusted(await keyring.all(), today), ports.lastResort);
      const dueDay = promiseDay(await ports.holidays(), ports.readWithin, today);
      await before?.();
      for (let draws = 1; ; draws += 1) {
        const report = reportOf(intake, { caseNumber: drawDigits(ports.random, caseLength), today, dueDay });
        try {
          await reports.insert(report);
          return receivedOf(report, false);
        } catch (error) {
          if (!isDomainError(error)) throw error;
          if (error.code === 'report.case_taken' && draws < mostDraws) continue;
          // two sendings at once: the other one did it
          const there = error.code === 'report.id_taken' ? await earlier(intake) : null;
          if (there === null) throw error;
          return there;
        }
      }
    },
  };
}

function reportOf(
  { reportId, way, files: _files, ...sealed }: SealedIntake,
  { caseNumber, today, dueDay }: { caseNumber: string; today: string; dueDay: string },
): Report {
  return {
    ...{ id: reportId, caseNumber, way, state: 'received', receivedDay: today, dueDay },
    ...{ ...sealed, items: sealed.items.map((item) => ({ ...item, day: today })) },
    unread: { desk: false, reporter: false },
  };
}

const receivedOf = ({ caseNumber, receivedDay, dueDay }: Report, again: boolean): Received => ({
  ...{ caseNumber, receivedDay, dueDay, again },
});
