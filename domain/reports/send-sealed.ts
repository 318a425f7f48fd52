/** A sealed report, its ticket and its files: in an order in which whoever dies in between can go on by sending it again. */
import { isDomainError } from '../errors.js';
import type { Received, ReceiveReport, SealedIntake } from './receive-report.js';

/** Tickets as a report needs them. */
export interface SpentTickets {
  /** Binds the ticket to the report at its first use. @throws DomainError ticket.required */
  check(ticket: string, reportId: string): Promise<unknown>;
  spend(ticket: string): Promise<void>;
}

/** Uploaded files as a report needs them. */
export interface NamedFiles {
  /** They stay for good. @throws DomainError evidence.unknown, evidence.incomplete */
  settle(owner: string, ids: readonly string[]): Promise<void>;
  forget(owner: string, ids: readonly string[]): Promise<void>;
}

/** Whether one more report may come from where this one does. A repeated one is not asked about. */
export interface Admission {
  /** @throws DomainError */
  check(): void;
  count(): void;
}

export type SendSealed = (intake: SealedIntake, ticket: string, admission: Admission) => Promise<Received>;

/**
 * Files are settled before the report is stored, and the ticket is spent after: cut anywhere, what is left is a file too
 * many or an open ticket, never a report that misses a file or one that cannot be sent again.
 * @throws DomainError as `receive`, `check` and `settle` do
 */
export function createSendSealed(ports: {
  readonly receiveReport: ReceiveReport;
  readonly tickets: SpentTickets;
  readonly files: NamedFiles;
  /** the name under which a ticket keeps files for a report */
  readonly ownerOf: (ticket: string, reportId: string) => string;
}): SendSealed {
  const { receiveReport, tickets, files, ownerOf } = ports;

  async function first(intake: SealedIntake, ticket: string, admission: Admission): Promise<Received> {
    try {
      await tickets.check(ticket, intake.reportId);
      admission.check();
      const owner = ownerOf(ticket, intake.reportId);
      const received = await receiveReport.receive(intake, () => files.settle(owner, intake.files));
      if (!received.again) admission.count();
      return received;
    } catch (error) {
      // another sending of the same was faster, spent the ticket and forgot the files
      const there = isDomainError(error) ? await receiveReport.earlier(intake) : null;
      if (there === null) throw error;
      return there;
    }
  }

  return async (intake, ticket, admission) => {
    const received = (await receiveReport.earlier(intake)) ?? (await first(intake, ticket, admission));
    await tickets.spend(ticket);
    await files.forget(ownerOf(ticket, intake.reportId), intake.files);
    return received;
  };
}
