/** Reads the State Council's announcement of a year's holidays, as it is published: one numbered line for each. */
import { dayOf } from '../../../questions/day.js';
import type { Announced, DaysOff } from '../api/holiday-types.js';
import { namesIn } from './holiday-names.js';

/** `一、元旦：` to the next one */
const line =
  /[一二三四五六七八九十]+、\s*([^：:。\n]{1,20})[：:]([\s\S]*?)(?=[一二三四五六七八九十]+、[^：:。\n]{1,20}[：:]|$)/g;
const day = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
/** what stands in brackets behind a day: its weekday, its day of the Chinese calendar */
const remarks = /[（(][^）)]*[）)]/g;

interface Found {
  readonly year: number;
  readonly month: number;
  readonly day: string | null;
}

/** Null: nothing that could be one was found. */
export function readAnnouncement(text: string, year: number): Announced | null {
  const off: DaysOff[] = [];
  const worked: string[] = [];
  for (const [, name = '', body = ''] of text.replace(remarks, '').matchAll(line)) {
    for (const sentence of body.split(/[。；;\n]/)) {
      if (/上班/.test(sentence)) worked.push(...daysIn(sentence, year).flatMap((one) => one.day ?? []));
      else if (/放假/.test(sentence)) off.push(...rangesIn(sentence, namesIn(name.trim()), year));
    }
  }
  return off.length === 0 ? null : { off, worked: [...new Set(worked)].sort() };
}

/** The days of a sentence; a month and a year that are not said are those said before. */
function daysIn(sentence: string, year: number): readonly Found[] {
  let last: Found | null = null;
  const found: Found[] = [];
  for (const [, saidYear, saidMonth, date] of sentence.matchAll(day)) {
    const month: number = saidMonth === undefined ? (last?.month ?? 0) : Number(saidMonth);
    // December is the year before: only New Year reaches back
    const usual: number = last !== null && month >= last.month ? last.year : month === 12 ? year - 1 : year;
    const its = saidYear === undefined ? usual : Number(saidYear);
    last = { year: its, month, day: dayOf(its, month, Number(date)) };
    found.push(last);
  }
  return found;
}

/** `1月1日至3日放假`, or single days one after the other. */
function rangesIn(sentence: string, name: DaysOff['name'], year: number): readonly DaysOff[] {
  const days = daysIn(sentence, year).flatMap((one) => one.day ?? []);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return /[至到—-]/.test(sentence)
    ? [{ from: first, to: last, name }]
    : days.map((one) => ({ from: one, to: one, name }));
}
