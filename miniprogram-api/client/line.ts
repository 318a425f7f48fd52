/** What the line says of itself, read and not yet believed: whose keys count is in readers.ts. */
import { asObject, bytesOf, idOf } from '../../vault/json.js';
import { entryFromJson } from '../../vault/keyring-json.js';
import type { KeyringEntry } from '../../vault/types.js';
import type { Ask, Body } from './ask.js';
import { count, day, flag, type InLangs, inLangs, list, text, textOr, whole } from './shape.js';

export interface WayToReport {
  readonly kind: string;
  readonly name: InLangs;
  readonly value: string;
  readonly note: InLangs | null;
}

export interface Operator {
  readonly legalName: InLangs;
  readonly registration: string;
  readonly filing: string;
  readonly privacyContact: string;
  readonly retention: InLangs;
}

export interface Limits {
  /** bytes of all items of a report, and how many there may be */
  readonly reportBytes: number;
  readonly reportItems: number;
  readonly additionBytes: number;
  readonly files: number;
  readonly fileBytes: number;
}

/** The line's keys as it publishes them. */
export interface LineKeys {
  /** hex */
  readonly lineId: string;
  readonly rootPk: Uint8Array;
  readonly keyring: readonly KeyringEntry[];
}

export interface LineAnswer {
  readonly name: InLangs;
  readonly languages: readonly string[];
  readonly sample: boolean;
  readonly band: InLangs | null;
  readonly operator: Operator | null;
  readonly ways: readonly WayToReport[];
  readonly telephone: string;
  readonly emergency: string;
  /** the line's day, `YYYY-MM-DD` */
  readonly today: string;
  /** the version of today's questions */
  readonly graph: string;
  readonly takesReports: boolean;
  readonly readWithinWorkingDays: number;
  readonly limits: Limits;
  /** null: the line has no keys yet */
  readonly keys: LineKeys | null;
}

/** Asks the line. @throws ApiError, NoConnection */
export const askLine = (ask: Ask): Promise<LineAnswer> =>
  ask({ method: 'GET', path: '/line', status: 200, read: readLine });

function readLine(body: Body): LineAnswer | null {
  const needed = whole({
    name: inLangs(body['name']),
    languages: list(body['languages'], text),
    sample: flag(body['sample']),
    ways: list(body['ways'], readWay),
    telephone: textOr(body['telephone'], ''),
    emergency: textOr(body['emergency'], ''),
    today: day(body['today']),
    graph: text(body['graph']),
    takesReports: flag(body['takesReports']),
    readWithinWorkingDays: count(body['readWithinWorkingDays']),
    limits: readLimits(body['limits']),
  });
  const [band, operator] = [inLangs(body['band']), readOperator(body['operator'])];
  return needed && { ...needed, band, operator, keys: readKeys(body) };
}

function readWay(value: unknown): WayToReport | null {
  const way = asObject(value) ?? {};
  const named = whole({ kind: text(way['kind']), name: inLangs(way['name']), value: text(way['value']) });
  return named && { ...named, note: inLangs(way['note']) };
}

function readOperator(value: unknown): Operator | null {
  const operator = asObject(value) ?? {};
  return whole({
    legalName: inLangs(operator['legalName']),
    registration: textOr(operator['registration'], ''),
    filing: textOr(operator['filing'], ''),
    privacyContact: textOr(operator['privacyContact'], ''),
    retention: inLangs(operator['retention']),
  });
}

function readLimits(value: unknown): Limits | null {
  const limits = asObject(value) ?? {};
  return whole({
    reportBytes: count(limits['reportBytes']),
    reportItems: count(limits['reportItems']),
    additionBytes: count(limits['additionBytes']),
    files: count(limits['files']),
    fileBytes: count(limits['fileBytes']),
  });
}

/** An entry that is none is left out: it could not have been trusted. */
function readKeys(body: Body): LineKeys | null {
  const [lineId, rootPk] = [idOf(body['lineId']), bytesOf(body['rootPk'], 32)];
  const keyring = Array.isArray(body['keyring']) ? body['keyring'].map(entryFromJson) : [];
  if (lineId === null || rootPk === null) return null;
  return { lineId, rootPk, keyring: keyring.filter((entry) => entry !== null) };
}
