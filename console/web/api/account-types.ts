/** Answers of the part of the API that knows who is who. Times are ISO 8601 in UTC. */
import type { Act, Named, Role, Words } from './common-types.js';

export interface Line {
  readonly name: Words;
  /** 16 bytes, hex */
  readonly lineId: string;
  readonly sample: boolean;
  /** IANA */
  readonly zone: string;
  readonly version: string;
  readonly publicUrl: string;
  readonly languages: readonly ('zh' | 'en')[];
  readonly idleMinutes: number;
  readonly categories: readonly { readonly id: string; readonly label: Words }[];
  readonly limits: {
    readonly title: number;
    readonly author: number;
    readonly digest: number;
    readonly content: number;
    readonly contentBytes: number;
  };
}

export interface Me extends Named {
  readonly roles: readonly Role[];
  readonly may: readonly Act[];
}

export interface SessionAnswer {
  readonly me: Me;
  readonly endsAt: string;
  readonly idleEndsAt: string;
}

export interface OwnSession {
  readonly id: string;
  readonly current: boolean;
  readonly startedAt: string;
  readonly seenAt: string;
}

export interface SignIn {
  readonly name: string;
  /** base64url, 32 bytes */
  readonly auth: string;
  /** six digits */
  readonly code: string;
}

/** What a person sets up: first factor, second factor, recovery. */
export interface Credentials extends SignIn {
  /** base32, 32 letters */
  readonly totpSecret: string;
}

export interface OpenedInvitation {
  readonly roles: readonly Role[];
  /** the very first account of this line */
  readonly first: boolean;
  readonly endsAt: string;
  /** of the account whose credentials are made anew; not there for a new account */
  readonly name?: string;
}

export interface Invitation {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly createdBy: Named;
  readonly createdAt: string;
  readonly endsAt: string;
}

export interface InvitationLink {
  readonly id: string;
  readonly link: string;
  readonly endsAt: string;
}

export interface StaffMember extends Named {
  readonly roles: readonly Role[];
  readonly state: 'active' | 'ended';
  /** YYYY-MM-DD */
  readonly createdOn: string;
}

export interface AuditHead {
  readonly seq: number;
  /** hex */
  readonly hash: string;
}

export interface AuditEntry extends AuditHead {
  readonly at: string;
  readonly who: Named;
  readonly act: string;
  readonly object: string | null;
}

export interface AuditFilter {
  readonly who?: string;
  readonly act?: string;
  readonly object?: string;
}
