import type { Role } from '../../../../domain/access.js';
import type { StaffLine } from '../../../../domain/staff/list-staff.js';

export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: 'active' | 'ended';
  readonly createdOn: string;
}

export function showStaff({ id, name, roles, state, createdDay }: StaffLine): StaffView {
  return { id, name, roles, state, createdOn: createdDay };
}
