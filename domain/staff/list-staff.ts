import type { Staff } from './ports.js';
import type { StaffMember } from './staff.js';

/** What others may know of an account. */
export type StaffLine = Pick<StaffMember, 'id' | 'name' | 'roles' | 'state' | 'createdDay'>;
export type ListStaff = () => Promise<readonly StaffLine[]>;

/** Everybody, by name; ended accounts too. @throws DomainError storage.unavailable */
export function createListStaff({ staff }: { staff: Staff }): ListStaff {
  return async () =>
    (await staff.all()).map(({ id, name, roles, state, createdDay }) => ({
      ...{ id, name, roles, state, createdDay },
    }));
}
