import type { RecordAct } from '../audit/record-act.js';
import { onPhone } from './phone.js';
import type { PhoneLinks, PhoneVault, StaffPhones } from './ports.js';

/** An account left the line's followers: if it is somebody's phone here, it is no more. */
export type LeavePhone = (openid: string) => Promise<void>;

/** Of an account that is nobody's phone nothing is written. @throws DomainError storage.unavailable */
export function createLeavePhone(ports: {
  phones: StaffPhones;
  links: PhoneLinks;
  vault: PhoneVault;
  record: RecordAct;
}): LeavePhone {
  const { phones, links, vault, record } = ports;
  return async (openid) => {
    const tags = vault.tags(openid);
    const left = await phones.tagged(tags);
    if (left.length === 0) return;
    for (const { staffId } of left) {
      await record(onPhone(staffId, 'phone.unlink'));
      // A scan that is delivered once more would link it again.
      await links.remove(staffId);
    }
    await phones.removeTagged(tags);
  };
}
