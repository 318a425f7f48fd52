/**
 * How many customer messages an account may still send to one person.
 * Source: reference 10.2 and 13.5: a message opens 5 in 48 h, a tap, scan or follow 3 in 1 min, each counted apart.
 */
export type Opening = 'message' | 'click' | 'scan' | 'follow' | 'enter';

export interface Allowance {
  readonly opened: Opening;
  readonly remaining: number;
  readonly expiresAt: number;
}

const minute = 60_000;
const grants: Readonly<Record<Opening, { readonly count: number; readonly ms: number }>> = {
  message: { count: 5, ms: 48 * 60 * minute },
  click: { count: 3, ms: minute },
  scan: { count: 3, ms: minute },
  follow: { count: 3, ms: minute },
  enter: { count: 2, ms: minute },
};

/** The allowances after a person did something: a new one replaces the older of its kind, it does not add to it. */
export function open(allowances: readonly Allowance[], opened: Opening, now: number): readonly Allowance[] {
  const grant = grants[opened];
  const others = allowances.filter((a) => a.opened !== opened && a.expiresAt > now);
  return [...others, { opened, remaining: grant.count, expiresAt: now + grant.ms }];
}

/** Takes one message from the allowance that ends first, or names the platform's refusal. */
export function take(
  allowances: readonly Allowance[],
  now: number,
): { readonly left: readonly Allowance[] } | { readonly refused: 45015 | 45047 } {
  const alive = allowances.filter((a) => a.expiresAt > now).sort((a, b) => a.expiresAt - b.expiresAt);
  if (alive.length === 0) return { refused: 45015 };
  const first = alive.find((a) => a.remaining > 0);
  if (first === undefined) return { refused: 45047 };
  return { left: alive.map((a) => (a === first ? { ...a, remaining: a.remaining - 1 } : a)) };
}
