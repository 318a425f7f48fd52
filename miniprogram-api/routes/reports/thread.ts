/** `/reports/open` and `/reports/current…`: what a receipt opens, for a device that opens and seals by itself. */
import type { ReporterAccess } from '../../../domain/reports/reporter-access.js';
import type { Report } from '../../../domain/reports/report.js';
import type { WithdrawReport } from '../../../domain/reports/withdraw-report.js';
import { isDomainError } from '../../../domain/errors.js';
import { reportOf } from '../../actors.js';
import type { NetworkLimits } from '../../network-limits.js';
import { operation, type Operation } from '../../operation.js';
import { bytesFrom } from '../forms.js';
import { exampleBox, exampleId, exampleKey, exampleWrapped } from './examples.js';
import { AdditionBody, MessageBody, OpenBody, ReceiptBody } from './reports.dto.js';
import { MessagesQuery } from './messages.dto.js';
import {
  AddedAnswer,
  MessagesAnswer,
  OpenedAnswer,
  presentMessages,
  presentOpened,
  presentState,
  StateAnswer,
} from './reports.presenter.js';

export interface ThreadParts {
  readonly access: ReporterAccess;
  readonly withdrawReport: WithdrawReport;
  readonly limits: NetworkLimits;
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  /** a token for a report, and until when it is good */
  readonly tokenFor: (report: Report) => { readonly token: string; readonly expiresAt: string };
}

const tag = 'Follow-up';
const actor = 'report';
const common = ['report.token_required', 'storage.unavailable'] as const;
const writes = [...common, 'limit.requests'] as const;
const addition = { id: exampleId, box: exampleBox };

export function threadOperations(parts: ThreadParts): readonly Operation[] {
  return [openReport(parts), ...readThread(parts), ...addToThread(parts), ...changeThread(parts)];
}

function openReport({ access, limits, hash, tokenFor }: ThreadParts): Operation {
  return operation({
    ...{ method: 'POST', path: '/reports/open', id: 'openReport', tag, actor: 'anyone' },
    summary: 'Opens a report with the proof of its receipt; unknown and wrong get one answer.',
    body: OpenBody,
    answer: { status: 200, shape: OpenedAnswer },
    errors: ['report.receipt_wrong', 'limit.tries', 'limit.requests', 'storage.unavailable'],
    example: { body: { proof: exampleKey } },
    handle: async ({ body, ctx }): Promise<OpenedAnswer> => {
      limits.check('tries', ctx);
      try {
        const report = await access.byProof(hash(bytesFrom(body.proof)));
        const { token, expiresAt } = tokenFor(report);
        return presentOpened(report, token, expiresAt);
      } catch (error) {
        if (isDomainError(error) && error.code === 'report.receipt_wrong') limits.count('tries', ctx);
        throw error;
      }
    },
  });
}

function readThread({ access }: ThreadParts): readonly Operation[] {
  return [
    operation({
      ...{ method: 'GET', path: '/reports/current', id: 'readReport', tag, actor },
      summary: 'Where the report stands, and what was promised.',
      answer: { status: 200, shape: StateAnswer },
      errors: common,
      example: {},
      handle: ({ ctx }): StateAnswer => presentState(access.view(reportOf(ctx))),
    }),
    operation({
      ...{ method: 'GET', path: '/reports/current/messages', id: 'readMessages', tag, actor },
      summary: 'What the desk wrote, oldest first, sealed to the thread.',
      query: MessagesQuery,
      answer: { status: 200, shape: MessagesAnswer },
      errors: common,
      example: { query: { limit: '20' } },
      handle: async ({ query, ctx }): Promise<MessagesAnswer> =>
        presentMessages(await access.messages(reportOf(ctx)), query),
    }),
  ];
}

function addToThread({ access }: ThreadParts): readonly Operation[] {
  return [
    operation({
      ...{ method: 'POST', path: '/reports/current/messages', id: 'addMessage', tag, actor },
      summary: 'Adds something that was sealed to those who read the report; the same id adds once.',
      body: MessageBody,
      answer: { status: 201, shape: AddedAnswer },
      errors: [
        ...writes,
        ...(['report.malformed', 'report.too_large', 'report.closed', 'report.full'] as const),
        ...(['report.id_taken', 'evidence.unknown', 'evidence.incomplete'] as const),
      ],
      example: { body: addition },
      handle: async ({ body: { id, box, files }, ctx }): Promise<AddedAnswer> => ({
        ...{ id, day: await access.add(reportOf(ctx), { id, box: bytesFrom(box), files }) },
      }),
    }),
    operation({
      ...{ method: 'POST', path: '/reports/current/dispute', id: 'disputeOutcome', tag, actor },
      summary: 'Says why the outcome is wrong; somebody else looks at it again.',
      body: AdditionBody,
      answer: { status: 201, shape: AddedAnswer },
      errors: [
        ...writes,
        ...(['report.malformed', 'report.too_large', 'report.not_closed', 'report.full'] as const),
        'report.id_taken',
      ],
      example: { body: addition },
      handle: async ({ body: { id, box }, ctx }): Promise<AddedAnswer> => ({
        ...{ id, day: await access.dispute(reportOf(ctx), { id, box: bytesFrom(box) }) },
      }),
    }),
  ];
}

function changeThread({ access, withdrawReport }: ThreadParts): readonly Operation[] {
  return [
    operation({
      ...{ method: 'POST', path: '/reports/current/receipt', id: 'changeReceipt', tag, actor },
      summary: 'Puts another receipt in the place of this one, which opens nothing from then on.',
      body: ReceiptBody,
      answer: { status: 204 },
      errors: [...writes, 'report.malformed', 'report.receipt_taken', 'report.receipt_wrong'],
      example: { body: { proofHash: exampleKey, wrappedThread: exampleWrapped } },
      handle: async ({ body, ctx }): Promise<null> => {
        const { proofHash, wrappedThread } = body;
        const to = { proofHash: bytesFrom(proofHash), wrappedThread: bytesFrom(wrappedThread) };
        await access.changeReceipt(reportOf(ctx), to);
        return null;
      },
    }),
    operation({
      ...{ method: 'POST', path: '/reports/current/withdraw', id: 'withdrawReport', tag, actor },
      summary: 'Takes the report back while it is open.',
      answer: { status: 204 },
      errors: [...writes, 'report.closed'],
      example: {},
      handle: async ({ ctx }): Promise<null> => {
        await withdrawReport({ reportId: reportOf(ctx).id });
        return null;
      },
    }),
  ];
}
