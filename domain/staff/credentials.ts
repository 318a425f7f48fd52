import type { StaffVault } from './ports.js';
import type { NewCredentials, StaffMember } from './staff.js';

/** What is kept of credentials that were made in a browser; null: the code is not one that the new secret makes now. */
export function keepCredentials(
  vault: StaffVault,
  staffId: string,
  { auth, totpSecret, code, recovery }: NewCredentials,
  now: number,
): Pick<StaffMember, 'authHash' | 'totp' | 'totpStep' | 'recoveryHash'> | null {
  const totpStep = vault.checkCode(totpSecret, code, now, 0);
  if (totpStep === null) return null;
  return {
    totpStep,
    authHash: vault.hash(auth),
    totp: vault.sealTotp(staffId, totpSecret),
    recoveryHash: vault.hash(recovery),
  };
}
