/**
 * How many customer messages may still go to a person: 5 within 48 hours of their message, 3 within a minute of a
 * click, a follow or a scan. Kept in memory under a key of the caller's (never the openid); after a restart unknown.
 */

export type Act = 'message' | 'tap';

export interface Windows {
  /** The person wrote, or tapped, followed, scanned. A tap on a message menu is a tap, though it arrives as text. */
  acted(key: string, act: Act): void;
  /** How many may go now; null if nothing is known, then the platform decides. */
  left(key: string): number | null;
  /** One went out: from the allowance that ends first. */
  took(key: string): void;
  /** The platform refused (45015, 45047): nothing may go until they act again. */
  closed(key: string): void;
}

const rules: Readonly<Record<Act, { readonly most: number; readonly ms: number }>> = {
  message: { most: 5, ms: 48 * 3600_000 },
  tap: { most: 3, ms: 60_000 },
};

interface Allowance {
  left: number;
  readonly until: number;
}

/** `most`: people remembered at once; the longest silent are forgotten first. */
export function createWindows(now: () => number, most = 50_000): Windows {
  const people = new Map<string, Map<Act, Allowance>>();

  const open = (key: string): readonly Allowance[] =>
    [...(people.get(key)?.values() ?? [])]
      .filter((allowance) => allowance.until > now())
      .sort((a, b) => a.until - b.until);

  return {
    acted(key, act) {
      const { most: left, ms } = rules[act];
      const allowances = people.get(key) ?? new Map<Act, Allowance>();
      allowances.set(act, { left, until: now() + ms });
      people.delete(key);
      people.set(key, allowances);
      const [oldest] = people.keys();
      if (people.size > most && oldest !== undefined) people.delete(oldest);
    },
    left: (key) => (people.has(key) ? open(key).reduce((sum, allowance) => sum + allowance.left, 0) : null),
    took(key) {
      const first = open(key).find((allowance) => allowance.left > 0);
      if (first) first.left -= 1;
    },
    closed(key) {
      people.set(key, new Map());
    },
  };
}
