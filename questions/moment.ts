/**
 * Reading a time that somebody wrote in their own words, in Chinese or English.
 * A reading is an offer: the words are kept whatever comes out, and only a time wholly in the future is refused.
 */
import { fold } from './fold.js';
import { addDays, dayOf, lastOfMonth, weekday } from './day.js';

export type Days = readonly [from: string, to: string];

/** What the words seem to mean: the days, whether all of them are still to come, or nothing at all. */
export type MomentReading = { readonly days: Days; readonly future: boolean } | null;

interface Found {
  readonly at: number;
  readonly end: number;
  readonly days: Days;
}
type Reader = (match: RegExpExecArray, today: string) => Days | null;

const zhDigits = '零一二三四五六七八九';

/** 十五 → 15, 二十 → 20, 三 → 3; two-digit Chinese numbers are all that dates need. */
function zhNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('廿', '二十').replaceAll('〇', '零');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['0', plain];
  const digit = (part: string | undefined, empty: number): number =>
    part === undefined || part === '' ? empty : /^\d$/.test(part) ? Number(part) : zhDigits.indexOf(part);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const enCount: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
};
const zn = '[0-9零〇一二两三四五六七八九十廿]{1,3}';
const enMonth = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const enWeekday = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*';

const one = (day: string | null): Days | null => (day === null ? null : [day, day]);
const ago = (days: number): Reader => {
  return (_match, today) => one(addDays(today, -days));
};
const yearOf = (today: string): number => Number(today.slice(0, 4));
const monthOf = (today: string): number => Number(today.slice(5, 7));

/** A day or month named without a year is the latest that is not to come. */
function latest(month: number, date: number | null, today: string): Days | null {
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const days = inMonth(year, month, date);
    if (days !== null && days[0] <= today) return days;
  }
  return null;
}
function inMonth(year: number, month: number, date: number | null): Days | null {
  if (date !== null) return one(dayOf(year, month, date));
  const first = dayOf(year, month, 1);
  return first === null ? null : [first, lastOfMonth(year, month)];
}
function monthsAgo(today: string, months: number): Days {
  const index = yearOf(today) * 12 + monthOf(today) - 1 - months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return [dayOf(year, month, 1) ?? today, lastOfMonth(year, month)];
}
/** The weekday `n` (1 Monday) of the week `weeks` before this one. */
function weekdayOf(today: string, n: number, weeks: number): string {
  return addDays(today, n - weekday(today) - 7 * weeks);
}
const week = (today: string, weeks: number): Days => [weekdayOf(today, 1, weeks), weekdayOf(today, 7, weeks)];
const lastWeekdayBefore = (today: string, n: number): string =>
  addDays(today, -((weekday(today) - n + 7) % 7));
const zhDay = (text: string): number =>
  /\d/.test(text) ? Number(text) : '一二三四五六日'.indexOf(text === '天' ? '日' : text) + 1;

