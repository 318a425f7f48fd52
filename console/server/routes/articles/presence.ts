/** Who has an article open: in this process's memory, for as long as their page says so. */
import type { Clock } from '../../../../domain/ports.js';

export interface Presence {
  /** Notes that somebody has it open, or not any more; answers who else has. */
  here(article: string, who: string, editing: boolean): readonly string[];
}

/** Milliseconds after which a page that said nothing more is taken for closed. */
const fadesMs = 40_000;

export function createPresence(clock: Clock): Presence {
  const open = new Map<string, Map<string, number>>();
  return {
    here(article, who, editing) {
      const now = clock.now();
      const there = open.get(article) ?? new Map<string, number>();
      for (const [one, seen] of there) if (seen < now - fadesMs) there.delete(one);
      if (editing) there.set(who, now);
      else there.delete(who);
      if (there.size === 0) open.delete(article);
      else open.set(article, there);
      return [...there.keys()].filter((one) => one !== who);
    },
  };
}
