/** A failure's code (jobs/failure.ts at the server) as one of a few kinds that have words. */
import type { failures } from '../texts/en/job-failures.js';

export type FailureKind = keyof typeof failures;

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/^partly$/, 'partly'],
  [/^(storage\.|Mongo|Mongoose)/, 'database'],
  [/^(WechatError|NoAnswerError|phone\.refused)$/, 'platform'],
  [/^(TransportError|AbortError|TimeoutError)$/, 'network'],
  [/^(ECONN\w*|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDR\w*)$/, 'network'],
  [/^(ENOSPC|EDQUOT)$/, 'disk'],
  [/^(EACCES|EPERM|EROFS|ENOENT|EIO|EMFILE|ENFILE|EBUSY|EEXIST|EISDIR|ENOTDIR)$/, 'files'],
  [/^(ENOMEM|ERR_OUT_OF_MEMORY|ERR_MEMORY\w*)$/, 'memory'],
  [/^LeaseLostError$/, 'lost'],
];

export const failureKind = (code: string): FailureKind =>
  kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
