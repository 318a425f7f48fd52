/** Lists as they leave. */

export interface Page<T> {
  readonly items: readonly T[];
  /** null: that was all */
  readonly nextCursor: string | null;
}

/** A page of a list that was read whole; the cursor is the id of the last one shown. */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Page<T> {
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  const items = all.slice(from, from + limit);
  const more = from + limit < all.length;
  return { items, nextCursor: more ? (items.at(-1)?.id ?? null) : null };
}

/** A moment in milliseconds as ISO 8601, UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();
