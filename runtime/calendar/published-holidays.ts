/** China's holidays as the package `chinese-days` has them: its tables only, for its functions reckon in the machine's zone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { InBoth } from '../../domain/calendar/calendar-words.js';
import type { HolidayYear } from '../../domain/calendar/holidays.js';

/** Day to `English,中文,days of it by law`. */
type Table = Readonly<Record<string, string>>;

const wholeNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** A year of the package; null: it has not that year. */
export function publishedHolidays(): (year: number) => HolidayYear | null {
  const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = tablesIn(JSON.parse(readFileSync(file, 'utf8')));
  return (year) => {
    // A year's first days may be there before the year itself is announced.
    if (holidays[`${year}-10-01`] === undefined) return null;
    const ofYear = (table: Table) =>
      Object.keys(table)
        .filter((day) => day.startsWith(`${year}-`))
        .sort();
    return {
      ...{ year, source: 'package', worked: ofYear(workdays) },
      off: ofYear(holidays).map((day) => ({ day, name: nameIn(holidays[day] ?? '') })),
    };
  };
}

function nameIn(entry: string): InBoth {
  const [en = '', zh = ''] = entry.split(',');
  return { zh: wholeNames[zh] ?? zh, en };
}

/** @throws TypeError if the package's file has another form than it had */
function tablesIn(file: unknown): { readonly holidays: Table; readonly workdays: Table } {
  const { holidays, workdays } = Object(file) as Readonly<Record<string, unknown>>;
  if (!isTable(holidays) || !isTable(workdays))
    throw new TypeError('the holidays of chinese-days are in another form');
  return { holidays, workdays };
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([day, entry]) => /^\d{4}-\d\d-\d\d$/.test(day) && typeof entry === 'string');
