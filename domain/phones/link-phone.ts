import type { RecordAct } from '../audit/record-act.js';
import type { Clock } from '../ports.js';
import type { Staff } from '../staff/ports.js';
import { mayLink, onPhone } from './phone.js';
import type { PhoneLinks, PhoneVault, StaffPhones } from './ports.js';
import { createForgetPhone } from './forget-phone.js';

/** A code that came back from the account that scanned it. Answers whose phone it is now; null: the code has ended. */
export type LinkPhone = (code: string, openid: string) => Promise<{ readonly name: string } | null>;

/** The same scan may come more than once, to several processes: it links once and is answered alike. @throws DomainError storage.unavailable */
export function createLinkPhone(ports: {
  phones: StaffPhones;
  links: PhoneLinks;
  vault: PhoneVault;
  staff: Pick<Staff, 'byId'>;
  record: RecordAct;
  clock: Clock;
}): LinkPhone {
  const { phones, links, vault, staff, record, clock } = ports;
  const forget = createForgetPhone(ports);

  return async (code, openid) => {
    const hash = vault.hashCode(code);
    if (hash === null) return null;
    const tags = vault.tags(openid);
    const link = await links.claim(hash, tags, clock.now());
    if (link === null) return null;
    const { staffId } = link;
    const member = await staff.byId(staffId);
    if (!mayLink(member)) return null;
    const { name } = member;
    if (link.usedBy !== null && tags.includes((await phones.of(staffId))?.tag ?? '')) return { name };
    await record(onPhone(staffId, 'phone.link'));
    const sealed = vault.seal(staffId, openid);
    await phones.put({ staffId, sealed, tag: tags[0], linkedDay: clock.today() });
    // The account may have ended meanwhile, and its row was erased before this one was there.
    if (mayLink(await staff.byId(staffId))) return { name };
    await forget(staffId);
    return null;
  };
}
