import { isDomainError } from '../domain/errors.js';

/** What a failed run is called: a code of ours or of the system, else the error's class. Its words may hold a person's. */
export function failureOf(error: unknown): string {
  if (isDomainError(error)) return error.code;
  if (!(error instanceof Error)) return 'error';
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && /^(E[A-Z0-9]{2,19}|ERR_[A-Z_]{2,49})$/.test(code)) return code;
  const { constructor } = Object.getPrototypeOf(error) as { readonly constructor: { readonly name: string } };
  return /^[A-Za-z]\w{0,39}$/.test(constructor.name) ? constructor.name : 'Error';
}
