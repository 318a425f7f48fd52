/** `/reports/current/evidence…`: sealed files in parts, before a report is sent (with its ticket) or after (with its token). */
import type { Context } from 'koa';
import { DomainError } from '../../../domain/errors.js';
import type { UploadFiles } from '../../../domain/evidence/upload-files.js';
import type { TicketCases } from '../../../domain/tickets/tickets.js';
import { uploaderOf } from '../../actors.js';
import { operation, rawBody, type Operation } from '../../operation.js';
import { idForm } from '../forms.js';
import { exampleId, exampleKey } from '../reports/examples.js';
import { BeginBody, CompleteBody } from './evidence.dto.js';
import { CompleteAnswer, UploadAnswer } from './evidence.presenter.js';

export interface EvidenceParts {
  readonly files: UploadFiles;
  readonly tickets: Pick<TicketCases, 'check' | 'ownerOf'>;
  /** the most bytes that a sealed part has */
  readonly largestPart: number;
}

const path = '/reports/current/evidence';
const tag = 'Evidence';
const actor = 'uploader';
const common = ['ticket.required', 'limit.requests', 'storage.unavailable'] as const;

export function evidenceOperations({ files, tickets, largestPart }: EvidenceParts): readonly Operation[] {
  const ownerOf = async (ctx: Context): Promise<string> => {
    const { owner, ticket = '' } = uploaderOf(ctx);
    return owner ?? tickets.ownerOf(ticket);
  };
  return [
    operation({
      ...{ method: 'POST', path, id: 'beginUpload', tag, actor },
      summary: 'Begins a file in sealed parts, or says what is there of one that was begun.',
      body: BeginBody,
      answer: { status: 201, shape: UploadAnswer },
      errors: [...common, 'evidence.too_large', 'evidence.too_many', 'evidence.closed', 'evidence.unknown'],
      example: { body: { reportId: exampleId, fileId: 'ef'.repeat(16), parts: 1, partBytes: 1_048_576 } },
      handle: async ({ body: { reportId = '', fileId, parts, partBytes }, ctx }): Promise<UploadAnswer> => {
        const { owner, ticket = '' } = uploaderOf(ctx);
        if (owner === undefined && reportId === '') throw new DomainError('request.invalid');
        const mine = owner ?? (await tickets.check(ticket, reportId));
        const { received } = await files.begin(mine, { id: fileId, parts, partBytes });
        return { fileId, parts, received };
      },
    }),
    operation({
      ...{ method: 'PUT', path: `${path}/:file/parts/:n`, id: 'putPart', tag, actor },
      summary: 'Keeps one sealed part; the same part again is fine until the file is complete.',
      bytes: largestPart,
      answer: { status: 204 },
      errors: [...common, 'evidence.unknown', 'evidence.closed', 'report.malformed'],
      example: { params: { file: 'ef'.repeat(16), n: '0' } },
      handle: async ({ params, ctx }): Promise<null> => {
        const owner = await ownerOf(ctx);
        const sealed = await rawBody(ctx, largestPart);
        await files.put(owner, fileOf(params), partOf(params), sealed);
        return null;
      },
    }),
    operation({
      ...{ method: 'POST', path: `${path}/:file/complete`, id: 'completeUpload', tag, actor },
      summary: 'Reads every part back and compares it; only then is the file safe.',
      body: CompleteBody,
      answer: { status: 200, shape: CompleteAnswer },
      errors: [...common, 'evidence.unknown', 'evidence.incomplete'],
      example: { params: { file: 'ef'.repeat(16) }, body: { hashes: [exampleKey] } },
      handle: async ({ params, body, ctx }): Promise<CompleteAnswer> => {
        const { id, parts } = await files.complete(await ownerOf(ctx), fileOf(params), body.hashes);
        return { fileId: id, parts };
      },
    }),
  ];
}

function fileOf({ file = '' }: Readonly<Record<string, string>>): string {
  if (!idForm.test(file)) throw new DomainError('evidence.unknown');
  return file;
}

function partOf({ n = '' }: Readonly<Record<string, string>>): number {
  if (!/^\d{1,3}$/.test(n)) throw new DomainError('request.not_found');
  return Number(n);
}