/** Tried in this order at each place; the first that matches wins, so the more exact stands first. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/g,
    (m) => one(dayOf(Number(m[1]), Number(m[2]), Number(m[3]))),
  ],
  [/(\d{4})\s*[-/年]\s*(\d{1,2})\s*月?(?!\d)/g, (m) => inMonth(Number(m[1]), Number(m[2]), null)],
  [
    new RegExp(`(前年|去年|今年)(?:的)?(${zn})月(?:份)?(?:到|至|[-—~])(${zn})月(?!(?:份)?${zn}[日号])`, 'g'),
    (m, today) => {
      const year = yearOf(today) - (m[1] === '前年' ? 2 : m[1] === '去年' ? 1 : 0);
      const [from, to] = [
        inMonth(year, zhNumber(m[2] ?? ''), null),
        inMonth(year, zhNumber(m[3] ?? ''), null),
      ];
      return from !== null && to !== null && from[0] <= to[1] ? [from[0], to[1]] : null;
    },
  ],
  [
    new RegExp(`(前年|去年|今年)(${zn})月(?:份)?(?:(${zn})[日号])?`, 'g'),
    (m, today) =>
      inMonth(
        yearOf(today) - (m[1] === '前年' ? 2 : m[1] === '去年' ? 1 : 0),
        zhNumber(m[2] ?? ''),
        m[3] === undefined ? null : zhNumber(m[3]),
      ),
  ],
  [
    new RegExp(`(上上|上|这|本)个?月(?:份)?(?:的)?(${zn})[日号]`, 'g'),
    (m, today) => {
      const [first] = monthsAgo(today, m[1] === '上上' ? 2 : m[1] === '上' ? 1 : 0);
      return one(dayOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), zhNumber(m[2] ?? '')));
    },
  ],
  [
    new RegExp(`(${zn})月(?:份)?(${zn})[日号]?`, 'g'),
    (m, today) => latest(zhNumber(m[1] ?? ''), zhNumber(m[2] ?? ''), today),
  ],
  [new RegExp(`(${zn})月(?:份)?`, 'g'), (m, today) => latest(zhNumber(m[1] ?? ''), null, today)],
  [
    /(上上|上)个?(?:周|星期|礼拜)([一二三四五六日天1-7])/g,
    (m, today) => one(weekdayOf(today, zhDay(m[2] ?? ''), m[1] === '上上' ? 2 : 1)),
  ],
  [
    /(?:下个?)(?:周|星期|礼拜|月)[一二三四五六日天1-7]?/g,
    (_m, today) => [addDays(today, 1), addDays(today, 31)],
  ],
  [
    /(?:这个?|本)(?:周|星期|礼拜)([一二三四五六日天1-7])/g,
    (m, today) => one(weekdayOf(today, zhDay(m[1] ?? ''), 0)),
  ],
  [/(?:周|星期|礼拜)([一二三四五六日天])/g, (m, today) => one(lastWeekdayBefore(today, zhDay(m[1] ?? '')))],
  [/上上个?(?:周|星期|礼拜)/g, (_m, today) => week(today, 2)],
  [/上个?(?:周|星期|礼拜)/g, (_m, today) => week(today, 1)],
  [/(?:这个?|本)(?:周|星期|礼拜)/g, (_m, today) => [weekdayOf(today, 1, 0), today]],
  [/上上个?月/g, (_m, today) => monthsAgo(today, 2)],
  [/上个?月/g, (_m, today) => monthsAgo(today, 1)],
  [/(?:这个?|本)月/g, (_m, today) => [`${today.slice(0, 8)}01`, today]],
  [
    new RegExp(`(${zn})(?:个)?(天|日|周|星期|礼拜|月|年)(?:之?以?)前`, 'g'),
    (m, today) => before(zhNumber(m[1] ?? ''), m[2] ?? '', today),
  ],
  [/半年(?:之?以?)前/g, (_m, today) => monthsAgo(today, 6)],
  [/大前天/g, ago(3)],
  [/前天|前晚/g, ago(2)],
  [/昨天|昨日|昨晚|昨夜|昨儿/g, ago(1)],
  [/今天|今日|今早|今晚|今晨|刚才|刚刚|方才|现在/g, ago(0)],
  [/明天|明日|明早|明晚|后天|明年|大后天/g, (_m, today) => [addDays(today, 1), addDays(today, 366)]],
  [/(\d{4})\s*年/g, (m) => [`${m[1] ?? ''}-01-01`, `${m[1] ?? ''}-12-31`]],
  [/前年/g, (_m, today) => wholeYear(yearOf(today) - 2)],
  [/去年/g, (_m, today) => wholeYear(yearOf(today) - 1)],
  [/今年/g, (_m, today) => [`${today.slice(0, 4)}-01-01`, today]],
  [
    new RegExp(`${enMonth}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, 'g'),
    (m, today) => enDate(m[1], m[2], m[3], today),
  ],
  [
    new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${enMonth}(?:,?\\s+(\\d{4}))?\\b`, 'g'),
    (m, today) => enDate(m[2], m[1], m[3], today),
  ],
  [new RegExp(`\\b${enMonth}(?:,?\\s+(\\d{4}))\\b`, 'g'), (m, today) => enDate(m[1], undefined, m[2], today)],
  [
    new RegExp(`\\b(?:in|during|last|since|early|late|mid)\\s+${enMonth}(?![a-z])`, 'g'),
    (m, today) => enDate(m[1], undefined, undefined, today),
  ],
  [/\b(?:the )?day before yesterday\b/g, ago(2)],
  [/\byesterday\b|\blast night\b/g, ago(1)],
  [/\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b|\bjust now\b|\bright now\b/g, ago(0)],
  [
    /\btomorrow\b|\bnext (?:week|month|year|[a-z]+day)\b/g,
    (_m, today) => [addDays(today, 1), addDays(today, 366)],
  ],
  [new RegExp(`\\b(?:(last)|on|this|past)?\\s*\\b${enWeekday}\\b(\\s+last week)?`, 'g'), enWeekdayDays],
  [/\blast week\b/g, (_m, today) => week(today, 1)],
  [/\bthis week\b/g, (_m, today) => [weekdayOf(today, 1, 0), today]],
  [/\blast month\b/g, (_m, today) => monthsAgo(today, 1)],
  [/\bthis month\b/g, (_m, today) => [`${today.slice(0, 8)}01`, today]],
  [/\blast year\b/g, (_m, today) => wholeYear(yearOf(today) - 1)],
  [
    /\b(?:a )?(\d{1,3}|an?|one|two|couple|three|four|five|six|seven|eight|nine|ten|few)(?: of)? (day|week|month|year)s? ago\b/g,
    (m, today) => before(enCount[m[1] ?? ''] ?? Number(m[1]), m[2] ?? '', today),
  ],
];

function wholeYear(year: number): Days {
  return [`${String(year)}-01-01`, `${String(year)}-12-31`];
}
function before(count: number, unit: string, today: string): Days | null {
  if (!Number.isInteger(count) || count < 0 || count > 400) return null;
  if (/天|日|day/.test(unit)) return one(addDays(today, -count));
  if (/周|星期|礼拜|week/.test(unit)) return week(today, count);
  if (/月|month/.test(unit)) return monthsAgo(today, count);
  return wholeYear(yearOf(today) - count);
}
function enDate(
  month: string | undefined,
  date: string | undefined,
  year: string | undefined,
  today: string,
): Days | null {
  const number = months.indexOf((month ?? '').slice(0, 3)) + 1;
  const day = date === undefined ? null : Number(date);
  return year === undefined ? latest(number, day, today) : inMonth(Number(year), number, day);
}
function enWeekdayDays(match: RegExpExecArray, today: string): Days | null {
  const n = weekdays.indexOf((match[2] ?? '').slice(0, 3)) + 1;
  if (n === 0) return null;
  const latestDay = lastWeekdayBefore(today, n);
  if (match[3] !== undefined) return one(weekdayOf(today, n, 1));
  return one(match[1] === 'last' && latestDay === today ? addDays(latestDay, -7) : latestDay);
}

/** All readings in the words, from left to right, none overlapping another. */
function findAll(words: string, today: string): readonly Found[] {
  const found: Found[] = [];
  for (const [pattern, read] of readers) {
    for (const match of words.matchAll(pattern)) {
      const at = match.index;
      const end = at + match[0].length;
      if (found.some((other) => at < other.end && end > other.at)) continue;
      const days = read(match, today);
      if (days !== null) found.push({ at, end, days });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Reads the days that `words` name, seen from `today` (`YYYY-MM-DD`); two days or more make a span. */
export function readMoment(words: string, today: string): MomentReading {
  const found = findAll(fold(words).toLowerCase(), today).slice(0, 4);
  const first = found[0];
  if (first === undefined) return null;
  const from = found.reduce((a, b) => (b.days[0] < a ? b.days[0] : a), first.days[0]);
  const to = found.reduce((a, b) => (b.days[1] > a ? b.days[1] : a), first.days[1]);
  const future = from > today;
  return { days: [from, future || to <= today ? to : today], future };
}
