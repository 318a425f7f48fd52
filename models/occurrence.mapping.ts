/** An occurrence of a notice to its document and back. */
import { occurrenceStates } from '../domain/notices/lifecycle.js';
import type { Occurrence, OccurrenceLine, WayOutcome } from '../domain/notices/occurrence.js';
import { sendStates, ways } from '../domain/sending/send.js';
import { articleFieldsOf } from './article.fields.js';
import { noticeReader, toTextsDocument, toWaysDocument } from './notice.mapping.js';
import type { OccurrenceDocument, WayOutcomeDocument } from './occurrence.schema.js';

const fields = articleFieldsOf('occurrences');
const { text, whole, flag, list, word, part, orNull } = fields;
const read = noticeReader(fields);

/** The document of an occurrence. */
export function toOccurrenceDocument(occurrence: Occurrence): OccurrenceDocument {
  const { id, templates, texts, ways, checks, notes, outcome, events, ...plain } = occurrence;
  return {
    ...{ _id: id, ...plain },
    templates: toTextsDocument(templates),
    texts: toTextsDocument(texts),
    ways: toWaysDocument(ways),
    checks: [...checks],
    notes: notes.map(({ by, at, text: words }) => ({ by, at, text: words })),
    outcome: outcome && outcome.map((way) => ({ ...way })),
    events: events.map(({ at, by, what, detail }) => ({ at, by, what, detail })),
  };
}

/** The occurrence in a document. @throws DomainError storage.unreadable */
export function toOccurrence(document: OccurrenceDocument): Occurrence {
  return {
    ...toOccurrenceLine(document),
    basis: whole(document.basis),
    windowEndsAt: whole(document.windowEndsAt),
    templates: read.texts(document.templates),
    texts: read.texts(document.texts),
    article: orNull(document.article, text),
    createdFrom: word(['rule', 'copy', 'hand'], document.createdFrom),
    followsRule: flag(document.followsRule),
    touched: flag(document.touched),
    editedBy: orNull(document.editedBy, text),
    editedAt: whole(document.editedAt),
    submittedBy: orNull(document.submittedBy, text),
    approvedBy: orNull(document.approvedBy, text),
    checks: list(document.checks).map(text),
    notes: list(document.notes).map((note) => {
      const { by, at, text: words } = part(note);
      return { by: text(by), at: whole(at), text: text(words) };
    }),
    startedAt: orNull(document.startedAt, whole),
    outcome: orNull(document.outcome, (all) => list(all).map(toWayOutcome)),
    events: list(document.events).map((event) => {
      const { at, by, what, detail } = part(event);
      return { at: whole(at), by: orNull(by, text), what: text(what), detail: orNull(detail, text) };
    }),
  };
}

/** What a list reads: no words, no timeline. */
export const ofOccurrenceLine = {
  ...{ notice: 1, revision: 1, on: 1, nominal: 1, lead: 1, at: 1, state: 1, stateAt: 1, ways: 1 },
  ...{ confirmed: 1, moved: 1 },
} as const;

export type OccurrenceLineDocument = Pick<OccurrenceDocument, '_id' | Exclude<keyof OccurrenceLine, 'id'>>;

/** The line in what was read. @throws DomainError storage.unreadable */
export function toOccurrenceLine(document: OccurrenceLineDocument): OccurrenceLine {
  return {
    id: text(document._id),
    notice: text(document.notice),
    revision: whole(document.revision),
    on: text(document.on),
    nominal: text(document.nominal),
    lead: whole(document.lead),
    at: whole(document.at),
    state: word(occurrenceStates, document.state),
    stateAt: whole(document.stateAt),
    ways: read.ways(document.ways),
    confirmed: flag(document.confirmed),
    moved: flag(document.moved),
  };
}

function toWayOutcome(document: WayOutcomeDocument): WayOutcome {
  const { way, state, sent, skipped, doubt, reason } = part(document);
  return {
    ...{ way: word(ways, way), state: word(sendStates, state), sent: whole(sent), skipped: whole(skipped) },
    ...{ doubt: whole(doubt), reason: orNull(reason, text) },
  };
}
