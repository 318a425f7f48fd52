/** What an error may leave behind: where it arose and of what kind it is. Its words may hold what a person wrote. */
import { types } from 'node:util';
import { isDomainError } from '../../domain/errors.js';

export interface Trace {
  readonly class: string;
  readonly code?: string | number;
  /** `file:line:column`, nearest first */
  readonly frames: readonly string[];
  readonly cause?: Trace;
}

const deepest = 3;
const mostFrames = 12;

/** Class, code and frames of an error and of at most three causes; nothing of messages, names or other properties. */
export function traceOf(error: unknown, depth = 0): Trace {
  if (!isError(error)) return { class: typeof error, frames: [] };
  const code = safely(() => codeOf(error));
  const cause = depth < deepest ? safely(() => error.cause) : undefined;
  return {
    class: safely(() => classOf(error)) ?? 'Error',
    ...(code === undefined ? {} : { code }),
    frames: safely(() => framesOf(error)) ?? [],
    ...(isError(cause) ? { cause: traceOf(cause, depth + 1) } : {}),
  };
}

/** Also true for an error of another realm: a worker's, or node's own in a test. */
function isError(error: unknown): error is Error {
  return types.isNativeError(error) || error instanceof Error;
}

/** The class in the code; `name` and an own `constructor` are properties that anybody can set. */
function classOf(error: Error): string | undefined {
  const { constructor } = Object.getPrototypeOf(error) as { constructor: { name: string } };
  return /^[A-Za-z_$][\w$]{0,59}$/.exec(constructor.name)?.[0];
}

/** A code of our table, of the system (ECONNREFUSED, ERR_…), or a small number (11000, 40001); a receipt is none. */
function codeOf(error: Error): string | number | undefined {
  if (isDomainError(error)) return error.code;
  const { code } = error as { code?: unknown };
  if (typeof code === 'number')
    return Number.isInteger(code) && Math.abs(code) < 1_000_000 ? code : undefined;
  return typeof code === 'string' && /^(E[A-Z0-9]{2,19}|ERR_[A-Z_]{2,49})$/.test(code) ? code : undefined;
}

/** Places only: the stack's first lines are the message, which may imitate a frame, so it is cut out first. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  const lines = stack.slice(message < 0 ? 0 : message + error.message.length).split('\n');
  return lines
    .map((line) => /^ {4}at (?:.*\()?((?:file:\/\/|node:|\/)[\w@%+./:-]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter((place) => place !== undefined)
    .slice(0, mostFrames)
    .map(shorten);
}

/** The path inside the package or from node_modules on: where the line is installed is nobody's business. */
function shorten(place: string): string {
  if (place.startsWith('node:')) return place;
  const inPackage = place.lastIndexOf('/node_modules/');
  return inPackage >= 0 ? place.slice(inPackage + 1) : place.split('/').slice(-3).join('/');
}

/** An error of somebody else's may throw when it is looked at. */
function safely<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
