/** MongoDB's error codes that this server uses, from its `error_codes.yml`. */
export const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  UnsatisfiableWriteConcern: 100,
  NotExactValueField: 111,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  TransactionTooOld: 225,
  NotImplemented: 238,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location15947: 15947,
  Location15955: 15955,
  Location15958: 15958,
  Location15976: 15976,
  Location17419: 17419,
  Location31250: 31250,
  Location31253: 31253,
  Location31254: 31254,
  Location40234: 40234,
  Location40235: 40235,
  Location40323: 40323,
  Location40324: 40324,
} as const;
export type CodeName = keyof typeof codes;

/** The sentence for everything outside the closed list of README.md. */
export const refusal = (what: string): string =>
  `the embedded database does not support ${what}; set MONGODB_URI to use a MongoDB server`;

/** A failure that the client is told in MongoDB's shape. `details` become fields of the reply, e.g. `keyPattern`. */
export class MongoError<Details = unknown> extends Error {
  readonly code: number;
  constructor(
    readonly codeName: CodeName,
    message: string,
    readonly details?: Details,
  ) {
    super(message);
    this.name = 'MongoError';
    this.code = codes[codeName];
  }
}

/** Refuses what is not on the closed list. */
export const unsupported = (what: string, codeName: CodeName = 'NotImplemented'): MongoError =>
  new MongoError(codeName, refusal(what));

/** The `code` of an error of the system or of SQLite, or nothing. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** Why an embedded database could not be opened. */
export type OpenFailure = 'not-writable' | 'locked' | 'disk-full' | 'unreadable' | 'failed';

/** Opening failed; `remedy` is a sentence that says what to do. */
export class EmbeddedDbError extends Error {
  constructor(
    readonly code: OpenFailure,
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${message} ${remedy}`, options);
    this.name = 'EmbeddedDbError';
  }
}
