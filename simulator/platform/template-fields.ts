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
  number: (v) => /^-?\d[\d.]{0,31}$/.test(v),
  letter: (v) => /^[A-Za-z]{1,32}$/.test(v),
  symbol: (v) => v.length <= 5 && /^[^\p{L}\p{N}]+$/u.test(v),
  character_string: (v) => v.length <= 32 && !han.test(v),
  time: (v) => /\d{1,2}:\d{2}/.test(v) || isDate(v),
  date: (v) => isDate(v),
  amount: (v) => /^\p{Sc}?\d{1,10}(\.\d{1,2})?元?$/u.test(v),
  phone_number: (v) => v.length <= 17 && /^[\d+()#*. -]+$/.test(v),
  car_number: (v) => v.length <= 8,
  name: (v) => v.length <= (han.test(v) ? 10 : 20),
  phrase: (v) => /^\p{Script=Han}{1,5}$/u.test(v),
};

function isDate(value: string): boolean {
  return /^\d{4}(年\d{1,2}月\d{1,2}日|([-/.])\d{1,2}\2\d{1,2})/.test(value);
}

/** Checks the fields of a notice against its template. @throws PlatformError 47003 naming the field */
export function checkFields(data: unknown, template: Template): Readonly<Record<string, string>> {
  if (!isJson(data)) throw new PlatformError(47003);
  return Object.fromEntries(template.keys.map((key) => [key, fieldOf(data, key)]));
}

function fieldOf(data: Json, key: string): string {
  const field = data[key];
  const value = isJson(field) ? str(field, 'value') : '';
  if (value === '') throw new PlatformError(47003, `data.${key}.value is emtpy`);
  const rule = rules[key.replace(/\d+$/, '')];
  if (/\p{Cc}/u.test(value) || rule === undefined || !rule(value))
    throw new PlatformError(47003, `data.${key}.value invalid`);
  return value;
}
