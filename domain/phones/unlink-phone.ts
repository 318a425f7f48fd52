import type { RecordAct } from '../audit/record-act.js';
import { createForgetPhone } from './forget-phone.js';
import { onPhone } from './phone.js';
import type { PhoneLinks, StaffPhones } from './ports.js';

/** A member of staff takes their phone away, and a code that waits. */
export type UnlinkPhone = (staffId: string) => Promise<void>;

/** No phone there is no error. @throws DomainError storage.unavailable */
export function createUnlinkPhone(ports: {
  phones: StaffPhones;
  links: PhoneLinks;
  record: RecordAct;
}): UnlinkPhone {
  const forget = createForgetPhone(ports);
  return async (staffId) => {
    if ((await ports.phones.of(staffId)) !== null) await ports.record(onPhone(staffId, 'phone.unlink'));
    await forget(staffId);
  };
}
