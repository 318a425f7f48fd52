import type { Clock } from '../ports.js';
import { linkMost, linkScene, notTaken } from './phone.js';
import type { PhoneChannel, PhoneLinks, PhoneVault } from './ports.js';

/** A link that was just made; `url` is what its QR code says, and kept nowhere. */
export interface NewPhoneLink {
  /** names the link and opens nothing */
  readonly id: string;
  readonly url: string;
  /** milliseconds since 1970 */
  readonly endsAt: number;
}

/** A one-time code for this member's own phone, good for ten minutes; earlier ones are good no more. */
export type MakePhoneLink = (staffId: string) => Promise<NewPhoneLink>;

/** @throws DomainError phone.refused with `details: { reason }`, storage.unavailable */
export function createMakePhoneLink(ports: {
  links: PhoneLinks;
  vault: PhoneVault;
  channel: PhoneChannel | null;
  clock: Clock;
}): MakePhoneLink {
  const { links, vault, channel, clock } = ports;
  return async (staffId) => {
    if (channel === null) throw notTaken('no_account');
    const { code, hash } = vault.newCode();
    const endsAt = clock.now() + linkMost;
    const made = await channel.code(`${linkScene}${code}`, linkMost / 1_000);
    if (made.is === 'refused') throw notTaken(made.reason);
    await links.put({ staffId, codeHash: hash, usedBy: null, endsAt });
    return { id: hash, url: made.url, endsAt };
  };
}
