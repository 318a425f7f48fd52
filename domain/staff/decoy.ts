import type { Random } from '../ports.js';
import type { StaffVault } from './ports.js';
import type { StaffMember } from './staff.js';

/** Stands in where a name is unknown, so that the same work is done for it. Nobody can be it: it is ended. */
export function createDecoy(ports: { vault: StaffVault; random: Random }): StaffMember {
  const { vault, random } = ports;
  const id = '0'.repeat(32);
  return {
    ...{ id, name: '', foldedName: '', roles: [], state: 'ended', createdDay: '', revision: 0 },
    authHash: vault.hash(random(32)),
    recoveryHash: vault.hash(random(32)),
    totp: vault.sealTotp(id, 'A'.repeat(32)),
    totpStep: 0,
  };
}
