import type { PhoneLinks, StaffPhones } from './ports.js';

/** Erases what is kept of a member's phone, and a code that waits: for who ends an account or takes its role away. */
export type ForgetPhone = (staffId: string) => Promise<void>;

/** Nothing is written down: what led to it is. @throws DomainError storage.unavailable */
export function createForgetPhone(ports: { phones: StaffPhones; links: PhoneLinks }): ForgetPhone {
  const { phones, links } = ports;
  return async (staffId) => {
    await links.remove(staffId);
    await phones.remove(staffId);
  };
}
