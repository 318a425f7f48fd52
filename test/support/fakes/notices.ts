/** Notices, what is planned of them, and what stands beside, in memory; `stored` shows each by id. */
import type { Notice } from '../../../domain/notices/notice.js';
import { lineOf, type Occurrence } from '../../../domain/notices/occurrence.js';
import type {
  HandSend,
  HandSends,
  NoticeFeed,
  NoticeFeeds,
  Notices,
  Occurrences,
} from '../../../domain/notices/ports.js';

type Stored<T> = { readonly stored: Map<string, T> };
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function kept<T extends { readonly id: string; readonly revision: number }>(first: readonly T[]) {
  const stored = new Map(first.map((one) => [one.id, structuredClone(one)]));
  return {
    stored,
    all: (): T[] => structuredClone([...stored.values()]),
    async insert(one: T): Promise<boolean> {
      if (stored.has(one.id)) return false;
      stored.set(one.id, structuredClone(one));
      return true;
    },
    async byId(id: string): Promise<T | null> {
      return structuredClone(stored.get(id) ?? null);
    },
    async replace(one: T): Promise<boolean> {
      if (stored.get(one.id)?.revision !== one.revision - 1) return false;
      stored.set(one.id, structuredClone(one));
      return true;
    },
  };
}

export function memoryNotices(...first: readonly Notice[]): Notices & Stored<Notice> {
  const { all, ...notices } = kept(first);
  return { ...notices, all: async () => all().sort(byId) };
}

export function memoryOccurrences(...first: readonly Occurrence[]): Occurrences & Stored<Occurrence> {
  const { all, stored, ...occurrences } = kept(first);
  const inTime = (a: Occurrence, b: Occurrence): number => a.at - b.at || byId(a, b);
  const between: Occurrences['between'] = async (from, to, states) =>
    all()
      .filter(({ at, state }) => at >= from && at < to && (states?.includes(state) ?? true))
      .sort(inTime);
  return {
    ...{ ...occurrences, stored, between },
    lines: async (...range) => (await between(...range)).map(lineOf),
    async remove({ id, revision }) {
      return stored.get(id)?.revision === revision && stored.delete(id);
    },
    async of(notice) {
      return all()
        .filter((one) => one.notice === notice)
        .sort((a, b) => (a.nominal === b.nominal ? byId(a, b) : a.nominal < b.nominal ? -1 : 1));
    },
    async due(states, by, limit) {
      return all()
        .filter(({ state, at }) => states.includes(state) && at <= by)
        .sort(inTime)
        .slice(0, limit);
    },
  };
}

export function memoryHandSends(...first: readonly HandSend[]): HandSends {
  const stored = [...first];
  return {
    async add(send) {
      stored.push({ ...send });
    },
    async between(from, to) {
      return stored
        .filter(({ on }) => on >= from && on <= to)
        .sort((a, b) => (a.on === b.on ? byId(a, b) : a.on < b.on ? -1 : 1))
        .map((send) => ({ ...send }));
    },
  };
}

export function memoryNoticeFeeds(): NoticeFeeds {
  const stored = new Map<string, NoticeFeed>();
  return {
    async put(feed) {
      stored.set(feed.staffId, { ...feed });
    },
    async of(staffId) {
      return stored.get(staffId) ?? null;
    },
    async byKey(keyHash) {
      return [...stored.values()].find((feed) => feed.keyHash === keyHash) ?? null;
    },
    async remove(staffId) {
      stored.delete(staffId);
    },
  };
}
