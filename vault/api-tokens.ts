/**
 * Tokens of the API. Tickets are random and known by their hash; what a receipt or a login opens is sealed into the token
 * itself, so that nothing about it is kept: the server reads it back, and nobody else can read or make one.
 */
import { type Backend, sizes } from './backend.js';
import { concat, fromBase64url, fromHex, type Random, toBase64url, toHex, uint32 } from './bytes.js';
import { hash, kdf, version } from './kdf.js';
import { open, seal } from './seal.js';
import { fromUtf8, utf8 } from './utf8.js';

/** What a report token says. */
export interface ReportToken {
  /** 16 bytes, hex */
  readonly reportId: string;
  /** the first 16 bytes of the hash of the receipt's proof, hex: a changed receipt ends the tokens of the old one */
  readonly proofMark: string;
}

export interface ApiTokens {
  ticketOf(challenge: string): string;
  newTicket(): string;
  idOf(ticket: string): string | null;
  bound(ticket: string, reportId: string): string;
  /** A name for what belongs to a report, which tells nothing to who has no secret of the line. */
  reportMark(reportId: string): string;
  /** `until`: seconds since 1970 */
  sealReport(token: ReportToken, until: number): string;
  /** Null: another form, another line's, changed, or past its time. */
  openReport(text: string, now: number): ReportToken | null;
  sealSession(openid: string, until: number): string;
  /** The openid, or null. */
  openSession(text: string, now: number): string | null;
  /** The first 16 bytes of a proof hash, hex. */
  proofMark(proofHash: Uint8Array): string;
}

export interface ApiTokensOptions {
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`: what it sealed still opens, nothing new is sealed under it */
  readonly previous?: Uint8Array;
  readonly random: Random;
}

const prefixes = { ticket: 't_', report: 'r_', session: 's_' } as const;
const ticketLength = 32;
const untilLength = 4;

export function createApiTokens(b: Backend, { secret, previous, random }: ApiTokensOptions): ApiTokens {
  const ticketKey = kdf(b, secret, 'ticket of the API');
  const markKey = kdf(b, secret, 'uploads of a report');
  const keysFor = (label: string): readonly [Uint8Array, ...Uint8Array[]] => [
    kdf(b, secret, label),
    ...(previous === undefined ? [] : [kdf(b, previous, label)]),
  ];
  const keys = { report: keysFor('report token of the API'), session: keysFor('session of the API') };
  const binding = (kind: 'report' | 'session'): Uint8Array => concat(version, utf8(kind));

  const sealed = (kind: 'report' | 'session', until: number, plain: Uint8Array): string =>
    prefixes[kind] + toBase64url(seal(b, random, keys[kind][0], concat(uint32(until), plain), binding(kind)));

  const opened = (kind: 'report' | 'session', text: string, now: number): Uint8Array | null => {
    const bytes = text.startsWith(prefixes[kind]) ? fromBase64url(text.slice(prefixes[kind].length)) : null;
    if (bytes === null) return null;
    for (const key of keys[kind]) {
      const plain = open(b, key, bytes, binding(kind));
      if (plain === null || plain.length < untilLength) continue;
      const until = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
      return now < until ? plain.subarray(untilLength) : null;
    }
    return null;
  };

  const ticketBytes = (ticket: string): Uint8Array | null => {
    const bytes = ticket.startsWith(prefixes.ticket) ? fromBase64url(ticket.slice(2)) : null;
    return bytes?.length === ticketLength ? bytes : null;
  };

  return {
    ticketOf: (challenge) => prefixes.ticket + toBase64url(hash(b, utf8(challenge), ticketKey)),
    newTicket: () => prefixes.ticket + toBase64url(random(ticketLength)),
    idOf(ticket) {
      const bytes = ticketBytes(ticket);
      return bytes && toBase64url(hash(b, bytes));
    },
    bound(ticket, reportId) {
      const key = ticketBytes(ticket) ?? new Uint8Array(ticketLength);
      return toBase64url(hash(b, fromHex(reportId, sizes.id), key));
    },
    reportMark: (reportId) => toBase64url(hash(b, fromHex(reportId, sizes.id), markKey)),
    sealReport: ({ reportId, proofMark }, until) =>
      sealed('report', until, concat(fromHex(reportId, sizes.id), fromHex(proofMark, sizes.id))),
    openReport(text, now) {
      const plain = opened('report', text, now);
      if (plain?.length !== 2 * sizes.id) return null;
      return { reportId: toHex(plain.subarray(0, sizes.id)), proofMark: toHex(plain.subarray(sizes.id)) };
    },
    sealSession: (openid, until) => sealed('session', until, utf8(openid)),
    openSession(text, now) {
      const plain = opened('session', text, now);
      return plain && fromUtf8(plain);
    },
    proofMark: (proofHash) => toHex(proofHash.subarray(0, sizes.id)),
  };
}
