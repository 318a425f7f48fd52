/** The times that are read, each with the days it names. */
import { addDays, dayOf } from '../day.js';
import {
  type Reader,
  zhNumber,
  enCount,
  enWeekday,
  one,
  ago,
  yearOf,
  latest,
  inMonth,
  monthsAgo,
  weekdayOf,
  week,
  lastWeekdayBefore,
  zhDay,
  eitherOrder,
  upToToday,
  wholeYear,
  before,
  enDate,
  enWeekdayDays,
} from './spans.js';
export const zn = '[0-9零〇一二两三四五六七八九十廿]{1,3}';
export const enMonth = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
export const enNumber = '(\\d{1,3}|an?|one|two|couple|three|four|five|six|seven|eight|nine|ten|few)';

/** Tried in this order at each place; the first that matches wins, so the more exact stands first. */
export const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/g,
    (m) => one(dayOf(Number(m[1]), Number(m[2]), Number(m[3]))),
  ],
  [/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?![\d/.])/g, (m) => inMonth(Number(m[1]), Number(m[2]), null)],
  [/(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/g, (m) => eitherOrder(m[1], m[2], m[3])],
  [/\bsince\s+((?:19[5-9]|20[0-4])\d)\b(?![-/.])/g, (m) => wholeYear(Number(m[1]))],
  [/\b(?:in|during|around|about|year)\s+((?:19[5-9]|20[0-4])\d)\b(?![-/.])/g, (m) => wholeYear(Number(m[1]))],
  [/^\s*((?:19[5-9]|20[0-4])\d)\s*$/g, (m) => wholeYear(Number(m[1]))],
  [
    new RegExp(`(?:最近|近|过去|这)(${zn})个?(天|日|周|星期|礼拜|月|年)(?!前|[一二三四五六日天])`, 'g'),
    (m, today) => upToToday(zhNumber(m[1] ?? ''), m[2] ?? '', today),
  ],
  [new RegExp(`(?:${zn}|半)个?(?:小时|钟头|分钟|刻钟)(?:之?以?)前`, 'g'), ago(0)],
  [new RegExp(`\\b${enNumber}(?: of)? (?:hour|minute)s? ago\\b`, 'g'), ago(0)],
  [
    new RegExp(`\\b(?:last|past) ${enNumber} (day|week|month|year)s?\\b`, 'g'),
    (m, today) => upToToday(enCount[m[1] ?? ''] ?? Number(m[1]), m[2] ?? '', today),
  ],
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
