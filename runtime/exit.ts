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
  'listen EADDRINUSE': [
    'The port is in use.',
    'Stop the program that uses it, or set PORT and CONSOLE_PORT to free ones.',
  ],
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

/** What to tell the operator about an error that ended the start: never a message or a value of it. */
export function explain(error: unknown): { readonly text: string; readonly exitCode: ExitCode } {
  if (error instanceof Refusal) return { text: error.message, exitCode: error.exitCode };
  const { class: name, code = '' } = traceOf(error);
  const { syscall = '' } = Object(error) as { syscall?: string };
  const known =
    bySystemCode[`${syscall} ${code}`] ?? bySystemCode[code] ?? (isDatabase(error, name) ? database : null);
  const [sentence, remedy] = known ?? [
    `The line stopped on an unexpected error (${[name, code].filter(Boolean).join(' ')}).`,
    'Please report it with the lines of the log, which hold no content of reports.',
  ];
  return { text: `${sentence} ${remedy}`, exitCode: exitCodes.failed };
}

function isDatabase(error: unknown, name: string): boolean {
  return (
    /ServerSelection|MongoNetwork/.test(name) ||
    (isDomainError(error) && error.code === 'storage.unavailable')
  );
}
