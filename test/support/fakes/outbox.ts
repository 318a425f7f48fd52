import { DomainError } from '../../../domain/errors.js';
import { checkLetter, type Letter } from '../../../domain/outbox/letter.js';
import type { ClaimLetter, Outbox } from '../../../domain/outbox/ports.js';

type Kept = { -readonly [F in keyof Letter]: Letter[F] } & { fence: number; until: number };

/** The outbox in memory; `letters` are those that wait or are dead. */
export function memoryOutbox(): Outbox & { letters(): readonly Letter[] } {
  const kept = new Map<string, Kept>();
  const gone = new Map<string, number>();
  const shown = ({ fence, until, ...letter }: Kept): Letter => structuredClone(letter);
  const order = (a: Kept, b: Kept): number =>
    a.state === b.state ? a.nextAt - b.nextAt || (a.id < b.id ? -1 : 1) : a.state === 'dead' ? -1 : 1;
  const sorted = (): Kept[] => [...kept.values()].sort(order);
  const isDue = ({ now, latest, held }: Omit<ClaimLetter, 'until'>) => {
    const come = (time: number): boolean => time <= now || time > latest;
    return ({ state, nextAt, until, to }: Kept): boolean =>
      state === 'waiting' && come(nextAt) && come(until) && (!held || to === null);
  };
  const mine = (id: string, fence: number): Kept | null => {
    const found = kept.get(id);
    return found?.fence === fence && found.state === 'waiting' ? found : null;
  };
  const set = (id: string, fence: number, changes: Partial<Kept>): boolean => {
    const found = mine(id, fence);
    if (found !== null) Object.assign(found, changes, { until: 0 });
    return found !== null;
  };
  const place = ({ state, nextAt, id }: Letter): string => `${state}.${nextAt}.${id}`;
  return {
    letters: () => sorted().map(shown),
    async put(letter, at) {
      checkLetter(letter);
      if (kept.has(letter.id) || gone.has(letter.id)) return false;
      const fresh = { state: 'waiting', attempts: 0, nextAt: at, reason: null, fence: 0, until: 0 } as const;
      kept.set(letter.id, { ...structuredClone(letter), ...fresh });
      return true;
    },
    async claim({ until, ...due }) {
      const found = sorted().find(isDue(due));
      if (found === undefined) return null;
      found.until = until;
      found.fence += 1;
      return { ...shown(found), fence: found.fence };
    },
    due: async (due) => sorted().filter(isDue(due)).length,
    async delivered(id, fence, now) {
      if (mine(id, fence) === null) return false;
      gone.set(id, now);
      return kept.delete(id);
    },
    postpone: async (id, fence, next) => set(id, fence, next),
    bury: async (id, fence, end) => set(id, fence, { ...end, state: 'dead' }),
    async forget(before) {
      const old = [...gone].filter(([, at]) => at < before);
      for (const [id] of old) gone.delete(id);
      return old.length;
    },
    async byId(id) {
      const found = kept.get(id);
      return found === undefined ? null : shown(found);
    },
    async list(after, limit) {
      const all = sorted().map(shown);
      const from = after === null ? 0 : all.findIndex((letter) => place(letter) === after) + 1;
      if (after !== null && !/^(dead|waiting)\.\d{1,15}\../.test(after))
        throw new DomainError('request.invalid');
      const items = all.slice(from, from + limit);
      const last = items.at(-1);
      return { items, next: last === undefined || from + limit >= all.length ? null : place(last) };
    },
    async retry(id, now) {
      const found = kept.get(id);
      if (found === undefined || found.until > now) return false;
      Object.assign(found, { state: 'waiting', attempts: 0, nextAt: now, until: 0 });
      return true;
    },
    async remove(id) {
      return kept.get(id)?.state === 'dead' && kept.delete(id);
    },
    async empty() {
      const dead = sorted().filter(({ state }) => state === 'dead');
      for (const { id } of dead) kept.delete(id);
      return dead.length;
    },
  };
}
