/** The database and the stores on it: a server where MONGODB_URI names one, else the embedded database in DATA_DIR. */
import type { Clock, Random } from '../../domain/ports.js';
import { openEmbeddedDatabase, type OpenOptions } from '../../embedded-db/open.js';
import { EmbeddedDbError } from '../../embedded-db/errors.js';
import { createAccessTokenStore } from '../../models/access-token.store.js';
import { createWorkMarkStore } from '../../models/alert.store.js';
import { createArticleStore } from '../../models/article.store.js';
import { createArticleReaderStore } from '../../models/article-readers.store.js';
import { createArticleVersionStore } from '../../models/article-version.store.js';
import { createArticleViewStore } from '../../models/article-views.store.js';
import { createAuditStore } from '../../models/audit.store.js';
import { connect } from '../../models/connect.js';
import { stored } from '../../models/errors.js';
import { createRecipientStore } from '../../models/consent-recipients.store.js';
import { createConsentStore } from '../../models/consent.store.js';
import { createFirstTurns } from '../../models/first-turns.js';
import { createHolidayYearStore } from '../../models/holiday-year.store.js';
import { createInvitationStore } from '../../models/invitation.store.js';
import { createKeyringStore } from '../../models/keyring.store.js';
import { createLineMarkStore } from '../../models/line-mark.store.js';
import { createHandSendStore, createNoticeFeedStore } from '../../models/notice-desk.store.js';
import { createNoticeStore } from '../../models/notice.store.js';
import { createOccurrenceStore } from '../../models/occurrence.store.js';
import { createOutboxStore } from '../../models/outbox.store.js';
import { createPictureStore } from '../../models/picture.store.js';
import { prepare } from '../../models/prepare.js';
import { createReportStore } from '../../models/report.store.js';
import { createRunsStore } from '../../models/runs.store.js';
import { createSendStore } from '../../models/send.store.js';
import { createSessionStore } from '../../models/session.store.js';
import { createStaffSessionStore } from '../../models/staff-session.store.js';
import { createPhoneLinkStore, createStaffPhoneStore } from '../../models/staff-phone.store.js';
import { createStaffStore } from '../../models/staff.store.js';
import { createTicketStore } from '../../models/ticket.store.js';
import { createUploadStore } from '../../models/upload.store.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from './data-folder.js';
import { openEvidence } from './evidence.js';
import { Refusal } from '../exit.js';

export type Storage = Awaited<ReturnType<typeof openStorage>>;

/** Opens the database and makes what the stores rely on. @throws Refusal, DomainError storage.unavailable */
export async function openStorage(config: Config, data: DataFolder, parts: { clock: Clock; random: Random }) {
  const embedded = config.mongodbUri === null ? await openEmbedded(data.database) : null;
  const connection = await connect(config.mongodbUri ?? embedded?.uri ?? '');
  const stores = {
    sessions: createSessionStore(connection),
    reports: createReportStore(connection),
    keyring: createKeyringStore(connection),
    runs: createRunsStore(connection),
    lineMarks: createLineMarkStore(connection),
    outbox: createOutboxStore(connection),
    workMarks: createWorkMarkStore(connection),
    firstTurns: createFirstTurns(connection, parts.clock),
    tokens: createAccessTokenStore(connection),
    evidence: openEvidence(config, data, parts),
    uploads: createUploadStore(connection),
    tickets: createTicketStore(connection),
    articles: createArticleStore(connection),
    versions: createArticleVersionStore(connection),
    views: createArticleViewStore(connection),
    readers: createArticleReaderStore(connection),
    pictures: createPictureStore(connection),
    holidayYears: createHolidayYearStore(connection),
    notices: createNoticeStore(connection),
    occurrences: createOccurrenceStore(connection),
    handSends: createHandSendStore(connection),
    noticeFeeds: createNoticeFeedStore(connection),
    sends: createSendStore(connection),
    recipients: createRecipientStore(connection),
    consents: createConsentStore(connection),
    staff: createStaffStore(connection),
    staffSessions: createStaffSessionStore(connection),
    invitations: createInvitationStore(connection),
    audit: createAuditStore(connection),
    phones: createStaffPhoneStore(connection),
    phoneLinks: createPhoneLinkStore(connection),
  };
  await prepare(connection);
  return {
    ...stores,
    /** what this process is to the embedded database; null on a server */
    embedded: embedded === null ? null : () => embedded.role(),
    /** what opening the embedded database left out of a killed owner's log, as a sentence */
    leftOut: embedded?.leftOut(),
    /** whether the database answers now */
    answers: async (): Promise<boolean> => {
      await stored(async () => connection.db?.command({ ping: 1 }));
      return true;
    },
    async close(): Promise<void> {
      await connection.close();
      await embedded?.close();
    },
  };
}

/** The embedded database of a folder. @throws Refusal saying what to do */
export async function openEmbedded(dir: string, how: Omit<OpenOptions, 'dir'> = {}) {
  try {
    return await openEmbeddedDatabase({ dir, ...how });
  } catch (error) {
    if (!(error instanceof EmbeddedDbError)) throw error;
    throw new Refusal(error.message.replace(error.remedy, '').trim(), error.remedy);
  }
}
