import type { TFunction } from 'i18next';
import { roles, type Role } from '../api/common-types.js';
import { acts } from '../texts/en/acts.js';

type Acts = typeof acts;
export type KnownAct = { [S in keyof Acts]: `${S}.${Extract<keyof Acts[S], string>}` }[keyof Acts];

const known: ReadonlySet<string> = new Set(
  Object.entries(acts).flatMap(([subject, verbs]) => Object.keys(verbs).map((verb) => `${subject}.${verb}`)),
);
const isKnown = (act: string): act is KnownAct => known.has(act);

/** Acts with a role in their name: `staff.grant_editor`. */
const withRole: readonly KnownAct[] = ['invitation.offer', 'staff.grant', 'staff.withdraw'];

/** The act in words; null: it has none here, and stands as it is. */
export function actWords(t: TFunction, act: string): string | null {
  if (isKnown(act)) return withRole.includes(act) ? null : t(`acts.${act}`, { role: '' });
  const [base, role] = split(act);
  if (base === null || role === null) return null;
  return t(`acts.${base}`, { role: t(`roles.${role}.name`) });
}

function split(act: string): readonly [KnownAct | null, Role | null] {
  const base = withRole.find((one) => act.startsWith(`${one}_`)) ?? null;
  const role = roles.find((one) => base !== null && act === `${base}_${one}`) ?? null;
  return [base, role];
}

/** All acts that have words, for a list to choose from. */
export const allActs: readonly string[] = [...known].flatMap((act) =>
  isKnown(act) && withRole.includes(act) ? roles.map((role) => `${act}_${role}`) : [act],
);
