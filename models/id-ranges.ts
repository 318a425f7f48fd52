/** Ranges of ids that are evenly spread texts in base64url: a collection is gone through in so many short commands. */

const firsts = Array.from('-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');

/** Conditions on `_id`, apart from each other; together they hold every text. After an id: only what follows it. */
export function idRanges(after: string | null = null): readonly Readonly<Record<string, string>>[] {
  return firsts
    .map((first, at) => {
      const next = firsts[at + 1];
      const from = at === 0 ? '' : first;
      const start = after !== null && after >= from ? { $gt: after } : { $gte: from };
      return { first, next, range: { ...start, ...(next === undefined ? {} : { $lt: next }) } };
    })
    .filter(({ next }) => after === null || next === undefined || next > after)
    .map(({ range }) => range);
}
