import type { Staff } from './ports.js';

/** Somebody as others see them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Looks the names up once; what it gives names any id without waiting. */
export type NameStaff = () => Promise<(id: string) => Named>;

/** Who is no member of staff (`host`, `line`) is named by the id itself. @throws DomainError storage.unavailable */
export function createNameStaff({ staff }: { staff: Staff }): NameStaff {
  return async () => {
    const names = new Map((await staff.all()).map(({ id, name }) => [id, name]));
    return (id) => ({ id, name: names.get(id) ?? id });
  };
}
