/** What can go wrong, for who calls the client. No message holds a word of a report. */

/** The server said no: its code and, where it sent them, its details. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'ApiError';
  }
}

/** No answer that the line could have given, however often it was tried. Whatever was under way is kept: try again. */
export class NoConnection extends Error {
  constructor() {
    super('no answer from the line');
    this.name = 'NoConnection';
  }
}

/** Stopped by whoever started it: paused, cancelled, wiped or closed. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** A report was to be sent while files of it are paused or failed: go on with them, remove them, or leave them out. */
export class FilesUnfinished extends Error {
  constructor(readonly names: readonly string[]) {
    super('files are unfinished');
    this.name = 'FilesUnfinished';
  }
}

/** A file gave other bytes than before: it was changed while it was sent, and has to be chosen again. */
export class FileChanged extends Error {
  constructor() {
    super('the file was changed while it was sent');
    this.name = 'FileChanged';
  }
}

/** Whether the server refused with this code. */
export const isRefusal = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;
