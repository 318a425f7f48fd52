/** People who work on the line, their sessions and their invitations: types and pure rules. */
import { roles as allRoles, type Role } from '../access.js';
import { DomainError } from '../errors.js';

export interface StaffMember {
  /** 16 random bytes, hex */
  readonly id: string;
  /** as it is shown; never changes, for old acts are read by it */
  readonly name: string;
  /** as it is compared: no two members share it, and nobody gets that of an ended account */
  readonly foldedName: string;
  readonly roles: readonly Role[];
  /** Hash of what a browser makes of the passphrase */
  readonly authHash: Uint8Array;
  /** the secret of the second factor, sealed */
  readonly totp: Uint8Array;
  /** the step whose code was used last: none is used twice */
  readonly totpStep: number;
  /** Hash of what a browser makes of the recovery code */
  readonly recoveryHash: Uint8Array;
  readonly state: 'active' | 'ended';
  /** `YYYY-MM-DD` */
  readonly createdDay: string;
  /** counts every write */
  readonly revision: number;
}

/** Who is signed in. */
export type Me = Pick<StaffMember, 'id' | 'name' | 'roles'>;

/** Somebody's stay in one browser. Neither address nor browser is kept. */
export interface StaffSession {
  /** hash of the cookie's secret, hex */
  readonly id: string;
  readonly staffId: string;
  /** milliseconds since 1970, as the next two */
  readonly startedAt: number;
  readonly seenAt: number;
  readonly endsAt: number;
}

/** A session that has just begun, and the secret that its cookie carries: shown once, kept nowhere. */
export interface Started {
  readonly secret: string;
  readonly me: Me;
}

/** What one needs to sign in, made anew in a browser. */
export interface NewCredentials {
  readonly auth: Uint8Array;
  /** 32 letters of base32 */
  readonly totpSecret: string;
  /** six digits that the new secret makes now */
  readonly code: string;
  readonly recovery: Uint8Array;
}

export const minute = 60_000;
export const hour = 60 * minute;

/** A session ends when nobody was there for so long, and in any case so long after it began. Milliseconds. */
export const idleMost = 30 * minute;
export const sessionMost = 12 * hour;

/** When a session ends if nothing more is heard. */
export function sessionEnd(startedAt: number, seenAt: number): number {
  return Math.min(startedAt + sessionMost, seenAt + idleMost);
}

export function isAdministrator(member: StaffMember): boolean {
  return member.state === 'active' && member.roles.includes('administrator');
}

/** The roles without doubles, in the table's order. */
export function inOrder(roles: readonly Role[]): readonly Role[] {
  return allRoles.filter((role) => roles.includes(role));
}

/** Letters and digits of any script, with blanks, dots, hyphens and apostrophes between; at most 40 characters. */
const nameForm = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .·'’-]{0,38}[\p{L}\p{M}\p{N}.])?$/u;

/** The name as it is shown. @throws DomainError request.invalid for what is no name */
export function shownName(typed: string): string {
  const name = typed.normalize('NFKC').trim();
  if (nameForm.test(name)) return name;
  throw new DomainError('request.invalid', { details: { fields: { name: ['isName'] } } });
}
