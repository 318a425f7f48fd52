/** The staff's accounts, sessions and invitations in memory. */
import { DomainError } from '../../../domain/errors.js';
import type { Invitation } from '../../../domain/staff/invitation.js';
import type { Invitations, Staff, StaffSessions } from '../../../domain/staff/ports.js';
import type { StaffMember, StaffSession } from '../../../domain/staff/staff.js';

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Accounts in memory. */
export function memoryStaff(...first: readonly StaffMember[]): Staff {
  const members = new Map(first.map((member) => [member.id, structuredClone(member)]));
  const copy = (member: StaffMember | undefined): StaffMember | null => structuredClone(member) ?? null;
  return {
    async insert(member) {
      if ([...members.values()].some(({ foldedName }) => foldedName === member.foldedName))
        throw new DomainError('staff.name_taken');
      members.set(member.id, structuredClone(member));
    },
    async byId(id) {
      return copy(members.get(id));
    },
    async byName(foldedName) {
      return copy([...members.values()].find((member) => member.foldedName === foldedName));
    },
    async all() {
      const all = [...members.values()].sort((a, b) => (a.foldedName < b.foldedName ? -1 : 1));
      return structuredClone(all);
    },
    async replace(member) {
      if (members.get(member.id)?.revision !== member.revision - 1) return false;
      members.set(member.id, structuredClone(member));
      return true;
    },
    async useCode({ id, authHash }, step, totp) {
      const found = members.get(id);
      if (found?.state !== 'active' || found.totpStep >= step || !same(found.authHash, authHash))
        return false;
      members.set(id, { ...found, totpStep: step, totp: totp.slice(), revision: found.revision + 1 });
      return true;
    },
  };
}

/** Sessions in memory; what has ended stays until somebody removes it. */
export function memoryStaffSessions(): StaffSessions {
  const sessions = new Map<string, StaffSession>();
  return {
    async insert(session) {
      sessions.set(session.id, session);
    },
    async byId(id) {
      return sessions.get(id) ?? null;
    },
    async renew(id, seenAt, endsAt) {
      const found = sessions.get(id);
      if (found !== undefined) sessions.set(id, { ...found, seenAt, endsAt });
    },
    async remove(id) {
      return sessions.delete(id);
    },
    async of(staffId) {
      return [...sessions.values()]
        .filter((session) => session.staffId === staffId)
        .sort((a, b) => b.startedAt - a.startedAt);
    },
    async removeOf(staffId) {
      for (const session of sessions.values()) if (session.staffId === staffId) sessions.delete(session.id);
    },
  };
}

/** Invitations in memory; what has ended stays until somebody takes it. */
export function memoryInvitations(): Invitations {
  const invitations = new Map<string, Invitation>();
  return {
    async put(invitation) {
      invitations.set(invitation.id, invitation);
    },
    async bySecret(secretHash) {
      return [...invitations.values()].find((one) => one.secretHash === secretHash) ?? null;
    },
    async take({ id, secretHash }) {
      return invitations.get(id)?.secretHash === secretHash && invitations.delete(id);
    },
    async all() {
      return [...invitations.values()].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
  };
}
