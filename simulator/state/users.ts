import type { PlatformClock } from './clock.js';
import { digits, letters, type Random } from './chance.js';
import { keepLatest } from './latest.js';
import type { Entry, Shown, Via } from './shown.js';
import { type Allowance, open, type Opening, take } from './windows.js';

/** A person as the platform knows them for one account. */
export interface User {
  readonly openid: string;
  following: boolean;
  followedAt: number;
  scene: string;
  qrScene: string;
  allowances: readonly Allowance[];
  outbox: Entry[];
  /** open consents by `consentKey` */
  readonly consents: Map<string, number>;
  readonly tags: Set<number>;
  remark: string;
  /** when they last opened the mini-program */
  visitedAt: number;
  /** the last second in which each event was reported: nobody taps the same thing twice in a second */
  readonly eventSeconds: Map<string, number>;
}

/** What somebody agreed to with one account is nothing to the other. */
export const consentKey = ({ appid }: { readonly appid: string }, templateId: string): string =>
  `${appid} ${templateId}`;

export interface Users {
  /** The user of this openid, made now if there is none; without an openid a new person. */
  admit(openid?: string): User;
  get(openid: string): User | undefined;
  all(): IterableIterator<User>;
  /** Puts a message before the person and answers the entry they see. */
  show(user: User, via: Via, shown: Shown): Entry;
  allow(user: User, opened: Opening): void;
  /** Takes one customer message from what is open, or answers the platform's refusal. */
  spend(user: User): 45015 | 45047 | null;
  /** Sets the second that an event carries; the same event again within the second gets the next one. */
  secondOf(user: User, event: string): number;
  seq(): number;
}

/** Kept in memory; whoever was active longest ago is forgotten first. */
export const limits = { users: 5_000, entries: 50_000, entriesOfOne: 300, eventKeys: 50 } as const;

/** `mostUsers`: how many are remembered. */
export function createUsers(clock: PlatformClock, random: Random, mostUsers: number = limits.users): Users {
  const users = new Map<string, User>();
  let entries = 0;
  let seq = 0;

  const touch = (user: User): void => {
    users.delete(user.openid);
    users.set(user.openid, user);
  };
  const idlest = (): User | undefined => users.values().next().value;
  const trim = (): void => {
    while (users.size > mostUsers) {
      const user = idlest();
      if (user === undefined) return;
      entries -= user.outbox.length;
      users.delete(user.openid);
    }
    for (const user of users.values()) {
      if (entries <= limits.entries) return;
      entries -= user.outbox.length;
      user.outbox = [];
    }
  };

  return {
    admit: (openid = `o${letters(random, 27)}`) => {
      const known = users.get(openid);
      if (known !== undefined) return known;
      const user: User = {
        openid,
        following: false,
        followedAt: 0,
        scene: '',
        qrScene: '',
        allowances: [],
        outbox: [],
        consents: new Map(),
        tags: new Set(),
        remark: '',
        visitedAt: 0,
        eventSeconds: new Map(),
      };
      users.set(openid, user);
      trim();
      return user;
    },
    get: (openid) => users.get(openid),
    all: () => users.values(),
    show: (user, via, shown) => {
      const entry: Entry = { via, at: new Date(clock.now()).toISOString(), seq: ++seq, ...shown };
      user.outbox.push(entry);
      entries += 1;
      if (user.outbox.length > limits.entriesOfOne) {
        user.outbox.shift();
        entries -= 1;
      }
      touch(user);
      trim();
      return entry;
    },
    allow: (user, opened) => {
      user.allowances = open(user.allowances, opened, clock.now());
      touch(user);
    },
    spend: (user) => {
      const result = take(user.allowances, clock.now());
      if ('refused' in result) return result.refused;
      user.allowances = result.left;
      return null;
    },
    secondOf: (user, event) => {
      const second = Math.max(Math.floor(clock.real() / 1000), (user.eventSeconds.get(event) ?? 0) + 1);
      user.eventSeconds.delete(event);
      user.eventSeconds.set(event, second);
      keepLatest(user.eventSeconds, limits.eventKeys);
      return second;
    },
    seq: () => ++seq,
  };
}

/** 64-bit message ids beyond 2^53, as the real ones are: never two alike in one run. */
export function createMessageIds(clock: PlatformClock, random: Random): () => string {
  let next = BigInt(clock.real()) * 100_000n + BigInt(digits(random, 4));
  return () => {
    next += 1n;
    return next.toString();
  };
}
