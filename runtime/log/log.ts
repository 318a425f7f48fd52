/**
 * The line's log. An allow-list: a field passes only under a name of this table and in its form, so that free text,
 * an address, an account or a receipt has no way in. Errors leave their code, class and frames, never their words.
 */
import { pino, type DestinationStream } from 'pino';
import { traceOf } from './error-trace.js';
import type { LogLevel } from '../settings/settings.js';

const word = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9._-]{0,39}$/.test(value);
const count = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

const allowed = {
  /** the pattern of a route, never the address that was asked for */
  route: (value: unknown) => typeof value === 'string' && /^\/[\w/.:*-]{0,79}$/.test(value),
  status: (value: unknown) => count(value) && (value as number) < 600,
  /** eight random bytes in hex: what a person can quote and an operator can find */
  requestId: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value),
  code: word,
  job: word,
  role: word,
  ms: count,
  found: count,
  done: count,
  failed: count,
  attempt: count,
} as const;

/** What may stand beside an event; anything else, or in another form, is left out. */
export interface Fields {
  readonly route?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly code?: string;
  readonly job?: string;
  readonly role?: string;
  /** whole milliseconds */
  readonly ms?: number;
  readonly found?: number;
  readonly done?: number;
  readonly failed?: number;
  readonly attempt?: number;
}

/** `event` is `subject.fact`, fixed in the code. */
export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  /** An error leaves its code, class and frames, and those of its causes; whatever it is, this never throws. */
  error(event: string, error: unknown, fields?: Fields): void;
}

/** A log of JSON lines: time, level, event and the fields that are allowed. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(1)): Log {
  const out = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    info(event, fields) {
      out.info({ event: named(event), ...only(fields) });
    },
    warn(event, fields) {
      out.warn({ event: named(event), ...only(fields) });
    },
    error(event, error, fields) {
      out.error({ event: named(event), ...only(fields), error: traceOf(error) });
    },
  };
}

function named(event: string): string {
  return word(event) ? event : 'log.unnamed';
}

function only(fields: Fields = {}): Record<string, unknown> {
  const given: Readonly<Record<string, unknown>> = { ...fields };
  return Object.fromEntries(
    Object.entries(allowed)
      .filter(([name, fits]) => fits(given[name]))
      .map(([name]) => [name, given[name]]),
  );
}
