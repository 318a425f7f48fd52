/** What the phones of staff need from outside. */
import type { ArticleLang, Content } from '../articles/article.js';
import type { PhoneLink, StaffPhone } from './phone.js';

export interface StaffPhones {
  /** Stores it in the place of the member's earlier one, if there is one. */
  put(phone: StaffPhone): Promise<void>;
  of(staffId: string): Promise<StaffPhone | null>;
  /** All with one of these tags: one account may be the phone of several members. */
  tagged(tags: readonly string[]): Promise<readonly StaffPhone[]>;
  /** Erases it; none there is no error. */
  remove(staffId: string): Promise<void>;
  removeTagged(tags: readonly string[]): Promise<void>;
}

/** Links go by themselves some time after they end. */
export interface PhoneLinks {
  /** Stores it in the place of the member's earlier one, if there is one. */
  put(link: PhoneLink): Promise<void>;
  /**
   * Marks the link as used by the first of the tags, and answers it as it was before. Null: there is none with this
   * hash that ends after `now`, or an account with none of these tags used it. Of several accounts at once one gets it;
   * the same account gets it again, for the platform delivers a scan more than once.
   */
  claim(codeHash: string, tags: Tags, now: number): Promise<PhoneLink | null>;
  remove(staffId: string): Promise<void>;
}

/** Tags of one account: under the line's present secret first, then under the previous one. */
export type Tags = readonly [string, ...string[]];

export interface PhoneVault {
  /** A code of 16 random bytes as text, and its hash in hex. */
  newCode(): { readonly code: string; readonly hash: string };
  /** The hash of what may be such a code; null: it is none. */
  hashCode(code: string): string | null;
  /** Seals an account's name for one member of staff. */
  seal(staffId: string, openid: string): Uint8Array;
  /** Null: sealed for another member or under another secret. */
  open(staffId: string, sealed: Uint8Array): string | null;
  /** Under a key of their own: they match no tag of anything else. */
  tags(openid: string): Tags;
}

/** `reason`: an error code of the platform or a word of ours; the console has a sentence for each. */
export interface NotTaken {
  readonly is: 'refused';
  readonly reason: string;
}

/** The Official Account as the phones of staff need it. */
export interface PhoneChannel {
  /** Whether this account may make codes and show previews, as far as is known. Never throws. */
  available(): Promise<boolean>;
  /** A QR code that is good for so many seconds; `url` is what it says. */
  code(scene: string, seconds: number): Promise<{ readonly is: 'made'; readonly url: string } | NotTaken>;
  /** Shows an article to one follower as it will look; what is uploaded for it is taken away again. */
  preview(
    openid: string,
    article: { readonly slug: string; readonly lang: ArticleLang; readonly content: Content },
  ): Promise<{ readonly is: 'shown' } | NotTaken>;
}
