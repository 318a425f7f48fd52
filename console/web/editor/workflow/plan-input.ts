/** What a reviewer fills in about when and how an article goes out, and the plan that comes of it. */
import type { ArticlePlan, PlatformPlan } from '../../api/article-types.js';
import type { Wall, Zone } from '../../articles/calendar-zone.js';

export interface PlanInput {
  /** as soon as can be: after the ten minutes in which it can be stopped */
  readonly soon: boolean;
  readonly wall: Wall;
  readonly way: PlatformPlan['way'];
  readonly toAll: boolean;
  /** as it was typed */
  readonly tag: string;
}

export type PlanProblem = 'day' | 'time' | 'left_out' | 'past' | 'tag';

/** `at`: milliseconds since 1970 that it would go out. */
export function planOf(
  { soon, wall, way, toAll, tag }: PlanInput,
  zone: Zone,
  now: number,
):
  | { readonly plan: ArticlePlan; readonly problem: null }
  | { readonly plan: null; readonly problem: PlanProblem } {
  const refuse = (problem: PlanProblem) => ({ plan: null, problem }) as const;
  const at = soon ? now : zone.moment(wall);
  if (at === null) return refuse(wall.day === '' ? 'day' : wall.time === '' ? 'time' : 'left_out');
  if (!soon && at < now) return refuse('past');
  const wanted = /^\d{1,9}$/.test(tag.trim()) ? Number(tag) : null;
  if (way === 'send' && !toAll && wanted === null) return refuse('tag');
  const platform = { way, tag: way === 'send' && !toAll ? wanted : null };
  return { plan: { at: new Date(at).toISOString(), platform }, problem: null };
}

/** Ten in the morning of the next day, as the line's clocks have it. */
export function usualWall(zone: Zone, now: number): Wall {
  return { day: zone.wall(now + 24 * 3_600_000).day, time: '10:00' };
}
