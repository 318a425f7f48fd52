/** A send to its document and back. */
import { type Send, sendStates, type Tally, ways } from '../domain/sending/send.js';
import { articleFieldsOf } from './article.fields.js';
import { noticeReader, toTextsDocument } from './notice.mapping.js';
import type { SendDocument, TallyDocument } from './send.schema.js';

const fields = articleFieldsOf('sends');
const { text, whole, flag, word, part, orNull } = fields;
const read = noticeReader(fields);

/** The document of a send that was not there before. */
export function toSendDocument({ id, ...send }: Send): SendDocument {
  const { texts, progress, counted, limits, mass, ...plain } = send;
  return {
    ...{ _id: id, ...plain, kept: true },
    texts: toTextsDocument(texts),
    progress: { ...progress, skipped: { ...progress.skipped } },
    counted: { ...counted, skipped: { ...counted.skipped } },
    limits: { ...limits },
    mass: mass && { ...mass },
  };
}

/** The send in a document. @throws DomainError storage.unreadable */
export function toSend(document: SendDocument): Send {
  const { limits, mass, progress } = document;
  return {
    ...{ id: text(document._id), occurrence: text(document.occurrence), way: word(ways, document.way) },
    ...{ tag: orNull(document.tag, whole), article: orNull(document.article, text) },
    ...{ texts: read.texts(document.texts), on: text(document.on), page: text(document.page) },
    ...{ until: whole(document.until), key: text(document.key) },
    ...{ state: word(sendStates, document.state), stateAt: whole(document.stateAt) },
    ...{ reason: orNull(document.reason, text), resumeAt: orNull(document.resumeAt, whole) },
    progress: {
      ...toTally(progress),
      ...{ total: orNull(progress.total, whole), cursor: orNull(progress.cursor, text) },
      startedAt: orNull(progress.startedAt, whole),
      finishedAt: orNull(progress.finishedAt, whole),
    },
    counted: toTally(document.counted),
    progressAt: whole(document.progressAt),
    limits: {
      concurrency: whole(part(limits).concurrency),
      perSecond: orNull(limits.perSecond, whole),
    },
    ...{ template: orNull(document.template, text), jobId: orNull(document.jobId, text) },
    mass: orNull(mass, ({ attempt, draftId, prepared, calledAt }) => ({
      ...{ attempt: whole(attempt), draftId: orNull(draftId, text), prepared: flag(prepared) },
      calledAt: orNull(calledAt, whole),
    })),
    ...{ fence: whole(document.fence), beat: whole(document.beat), leaseUntil: whole(document.leaseUntil) },
  };
}

function toTally(document: TallyDocument): Tally {
  const { sent, skipped, doubt } = part(document);
  const counts = Object.entries(part(skipped)).map(([reason, count]) => [reason, whole(count)] as const);
  return { sent: whole(sent), skipped: Object.fromEntries(counts), doubt: whole(doubt) };
}
