/** The ways a request can fail, told apart by class. */

export type ApiErrorCode = string;

/** The server answered, and the answer is no. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    /** `subject.fact`, out of the server's closed table */
    readonly code: ApiErrorCode,
    readonly details: Readonly<Record<string, unknown>>,
    /** names the failure in the server's log; null: it has none */
    readonly requestId: string | null,
    /** seconds after which another try makes sense; null: not said */
    readonly retryAfter: number | null,
  ) {
    super(code);
  }
}

/** No answer could be had: the connection is gone, or the server is. Whether the request was carried out is not known. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  constructor() {
    super('no answer');
  }
}

/** Whether it is the server's no with this code. */
export const isRefusal = (error: unknown, code: ApiErrorCode): error is ApiError =>
  error instanceof ApiError && error.code === code;
