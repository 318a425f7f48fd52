/** Reports, their files and what a receipt opens, on this line's stores. */
import { createUploadFiles } from '../../domain/evidence/upload-files.js';
import { createReceiveReport } from '../../domain/reports/receive-report.js';
import { createReporterAccess } from '../../domain/reports/reporter-access.js';
import { createSendSealed } from '../../domain/reports/send-sealed.js';
import type { Report } from '../../domain/reports/report.js';
import { createWithdrawReport } from '../../domain/reports/withdraw-report.js';
import { createTickets, type TicketCases } from '../../domain/tickets/tickets.js';
import type { UploadFiles } from '../../domain/evidence/upload-files.js';
import { bearer, setActor, type Actors } from '../../miniprogram-api/actors.js';
import type { NetworkLimits } from '../../miniprogram-api/network-limits.js';
import type { Operation } from '../../miniprogram-api/operation.js';
import { evidenceOperations } from '../../miniprogram-api/routes/evidence/evidence.js';
import { sendReport } from '../../miniprogram-api/routes/reports/send-report.js';
import { threadOperations } from '../../miniprogram-api/routes/reports/thread.js';
import { DomainError } from '../../domain/errors.js';
import { createApiTokens, type ApiTokens } from '../../vault/api-tokens.js';
import { toBase64url } from '../../vault/bytes.js';
import { hash } from '../../vault/kdf.js';
import { recovery } from '../../vault/keyring.js';
import {
  fullPartLength,
  isEnvelopeForm,
  isItemForm,
  isPartForm,
  isWrappedForm,
  partSizes,
} from '../../vault/sealed-form.js';
import type { Core } from '../compose.js';

/** Minutes for which an opened report stays open. */
const openMinutes = 15;
/** Minutes for which somebody who logged in stays so. */
const sessionMinutes = 120;

export interface ReportApi {
  readonly tickets: TicketCases;
  readonly files: UploadFiles;
  readonly tokens: ApiTokens;
  readonly actors: Actors;
  readonly sessionFor: (openid: string) => { readonly token: string; readonly expiresAt: string };
  readonly operations: (limits: NetworkLimits) => readonly Operation[];
}

export function openReportApi(core: Core): ReportApi {
  const { storage, clock, random, vault, config, profile, sodium, secret, holidays } = core;
  const { reports, keyring } = storage;
  const previous = config.lineSecretPrevious;
  const tokens = createApiTokens(sodium, { secret, random, ...(previous === null ? {} : { previous }) });
  const tickets = createTickets({ tickets: storage.tickets, vault: tokens, clock });
  const forms = { isEnvelope: isEnvelopeForm, isWrapped: isWrappedForm, isItem: isItemForm };
  const files = createUploadFiles({
    ...{ uploads: storage.uploads, evidence: storage.evidence, clock, partSizes, isPart: isPartForm },
    hash: (bytes) => toBase64url(hash(sodium, bytes)),
  });
  const ownerOf = (reportId: string): string => tokens.reportMark(reportId);
  const access = createReporterAccess({ reports, forms, clock, files, ownerOf });
  const receiveReport = createReceiveReport({
    ...{ reports, keyring, vault, forms, clock, random, holidays: holidays.read, lastResort: recovery },
    readWithin: profile.promise.readWithinWorkingDays,
  });
  const sendSealed = createSendSealed({
    ...{ receiveReport, tickets, files },
    ownerOf: (ticket, reportId) => tokens.bound(ticket, reportId),
  });
  const seconds = (): number => Math.floor(clock.now() / 1_000);
  const until = (minutes: number) => {
    const end = seconds() + minutes * 60;
    return { end, expiresAt: new Date(end * 1_000).toISOString() };
  };

  async function reportBehind(token: string): Promise<Report> {
    const opened = tokens.openReport(token, seconds());
    const report = opened && (await reports.byId(opened.reportId));
    if (!report || tokens.proofMark(report.proofHash) !== opened.proofMark)
      throw new DomainError('report.token_required');
    return report;
  }

  return {
    tickets,
    files,
    tokens,
    sessionFor(openid) {
      const { end, expiresAt } = until(sessionMinutes);
      return { token: tokens.sealSession(openid, end), expiresAt };
    },
    actors: {
      ticket(ctx) {
        setActor(ctx, { ticket: bearer(ctx, 't_', 'ticket.required') });
      },
      async report(ctx) {
        setActor(ctx, { report: await reportBehind(bearer(ctx, 'r_', 'report.token_required')) });
      },
      async uploader(ctx) {
        if (/^Bearer t_/i.test(ctx.get('Authorization'))) {
          setActor(ctx, { ticket: bearer(ctx, 't_', 'ticket.required') });
          return;
        }
        const report = await reportBehind(bearer(ctx, 'r_', 'ticket.required'));
        setActor(ctx, { report, owner: ownerOf(report.id) });
      },
      session(ctx) {
        const openid = tokens.openSession(bearer(ctx, 's_', 'session.required'), seconds());
        if (openid === null) throw new DomainError('session.required');
        setActor(ctx, { openid });
      },
    },
    operations: (limits) => [
      sendReport({
        ...{ sendSealed, limits },
        versions: profile.graphs.map(({ version }) => version),
      }),
      ...threadOperations({
        ...{ access, limits, withdrawReport: createWithdrawReport({ reports }) },
        hash: (bytes) => hash(sodium, bytes),
        tokenFor(report) {
          const { end, expiresAt } = until(openMinutes);
          const proofMark = tokens.proofMark(report.proofHash);
          return { token: tokens.sealReport({ reportId: report.id, proofMark }, end), expiresAt };
        },
      }),
      ...evidenceOperations({ files, tickets, largestPart: fullPartLength(Math.max(...partSizes)) }),
    ],
  };
}
