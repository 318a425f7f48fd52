/** The staff's use cases on memory stores and the real vault, and people who work with them. */
import type { Role } from '../../domain/access.js';
import { createStaffCases, type StaffPorts } from '../../domain/staff/staff-cases.js';
import type { Me } from '../../domain/staff/staff.js';
import { createRandom } from '../../vault/node/random.js';
import { createStaffVault } from '../../vault/node/staff-vault.js';
import { auditLog } from './audit-log.js';
import { handClock } from './fakes/clock.js';
import { memoryInvitations, memoryStaff, memoryStaffSessions } from './fakes/staff.js';
import { person, someMember, type Person } from './staff-people.js';

export type StaffLinePorts = Partial<StaffPorts> & { readonly clock?: HandClock };

type HandClock = ReturnType<typeof handClock>;

/** Every port may be replaced; `pauses` are the waits in milliseconds that were asked for. */
export function staffLine(changes: StaffLinePorts = {}) {
  const clock = changes.clock ?? handClock('2027-01-04T09:00:00Z');
  const random = createRandom();
  const vault = createStaffVault({ secret: new Uint8Array(32).fill(1), random });
  const log = auditLog(clock);
  const pauses: number[] = [];
  const pause = async (ms: number): Promise<void> => {
    pauses.push(ms);
  };
  const ports = {
    ...{ staff: memoryStaff(), sessions: memoryStaffSessions(), invitations: memoryInvitations() },
    ...{ vault, clock, random, pause, record: log.record },
    ...changes,
    clock,
  };
  const cases = createStaffCases(ports);

  /** What somebody's browser sends to get an account, or new credentials for one. */
  const credentialsOf = (who: Person) => ({
    ...{ auth: who.auth, totpSecret: who.totpSecret, recovery: who.recovery },
    code: who.code(clock.now()),
  });

  /** An account that is there already, whose second factor was never used. */
  async function hire(name: string, ...roles: readonly Role[]): Promise<Person & { readonly me: Me }> {
    const who = person(name);
    const { id } = someMember(name);
    const kept = {
      authHash: vault.hash(who.auth),
      recoveryHash: vault.hash(who.recovery),
      totp: vault.sealTotp(id, who.totpSecret),
    };
    await ports.staff.insert(someMember(name, { roles, ...kept }));
    return { ...who, me: { id, name, roles } };
  }

  /** Signs somebody in, with what is wrong on purpose in `wrong`. */
  const signIn = (who: Person, wrong: Partial<Parameters<typeof cases.signIn>[0]> = {}) =>
    cases.signIn({
      ...{ name: who.name, auth: who.auth, code: who.code(clock.now()), network: 'here' },
      ...wrong,
    });

  return { ...cases, ...ports, ...log, cases, pauses, hire, signIn, credentialsOf };
}
