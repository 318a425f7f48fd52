/** What can be a request's input at all, before its fields are looked at. */

/** Levels of objects and lists in one input; no request of ours has half as many. */
const deepest = 32;

/**
 * Whether it nests no deeper than that, and gives no name that every object has anyway (`__proto__`, `constructor`):
 * class-transformer recurses without end on the one, and passes over the other where it should be refused.
 */
export function isPlainInput(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((inner) => isPlainInput(inner, levels - 1));
  return Object.entries(value).every(
    ([name, inner]) => !(name in Object.prototype) && isPlainInput(inner, levels - 1),
  );
}
