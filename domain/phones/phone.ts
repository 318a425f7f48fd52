/** The telephone of a member of staff: a follower's account that gets articles as tests, and nothing else. */
import { may } from '../access.js';
import type { AuditAct } from '../audit/audit.js';
import { DomainError } from '../errors.js';
import type { StaffMember } from '../staff/staff.js';

/** One a member of staff. */
export interface StaffPhone {
  readonly staffId: string;
  /** the platform's name of the account, sealed for this member */
  readonly sealed: Uint8Array;
  /** keyed hash of that name: what an unfollow finds the row by */
  readonly tag: string;
  /** `YYYY-MM-DD` */
  readonly linkedDay: string;
}

/** A code that waits to be scanned. One a member of staff: a new one takes the place of the earlier one. */
export interface PhoneLink {
  readonly staffId: string;
  /** hash of the code, hex: it names the link and opens nothing */
  readonly codeHash: string;
  /** tag of the account that used it; null: nobody did yet */
  readonly usedBy: string | null;
  /** milliseconds since 1970 */
  readonly endsAt: number;
}

/** How long a code is good, in milliseconds. */
export const linkMost = 10 * 60_000;

/** What stands before the code in the scene of its QR code. */
export const linkScene = 'link:';

/** Tests that one member of staff may have sent on one day of the line. */
export const testsADay = 20;

/** What the log of staff acts calls what happens here; all of them, for who gives them words. */
export const phoneActs = ['phone.link', 'phone.unlink', 'article.test'] as const;

/** A member of staff's phone comes or goes. */
export const onPhone = (staffId: string, act: 'phone.link' | 'phone.unlink'): AuditAct => ({
  ...{ who: staffId, act, object: `staff:${staffId}` },
});

/** Whether somebody may have a phone here at all: tests are for who writes articles. */
export function mayLink(member: StaffMember | null): member is StaffMember {
  return member?.state === 'active' && may(member.roles, 'articles.write');
}

/** The platform did not take it. `reason`: its error code, or a word of ours. */
export const notTaken = (reason: string): DomainError =>
  new DomainError('phone.refused', { details: { reason } });
