/** An occurrence that is planned in memory, ticks, and processes that are killed. */
import { createAdvanceNotices } from '../../../domain/notices/advance-notices.js';
import type { Occurrence } from '../../../domain/notices/occurrence.js';
import { somePublished } from '../../support/articles.js';
import { withFaults, type Plan } from '../../support/fakes/faults.js';
import { toySends } from '../../support/fakes/toy-sends.js';
import { someOccurrence } from '../../support/notices.js';
import { setUp } from './set-up.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const nothing = { found: 0, done: 0, failed: 0 };

/** An occurrence that goes out in an hour, unless something else is said. */
export function desk(changes: Partial<Occurrence> = {}, articles = [somePublished()]) {
  const line = setUp({ articles });
  const at = line.clock.now() + hour;
  const planned = someOccurrence({
    ...{ state: 'scheduled', approvedBy: 'ben', at, windowEndsAt: at + 24 * hour },
    ...changes,
  });
  line.occurrences.stored.set(planned.id, planned);
  const toy = toySends();
  const ports = {
    ...{ occurrences: line.occurrences, articles: line.articles, clock: line.clock, sends: toy.sends },
    pageOf: (way: string, slug: string | null) => `${way}:${slug ?? 'all'}`,
  };
  const advance = createAdvanceNotices(ports);
  /** A tick every minute for so long. */
  const tick = async (minutes: number, run = advance): Promise<void> => {
    for (let count = 0; count < minutes; count += 1) {
      line.clock.advance(minute);
      await run(10);
    }
  };
  const { id } = planned;
  const now = () => line.one(id);
  const timeline = async () => (await now()).events.map(({ what }) => what).slice(1);
  return { ...line, ...toy, ports, advance, tick, now, timeline, at, id };
}

/** A port whose process is killed at the nth call of a method: that call and all later ones fail. */
export function dyingAt<T extends object>(
  port: T,
  method: string,
  nth: number,
  when: 'before' | 'after' = 'before',
): T {
  let calls = 0;
  let dead = false;
  const plan: Plan = (name) => {
    if (dead) return 'before';
    if (name === method) calls += 1;
    if (name !== method || calls !== nth) return undefined;
    dead = true;
    return when;
  };
  return withFaults(port, plan);
}
