/** The closed table of error codes. Channels map kinds to their own answers; docs/errors.md explains each code. */
export const errorKinds = {
  'report.id_taken': 'conflict',
  'report.case_taken': 'conflict',
  'report.receipt_taken': 'conflict',
  'report.receipt_wrong': 'not-found',
  'report.receipt_malformed': 'invalid',
  'report.closed': 'conflict',
  'report.full': 'conflict',
  'report.too_large': 'invalid',
  'report.not_taken_here': 'unavailable',
  'report.sealed_to_others': 'not-found',
  'report.readers_changed': 'conflict',
  'report.malformed': 'invalid',
  'report.not_closed': 'conflict',
  'report.token_required': 'unauthenticated',
  'ticket.required': 'unauthenticated',
  'ticket.refused': 'invalid',
  'questions.unknown_version': 'not-found',
  'login.unavailable': 'unavailable',
  'subscription.unknown': 'not-found',
  'keyring.untrusted': 'unavailable',
  'limit.reports': 'limited',
  'limit.tries': 'limited',
  'limit.requests': 'limited',
  'evidence.unreadable': 'invalid',
  'evidence.too_large': 'invalid',
  'evidence.unknown': 'not-found',
  'evidence.incomplete': 'conflict',
  'evidence.closed': 'conflict',
  'evidence.too_many': 'conflict',
  'article.unknown': 'not-found',
  'article.slug_taken': 'conflict',
  'article.stale': 'conflict',
  'article.step_refused': 'conflict',
  'article.not_ready': 'invalid',
  'article.own_review': 'forbidden',
  'picture.not_one': 'invalid',
  'picture.too_large': 'too-large',
  'picture.unknown': 'not-found',
  'holidays.stale': 'conflict',
  'notice.unknown': 'not-found',
  'notice.stale': 'conflict',
  'notice.step_refused': 'conflict',
  'notice.not_ready': 'invalid',
  'notice.own_review': 'forbidden',
  'notice.over_budget': 'conflict',
  'send.unknown': 'not-found',
  'send.step_refused': 'conflict',
  'job.unknown': 'not-found',
  'outbox.unknown': 'not-found',
  'session.required': 'unauthenticated',
  'session.refused': 'unauthenticated',
  'access.denied': 'forbidden',
  'invitation.gone': 'not-found',
  'staff.name_taken': 'conflict',
  'staff.unknown': 'not-found',
  'staff.last_administrator': 'conflict',
  'staff.code_wrong': 'invalid',
  'phone.not_linked': 'conflict',
  'phone.refused': 'unavailable',
  'limit.tests': 'limited',
  'limit.sign_in': 'limited',
  'storage.unavailable': 'unavailable',
  'storage.unreadable': 'internal',
  'request.invalid': 'invalid',
  'request.not_found': 'not-found',
  'request.too_large': 'too-large',
  'request.method': 'method',
  'internal.unexpected': 'internal',
} as const satisfies Record<string, ErrorKind>;

export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'limited'
  | 'too-large'
  | 'method'
  | 'unavailable'
  | 'internal';
export type ErrorCode = keyof typeof errorKinds;

const brand = Symbol.for('fairline.domain-error');

/**
 * A refusal by rule. It carries a code and no words of a report: the message is the code. `details` is for who asked and
 * for no log: which fields are wrong, who saved meanwhile.
 */
export class DomainError extends Error {
  readonly [brand] = true;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(
    readonly code: ErrorCode,
    options?: { cause?: unknown; details?: Readonly<Record<string, unknown>> },
  ) {
    super(code, options);
    this.name = 'DomainError';
    this.details = options?.details;
  }
  get kind(): ErrorKind {
    return errorKinds[this.code];
  }
}

/** By brand, not by class: true also for an error of a second copy of this module. */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === 'object' && error !== null && brand in error;
}
