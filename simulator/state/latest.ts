/** Keeps no more than the `most` latest entries: all that the simulator remembers is bounded. */
export function keepLatest<Key>(entries: Map<Key, unknown> | Set<Key>, most: number): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= most) return;
    entries.delete(oldest);
  }
}
