/** Why the line does not start, in one sentence with its remedy, and the code it ends with. */
import { isDomainError } from '../domain/errors.js';
import { traceOf } from './log/error-trace.js';

/** 78 is EX_CONFIG of sysexits.h: a setting is wrong, starting again will not help. */
export const exitCodes = { failed: 1, settings: 78 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something an operator has to put right. Sentence and remedy are fixed in the code and hold no value of a setting. */
export class Refusal extends Error {
  constructor(
    readonly sentence: string,
    readonly remedy: string,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(`${sentence} ${remedy}`);
    this.name = 'Refusal';
  }
}

const database = ['The database does not answer.', 'Start it, or correct MONGODB_URI.'] as const;
const dataFolder = [
  'The data folder cannot be written.',
  'Give the user that runs the line the right to write in DATA_DIR, or set another.',
] as const;

const bySystemCode: Readonly<Record<string, readonly [sentence: string, remedy: string]>> = {
  'listen EACCES': ['The port is reserved for the system.', 'Set PORT and CONSOLE_PORT to 1024 or more.'],
  'listen EADDRNOTAVAIL': ['This machine does not have the address to listen on.', 'Correct HOST.'],
  'getaddrinfo ENOTFOUND': ['A host name in the settings is not known.', 'Correct HOST or MONGODB_URI.'],
  EACCES: dataFolder,
  EPERM: dataFolder,
  EROFS: dataFolder,
  ENOSPC: ['The disk is full.', 'Free some space in DATA_DIR; nothing was lost that had been confirmed.'],
  ENOENT: ['A file or folder that a setting names is not there.', 'Check the paths in the settings.'],
  ECONNREFUSED: database,
};

export interface Explanation {
  readonly text: string;
  readonly exitCode: ExitCode;
  /** false: nobody foresaw it, and what helps is where it arose */
  readonly foreseen: boolean;
}

/** What to tell the operator about an error that ended the start: never a message of it, and of its values the port. */
export function explain(error: unknown): Explanation {
  if (error instanceof Refusal) return { text: error.message, exitCode: error.exitCode, foreseen: true };
  const { class: name, code = '' } = traceOf(error);
  const { syscall = '', port } = Object(error) as { syscall?: string; port?: unknown };
  const known =
    portInUse(syscall, code, port) ??
    bySystemCode[`${syscall} ${code}`] ??
    bySystemCode[code] ??
    (isDatabase(error, name) ? database : null);
  const [sentence, remedy] = known ?? [
    `The line stopped on an unexpected error (${[name, code].filter(Boolean).join(' ')}).`,
    'Please report it with the lines of the log, which hold no content of reports.',
  ];
  return { text: `${sentence} ${remedy}`, exitCode: exitCodes.failed, foreseen: known !== null };
}

function portInUse(syscall: string, code: unknown, port: unknown): readonly [string, string] | null {
  if (syscall !== 'listen' || code !== 'EADDRINUSE') return null;
  const which = Number.isInteger(port) ? `Port ${String(port)} is in use.` : 'The port is in use.';
  return [which, 'Stop the program that uses it, or set PORT and CONSOLE_PORT to free ones.'];
}

function isDatabase(error: unknown, name: string): boolean {
  return (
    /ServerSelection|MongoNetwork/.test(name) ||
    (isDomainError(error) && error.code === 'storage.unavailable')
  );
}
