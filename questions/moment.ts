/**
 * Reading a time that somebody wrote in their own words, in Chinese or English.
 * A reading is an offer: the words are kept whatever comes out, and only a time wholly in the future is refused.
 */
import { weekday } from './day.js';
import { fold } from './fold.js';
import { readers } from './moment/readers.js';
import { enWeekday, weekdays, zhDay, type Days } from './moment/spans.js';
import { goingOn, uncertain } from './moment/uncertain.js';

export type { Days };

/** What the words seem to mean: the days, whether all of them are still to come, or nothing at all. */
export type MomentReading = { readonly days: Days; readonly future: boolean } | null;

interface Found {
  readonly at: number;
  readonly end: number;
  /** null: a time that names no day there is, or none that is certain */
  readonly days: Days | null;
  /** 1 Monday … 7 Sunday, where it is a weekday alone */
  readonly weekday: number | null;
}

/** All readings in the words, from left to right, none overlapping another. */
function findAll(words: string, today: string): readonly Found[] {
  const found: Found[] = [];
  for (const [pattern, read] of readers) {
    for (const match of words.matchAll(pattern)) {
      const at = match.index;
      const end = at + match[0].length;
      if (found.some((other) => at < other.end && end > other.at)) continue;
      found.push({ at, end, days: read(match, today), weekday: weekdayAlone(match[0]) });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The weekday that words are, if they are nothing but one. */
function weekdayAlone(words: string): number | null {
  const zh = /^(?:周|星期|礼拜)([一二三四五六日天])$/.exec(words.trim())?.[1];
  if (zh !== undefined) return zhDay(zh);
  const en = new RegExp(`^(?:on )?${enWeekday}$`).exec(words.trim())?.[1];
  return en === undefined ? null : weekdays.indexOf(en.slice(0, 3)) + 1;
}

/** Characters that may stand between a date and its weekday: "Wed, Jan 20th", "3月5日（星期四）". */
const besideDate = 3;

/**
 * A weekday beside a date says the same day once more and is left out. @returns null where it contradicts the date, or
 * where anything found is not certain
 */
function certain(found: readonly Found[]): readonly Days[] | null {
  const kept: Days[] = [];
  for (const [at, one] of found.entries()) {
    if (one.weekday !== null) {
      const beside = [found[at - 1], found[at + 1]].find(
        (other) =>
          other?.days?.[0] === other?.days?.[1] &&
          other?.weekday === null &&
          (other.end <= one.at ? one.at - other.end : other.at - one.end) <= besideDate,
      );
      if (beside?.days) {
        if (weekday(beside.days[0]) !== one.weekday) return null;
        continue;
      }
    }
    if (one.days === null) return null;
    kept.push(one.days);
  }
  return kept;
}

/** Reads the days that `words` name, seen from `today` (`YYYY-MM-DD`); two days or more make a span. */
export function readMoment(words: string, today: string): MomentReading {
  const said = fold(words).toLowerCase();
  if (uncertain.some((pattern) => pattern.test(said))) return null;
  const found = certain(findAll(said, today).slice(0, 4));
  const first = found?.[0];
  if (found === null || first === undefined) return null;
  const from = found.reduce((a, b) => (b[0] < a ? b[0] : a), first[0]);
  const last = found.reduce((a, b) => (b[1] > a ? b[1] : a), first[1]);
  const future = from > today;
  const to = goingOn.test(said) && !future ? today : last;
  return { days: [from, future || to <= today ? to : today], future };
}
