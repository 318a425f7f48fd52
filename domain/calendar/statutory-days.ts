/** The public holidays of China that the law fixes beforehand; which days around them are off is announced each year. */
import { dayOf } from '../../questions/day.js';
import type { InBoth } from './calendar-words.js';
import { chineseDay } from './chinese-months.js';
import type { DayOff } from './holidays.js';

const names = {
  newYear: { zh: '元旦', en: 'New Year' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Tomb-Sweeping Day' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** Since 2025: thirteen days, the eve of the new year and 2 May among them. In order; none before 2025. */
export function statutoryDays(year: number): readonly DayOff[] {
  if (year < 2025) return [];
  const solar = (month: number, day: number): string => dayOf(year, month, day) ?? '';
  const days: readonly (readonly [InBoth, readonly string[]])[] = [
    [names.newYear, [solar(1, 1)]],
    [
      names.springFestival,
      [chineseDay(year - 1, 12, 'last'), ...[1, 2, 3].map((n) => chineseDay(year, 1, n))],
    ],
    [names.qingming, [solar(4, qingmingOf(year))]],
    [names.labour, [solar(5, 1), solar(5, 2)]],
    [names.dragonBoat, [chineseDay(year, 5, 5)]],
    [names.midAutumn, [chineseDay(year, 8, 15)]],
    [names.national, [solar(10, 1), solar(10, 2), solar(10, 3)]],
  ];
  const byDay = new Map(days.flatMap(([name, all]) => all.map((day) => [day, name] as const)));
  return [...byDay].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The day of April on which the sun is at 15 degrees, in China; the usual short formula, right from 2000 to 2099. */
function qingmingOf(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
