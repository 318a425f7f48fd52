import type { ArticleState } from '../articles/lifecycle.js';
import type { Articles } from '../articles/ports.js';
import { momentOf } from '../calendar/moments.js';
import { addDays, dayOf, lastOfMonth } from '../../questions/day.js';
import { allowance, type AccountKind, type Budget, type PlannedSend } from './budget.js';
import type { OccurrenceState } from './lifecycle.js';
import type { Occurrence } from './occurrence.js';
import type { HandSends, Occurrences } from './ports.js';

/** The budget of the period that a day lies in. @throws DomainError storage.unavailable */
export type ReadBudget = (day: string) => Promise<Budget>;

export interface BudgetPorts {
  readonly articles: Pick<Articles, 'sentBetween' | 'planned'>;
  readonly occurrences: Pick<Occurrences, 'between'>;
  readonly handSends: Pick<HandSends, 'between'>;
  readonly accountKind: () => Promise<AccountKind>;
  /** IANA name of the line's zone */
  readonly zone: string;
}

/** Articles that will be sent; one that went is in the count of those. */
const articlesToGo: ReadonlySet<ArticleState> = new Set(['scheduled', 'about_to_go']);
const noticesToGo: ReadonlySet<OccurrenceState> = new Set(['scheduled', 'about_to_go', 'going', 'paused']);

/** Milliseconds by which something may go out after its time. */
const latestMs = 4 * 24 * 3_600_000;

export function createReadBudget(ports: BudgetPorts): ReadBudget {
  const { articles, occurrences, handSends, accountKind, zone } = ports;
  return async (day) => {
    const { period, most } = allowance(await accountKind(), day);
    const [first, last] = daysOf(period);
    const [from, to] = [momentOf(zone, first, '00:00'), momentOf(zone, addDays(last, 1), '00:00')];
    const [sentArticles, plannedArticles, notices, byHand] = await Promise.all([
      articles.sentBetween(from, to),
      articles.planned(from, to),
      // what was late at the end of a period counts where it went
      occurrences.between(from - latestMs, to),
      handSends.between(first, last),
    ]);
    const inPeriod = (at: number): boolean => at >= from && at < to;
    const massOnes = notices.filter((one) => one.ways.mass !== null && inPeriod(wentAt(one)));
    const planned: PlannedSend[] = [
      ...plannedArticles.flatMap(({ id, plan, state }): PlannedSend[] => {
        const goes = plan !== null && plan.platform.way === 'send' && inPeriod(plan.at);
        return goes && articlesToGo.has(state) ? [{ kind: 'article', id, at: plan.at }] : [];
      }),
      ...massOnes
        .filter(({ state }) => noticesToGo.has(state))
        .map((one): PlannedSend => ({ kind: 'notice', id: one.id, at: wentAt(one) })),
    ];
    const sent = sentArticles + byHand.length + massOnes.filter(wasSent).length;
    return { period, most, sent, planned: planned.toSorted((one, other) => one.at - other.at) };
  };

  function daysOf(period: string): readonly [string, string] {
    const [year = 0, month = 1, date] = period.split('-').map(Number);
    if (date !== undefined) return [period, period];
    return [dayOf(year, month, 1) ?? period, lastOfMonth(year, month)];
  }
}

const wentAt = ({ startedAt, at }: Occurrence): number => startedAt ?? at;

/** Whether its mass send used up one of the budget; one in doubt may have. */
function wasSent({ outcome }: Occurrence): boolean {
  const mass = outcome?.find(({ way }) => way === 'mass');
  return mass !== undefined && (mass.sent > 0 || mass.state === 'done' || mass.state === 'in_doubt');
}
