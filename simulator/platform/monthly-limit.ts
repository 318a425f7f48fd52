import { keepLatest } from '../state/latest.js';
import { dayOf } from '../state/platform-day.js';
import { type User } from '../state/users.js';
import { type Platform } from './api.js';

const aMonth = 4;

/** Whether a follower may get one more mass send this month, which is counted: of a service account four at most. */
export function createMonthlyLimit({ clock, officialAccount }: Platform): (user: User) => boolean {
  const received = new Map<string, number>();
  return (user) => {
    if (officialAccount.account.kind === 'subscription') return true;
    const key = `${user.openid} ${dayOf(clock.now()).slice(0, 7)}`;
    const n = (received.get(key) ?? 0) + 1;
    received.set(key, n);
    keepLatest(received, 20_000);
    return n <= aMonth;
  };
}
