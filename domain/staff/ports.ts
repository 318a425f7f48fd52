/** What the staff's accounts need from outside. */
import type { Invitation } from './invitation.js';
import type { StaffMember, StaffSession } from './staff.js';

export interface Staff {
  /** @throws DomainError staff.name_taken, storage.unavailable */
  insert(member: StaffMember): Promise<void>;
  byId(id: string): Promise<StaffMember | null>;
  byName(foldedName: string): Promise<StaffMember | null>;
  /** Everybody, also ended accounts, by name. */
  all(): Promise<readonly StaffMember[]>;
  /** Writes over the one with the revision before it (`member.revision - 1`). False: another write was faster. */
  replace(member: StaffMember): Promise<boolean>;
  /**
   * Marks the step of a code as used and stores the secret sealed anew. False, and nothing is written, if this step or
   * a later one was used, the account ended, or its passphrase is another one by now.
   */
  useCode(member: StaffMember, step: number, totp: Uint8Array): Promise<boolean>;
}

/** Sessions go by themselves some time after they end; until then a reader looks at `endsAt`. */
export interface StaffSessions {
  insert(session: StaffSession): Promise<void>;
  byId(id: string): Promise<StaffSession | null>;
  /** Moves the end; a session that is gone stays gone. */
  renew(id: string, seenAt: number, endsAt: number): Promise<void>;
  /** False: it was gone already. */
  remove(id: string): Promise<boolean>;
  /** One person's, the latest first. */
  of(staffId: string): Promise<readonly StaffSession[]>;
  removeOf(staffId: string): Promise<void>;
}

/** Invitations go by themselves some time after they end, as sessions do. */
export interface Invitations {
  /** Stores it in the place of the one with its id, if there is one. */
  put(invitation: Invitation): Promise<void>;
  bySecret(secretHash: string): Promise<Invitation | null>;
  /** Takes it away: true for exactly one caller, false if it is gone or was replaced. */
  take(invitation: Pick<Invitation, 'id' | 'secretHash'>): Promise<boolean>;
  /** The latest first. */
  all(): Promise<readonly Invitation[]>;
}

export interface StaffVault {
  /** The form in which names are compared. */
  foldName(name: string): string;
  hash(bytes: Uint8Array): Uint8Array;
  /** In a time that depends on the lengths alone. */
  equal(a: Uint8Array, b: Uint8Array): boolean;
  /** A secret of 32 random bytes as text, and its hash in hex. */
  newSecret(): { readonly secret: string; readonly hash: string };
  /** The hash of what may be such a secret; null: it is none. */
  hashSecret(secret: string): string | null;
  /** Seals a secret of the second factor (32 letters of base32) for one account. @throws RangeError if it is none */
  sealTotp(staffId: string, secret: string): Uint8Array;
  /** Null: sealed for another account or under another key. */
  openTotp(staffId: string, sealed: Uint8Array): string | null;
  /** The step whose code this is, of the one at `now` (milliseconds), the one before and the one after; only later ones than `after`. */
  checkCode(secret: string, code: string, now: number, after: number): number | null;
}

/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<void>;
