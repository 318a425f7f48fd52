import { isRefusal } from '../api/api-error.js';

/** Whether a text was refused for its length: what is longest in what is sent is its body. */
export function isTooLong(error: unknown): boolean {
  if (isRefusal(error, 'request.too_large')) return true;
  if (!isRefusal(error, 'request.invalid')) return false;
  const { fields } = error.details;
  if (typeof fields !== 'object' || fields === null) return false;
  return Object.entries(fields).some(
    ([name, rules]) => name.endsWith('.body') && Array.isArray(rules) && rules.includes('maxLength'),
  );
}
