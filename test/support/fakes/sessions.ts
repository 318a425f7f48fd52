import type { Row, Sessions } from '../../../domain/drafts/ports.js';

/** Sessions in memory; `rows` shows what is stored, and clearing it is losing the database. */
export function memorySessions(): Sessions & { readonly rows: Map<string, Row> } {
  const rows = new Map<string, Row>();
  const copy = (row: Row): Row => ({ ...row, key: row.key.slice(), body: row.body.slice() });
  return {
    rows,
    async load(tags) {
      const found = tags.map((tag) => rows.get(tag)).find((row) => row !== undefined);
      return found ? copy(found) : null;
    },
    async save(row, from) {
      if ((rows.get(row.tag)?.rev ?? 0) !== from) return false;
      rows.set(row.tag, copy(row));
      return true;
    },
    async remove(tag, rev) {
      return rows.get(tag)?.rev === rev && rows.delete(tag);
    },
    async burn(day) {
      const burned = [...rows.values()].filter((row) => row.burnDay < day);
      for (const row of burned) rows.delete(row.tag);
      return burned.length;
    },
    async ending(day, limit, after = '') {
      return [...rows.values()]
        .filter((row) => row.burnDay === day && row.tag > after)
        .sort((a, b) => (a.tag < b.tag ? -1 : 1))
        .slice(0, limit)
        .map(copy);
    },
  };
}
