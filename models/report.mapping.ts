/** A report to its document and back. */
import type {
  Envelope,
  Outcome,
  Purpose,
  Report,
  ReportState,
  SealedItem,
  Way,
} from '../domain/reports/report.js';
import { toBuffer } from './bytes.js';
import { fieldsOf } from './fields.js';
import type { ItemDocument, ReportDocument } from './report.schema.js';

const { text, flag, bytes, list, oneOf } = fieldsOf('reports');

const states = {
  received: true,
  read: true,
  closed: true,
  withdrawn: true,
  deleted: true,
} as const satisfies Record<ReportState, true>;
const ways = { chat: true, 'mini-program': true, web: true, staff: true } as const satisfies Record<
  Way,
  true
>;
const purposes = {
  answers: true,
  person: true,
  contact: true,
  file: true,
  addition: true,
  reply: true,
  note: true,
} as const satisfies Record<Purpose, true>;
const outcomeNames = {
  substantiated: true,
  unsubstantiated: true,
  mistaken: true,
  knowingly_false: true,
  out_of_scope: true,
  passed_on: true,
} as const satisfies Record<Outcome, true>;
const halves = { content: true, thread: true } as const satisfies Record<Envelope['of'], true>;

/** The document of a report. */
export function toDocument(report: Report): ReportDocument {
  return {
    _id: report.id,
    caseNumber: report.caseNumber,
    proofHash: toBuffer(report.proofHash),
    wrappedThread: toBuffer(report.wrappedThread),
    contentPk: toBuffer(report.contentPk),
    threadPk: toBuffer(report.threadPk),
    envelopes: report.envelopes.map(({ to, of, box }) => ({ to, of, box: toBuffer(box) })),
    items: report.items.map(toItemDocument),
    way: report.way,
    state: report.state,
    receivedDay: report.receivedDay,
    dueDay: report.dueDay,
    ...(report.outcome === undefined ? {} : { outcome: report.outcome }),
    ...(report.retentionDay === undefined ? {} : { retentionDay: report.retentionDay }),
    unread: { desk: report.unread.desk, reporter: report.unread.reporter },
  };
}

/** The document of an item. */
export function toItemDocument({ id, purpose, box, day, by }: SealedItem): ItemDocument {
  return { id, purpose, box: toBuffer(box), day, ...(by === undefined ? {} : { by }) };
}

/** The report in a document. @throws DomainError storage.unreadable */
export function toReport(document: ReportDocument): Report {
  return {
    id: text(document._id),
    ...toLineFields(document),
    proofHash: bytes(document.proofHash),
    wrappedThread: bytes(document.wrappedThread),
    contentPk: bytes(document.contentPk),
    threadPk: bytes(document.threadPk),
    envelopes: list(document.envelopes).map(({ to, of, box }) => ({
      to: text(to),
      of: oneOf(halves, of),
      box: bytes(box),
    })),
    items: list(document.items).map(({ id, purpose, box, day, by }) => ({
      id: text(id),
      purpose: oneOf(purposes, purpose),
      box: bytes(box),
      day: text(day),
      ...(by === undefined ? {} : { by: text(by) }),
    })),
    way: oneOf(ways, document.way),
    ...(document.outcome === undefined ? {} : { outcome: oneOf(outcomeNames, document.outcome) }),
    ...(document.retentionDay === undefined ? {} : { retentionDay: text(document.retentionDay) }),
  };
}

/** What a list shows of a document. @throws DomainError storage.unreadable */
export function toLineFields(
  document: Pick<ReportDocument, 'caseNumber' | 'state' | 'receivedDay' | 'dueDay' | 'unread'>,
): Pick<Report, 'caseNumber' | 'state' | 'receivedDay' | 'dueDay' | 'unread'> {
  const { desk, reporter } = document.unread;
  return {
    caseNumber: text(document.caseNumber),
    state: oneOf(states, document.state),
    receivedDay: text(document.receivedDay),
    dueDay: text(document.dueDay),
    unread: { desk: flag(desk), reporter: flag(reporter) },
  };
}
