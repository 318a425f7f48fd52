import { isJson, type Json, str } from './api.js';
import { PlatformError } from './errors.js';

/** A notice's form as the account chose it in the back office; `keys` are the names of its fields. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
}

/** What the account of the simulator has chosen. */
export const sampleTemplates: readonly Template[] = [
  { id: 'simulator-notice', title: '宣传日提醒', keys: ['thing1', 'time2', 'thing3'] },
  { id: 'simulator-progress', title: '进度提醒', keys: ['character_string1', 'phrase2', 'date3'] },
];

const han = /\p{Script=Han}/u;
/** What a value must be, by the letters of its key (reference 12.2). Lengths count UTF-16 units. */
const rules: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (v) => v.length <= 20,
  number: (v) => v.length <= 32 && /^-?\d+(\.\d+)?$/.test(v),
  letter: (v) => /^[A-Za-z]{1,32}$/.test(v),
  symbol: (v) => v.length <= 5 && /^[^\p{L}\p{N}]+$/u.test(v),
  character_string: (v) => v.length <= 32 && /^[\x20-\x7e]+$/.test(v),
  time: (v) => isRange(v, timeOfDay),
  date: (v) => isRange(v, dayMaybeTime),
  amount: (v) => /^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$/u.test(v) && v.replace(/\D/g, '').length <= 12,
  phone_number: (v) => v.length <= 17 && /^[\d+()#*. -]+$/.test(v),
  car_number: (v) => v.length <= 8 && /^[\p{Script=Han}A-Z0-9]+$/u.test(v),
  name: (v) => !/\d/.test(v) && v.length <= (han.test(v) ? 10 : 20),
  phrase: (v) => /^\p{Script=Han}{1,5}$/u.test(v),
};

const calendarDay = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2})`;
const hours = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const dayMaybeTime = new RegExp(`^${calendarDay}(?:\\s*${hours})?$`);
const timeOfDay = new RegExp(`^(?:${calendarDay}\\s*)?${hours}$`);

/** One of them, or two with `~` between. A day alone is a time, too: the platform's own samples hold one. */
function isRange(value: string, form: RegExp): boolean {
  const ends = value.split('~').map((end) => end.trim());
  return ends.length <= 2 && ends.every((end) => form.test(end) || dayMaybeTime.test(end));
}

/** Checks the fields of a notice against its template. @throws PlatformError 47003 naming the field */
export function checkFields(data: unknown, template: Template): Readonly<Record<string, string>> {
  if (!isJson(data)) throw new PlatformError(47003);
  return Object.fromEntries(template.keys.map((key) => [key, fieldOf(data, key)]));
}

function fieldOf(data: Json, key: string): string {
  const field = data[key];
  const value = isJson(field) ? str(field, 'value') : '';
  if (value.trim() === '') throw new PlatformError(47003, `data.${key}.value is emtpy`);
  const rule = rules[key.replace(/\d+$/, '')];
  if (/\p{Cc}/u.test(value) || rule === undefined || !rule(value))
    throw new PlatformError(47003, `data.${key}.value invalid`);
  return value;
}
