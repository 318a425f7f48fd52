/** The staff's accounts and the log of their acts, on this line's stores. */
import { may } from '../../domain/access.js';
import { createReadLog } from '../../domain/audit/read-log.js';
import type { RecordAct } from '../../domain/audit/record-act.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createStaffCases } from '../../domain/staff/staff-cases.js';
import { createStaffVault } from '../../vault/node/staff-vault.js';
import type { Storage } from '../storage/storage.js';

export interface StaffParts {
  readonly phones: { readonly forget: (staffId: string) => Promise<unknown> };
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly secret: Uint8Array;
  readonly previous: Uint8Array | null;
  readonly record: RecordAct;
}

export function openStaff({ storage, clock, random, secret, previous, record, phones }: StaffParts) {
  const { staff, staffSessions: sessions, invitations, audit } = storage;
  const vault = createStaffVault({ secret, random, ...(previous === null ? {} : { previous }) });
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms).unref();
    });
  const cases = createStaffCases({ staff, sessions, invitations, vault, clock, random, record, pause });
  return {
    cases: {
      ...cases,
      // A phone belongs to somebody who writes articles; whoever does so no more keeps none linked.
      async endAccount(...ended: Parameters<typeof cases.endAccount>) {
        const member = await cases.endAccount(...ended);
        await phones.forget(member.id);
        return member;
      },
      async changeRoles(...changed: Parameters<typeof cases.changeRoles>) {
        const member = await cases.changeRoles(...changed);
        if (!may(member.roles, 'articles.write')) await phones.forget(member.id);
        return member;
      },
    },
    log: createReadLog({ audit, record }),
  };
}
