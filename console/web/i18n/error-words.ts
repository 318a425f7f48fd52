import type { TFunction } from 'i18next';
import { ApiError, OfflineError } from '../api/api-error.js';
import { DeriveError } from '../crypto/derive.js';
import { errors } from '../texts/en/errors.js';

type Errors = typeof errors;
export type KnownCode = {
  [S in keyof Errors]: `${S}.${Extract<keyof Errors[S], string>}`;
}[keyof Errors];

const known: ReadonlySet<string> = new Set(
  Object.entries(errors).flatMap(([subject, facts]) =>
    Object.keys(facts).map((fact) => `${subject}.${fact}`),
  ),
);
const isKnown = (code: string): code is KnownCode => known.has(code);

/** One sentence about what happened and what to do. */
export const errorWords = (t: TFunction, error: unknown): string => t(`errors.${codeOf(error)}`);

/** The text's code for whatever was thrown. */
export function codeOf(error: unknown): KnownCode {
  if (error instanceof OfflineError) return 'here.offline';
  if (error instanceof DeriveError) return 'here.derive';
  if (!(error instanceof ApiError)) return 'here.unknown';
  return isKnown(error.code) ? error.code : 'internal.unexpected';
}
