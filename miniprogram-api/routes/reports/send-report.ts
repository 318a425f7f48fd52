/** `POST /reports`: a report that was sealed on the device. */
import { DomainError } from '../../../domain/errors.js';
import type { SealedIntake } from '../../../domain/reports/receive-report.js';
import type { SendSealed } from '../../../domain/reports/send-sealed.js';
import { ticketOf } from '../../actors.js';
import type { NetworkLimits } from '../../network-limits.js';
import { operation, type Operation } from '../../operation.js';
import { bytesFrom } from '../forms.js';
import { reportExample } from './examples.js';
import { ReportBody } from './reports.dto.js';
import { presentReceived, ReceivedAnswer } from './reports.presenter.js';

export interface SendParts {
  readonly sendSealed: SendSealed;
  readonly limits: NetworkLimits;
  /** versions of questions that may be answered, today's first */
  readonly versions: readonly string[];
}

/** A body has every item in base64url. */
const largestBody = 2 * 1024 * 1024;

export function sendReport({ sendSealed, limits, versions }: SendParts): Operation {
  const known = (graph: string): void => {
    if (versions.includes(graph)) return;
    throw new DomainError('questions.unknown_version', { details: { current: versions[0] } });
  };
  return operation({
    ...{ method: 'POST', path: '/reports', id: 'sendReport', tag: 'Reports', actor: 'ticket' },
    summary: 'Sends a report that was sealed on the device; sent again it is the same report.',
    ...{ body: ReportBody, most: largestBody },
    answer: { status: 201, shape: ReceivedAnswer },
    errors: [
      ...(['ticket.required', 'report.id_taken', 'report.receipt_taken', 'report.readers_changed'] as const),
      ...(['report.malformed', 'report.too_large', 'report.not_taken_here'] as const),
      ...(['questions.unknown_version', 'evidence.unknown', 'evidence.incomplete'] as const),
      ...(['limit.reports', 'limit.requests', 'storage.unavailable'] as const),
    ],
    example: { body: reportExample },
    handle: async ({ body, ctx }): Promise<ReceivedAnswer> => {
      const admission = {
        check() {
          known(body.graph);
          limits.check('reports', ctx);
        },
        count() {
          limits.count('reports', ctx);
        },
      };
      return presentReceived(await sendSealed(intakeOf(body), ticketOf(ctx), admission));
    },
  });
}

function intakeOf({ graph: _graph, ...body }: ReportBody): SealedIntake {
  return {
    ...{ reportId: body.reportId, way: body.way, files: body.files },
    ...{ proofHash: bytesFrom(body.proofHash), wrappedThread: bytesFrom(body.wrappedThread) },
    ...{ contentPk: bytesFrom(body.contentPk), threadPk: bytesFrom(body.threadPk) },
    envelopes: body.envelopes.map(({ to, of, box }) => ({ to, of, box: bytesFrom(box) })),
    items: body.items.map(({ id, purpose, box }) => ({ id, purpose, box: bytesFrom(box) })),
  };
}
