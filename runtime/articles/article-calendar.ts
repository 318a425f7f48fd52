/** The line's calendar as the desk shows it: days off, make-up working days, days with a name. */
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../questions/day.js';

export interface CalendarDay {
  readonly day: string;
  readonly off: boolean;
  readonly worked: boolean;
  readonly name: Readonly<Record<'zh' | 'en', string>> | null;
}

export interface NamedDay {
  /** `MM-DD` for a yearly day, `YYYY-MM-DD` for a single one */
  readonly on: string;
  /** a yearly day counts from this year on */
  readonly since: number | null;
  readonly name: Readonly<Record<'zh' | 'en', string>>;
}

/** The named days of a profile; what is malformed is left out, for the profile's own check speaks of it. */
export function namedDaysOf(profileFolder: string): readonly NamedDay[] {
  const file = parse(readFileSync(join(profileFolder, 'profile.yaml'), 'utf8')) as { days?: unknown };
  return (Array.isArray(file.days) ? (file.days as readonly unknown[]) : []).flatMap((one) => {
    const { on, since, name } = Object(one) as { on?: unknown; since?: unknown; name?: unknown };
    const { zh, en } = Object(name) as { zh?: unknown; en?: unknown };
    if (typeof on !== 'string' || typeof zh !== 'string' || typeof en !== 'string') return [];
    return [{ on, since: typeof since === 'number' ? since : null, name: { zh, en } }];
  });
}

/** Every day from one to another, both included. */
export function createDaysBetween(
  calendar: { readonly holidays: readonly string[]; readonly workdays: readonly string[] },
  named: readonly NamedDay[],
): (from: string, to: string) => readonly CalendarDay[] {
  const [holidays, workdays] = [new Set(calendar.holidays), new Set(calendar.workdays)];
  const nameOf = (day: string) =>
    named.find(
      ({ on, since }) => on === day || (on === day.slice(5) && Number(day.slice(0, 4)) >= (since ?? 0)),
    )?.name ?? null;
  return (from, to) => {
    const days: CalendarDay[] = [];
    for (let day = from; day <= to; day = addDays(day, 1))
      days.push({ day, off: holidays.has(day), worked: workdays.has(day), name: nameOf(day) });
    return days;
  };
}

/** The moment at which a day begins in a zone, in milliseconds since 1970. */
export function dayStartIn(zone: string, day: string): number {
  const guess = Date.parse(`${day}T00:00:00Z`);
  // Twice: the offset may be another one at the moment that the first guess leads to.
  const once = guess - offsetAt(zone, guess);
  return guess - offsetAt(zone, once);
}

function offsetAt(zone: string, ms: number): number {
  const parts: Record<string, number> = {};
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}
