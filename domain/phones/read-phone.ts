import type { PhoneChannel, PhoneVault, StaffPhones } from './ports.js';

export interface PhoneState {
  /** the day, `YYYY-MM-DD`; null: no phone is linked */
  readonly linkedDay: string | null;
  /** whether there is an Official Account that may make codes and show previews */
  readonly available: boolean;
}

/** What a member of staff is told of their own phone. */
export type ReadPhone = (staffId: string) => Promise<PhoneState>;

/** @throws DomainError storage.unavailable */
export function createReadPhone(ports: {
  phones: StaffPhones;
  vault: PhoneVault;
  channel: PhoneChannel | null;
}): ReadPhone {
  const { phones, vault, channel } = ports;
  return async (staffId) => {
    const available = channel !== null && (await channel.available());
    const phone = await phones.of(staffId);
    // What was sealed under a secret that is gone cannot be written to: it is linked anew.
    const usable = phone !== null && vault.open(staffId, phone.sealed) !== null;
    return { linkedDay: usable ? phone.linkedDay : null, available };
  };
}
