import { dayNumber } from '../../../../questions/day.js';

export interface DaysUntil {
  readonly when: 'today' | 'tomorrow' | 'yesterday' | 'ahead' | 'ago';
  readonly count: number;
}

/** How far a day is from today. Both YYYY-MM-DD. */
export function daysUntil(day: string, today: string): DaysUntil {
  const days = dayNumber(day) - dayNumber(today);
  if (days === 0) return { when: 'today', count: 0 };
  if (days === 1) return { when: 'tomorrow', count: 1 };
  if (days === -1) return { when: 'yesterday', count: 1 };
  return { when: days > 0 ? 'ahead' : 'ago', count: Math.abs(days) };
}
