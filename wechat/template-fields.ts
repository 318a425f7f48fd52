/** The typed fields of subscription messages: the prefix of a field's name (`thing4`: thing) decides what it may hold. */

const day = /^\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|\.\d{1,2}\.\d{1,2}|\/\d{1,2}\/\d{1,2})/;
const clock = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const han = /\p{Script=Han}/u;

const isTime = (value: string): boolean => clock.test(value.replace(day, '').trim());
const isDate = (value: string): boolean => {
  const rest = value.replace(day, '');
  return rest !== value && (rest === '' || clock.test(rest.trim()));
};
const rangeOf =
  (one: (value: string) => boolean) =>
  (value: string): boolean => {
    const ends = value.split('~');
    return ends.length <= 2 && ends.every((end) => one(end.trim()));
  };

const rules: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['thing', (value) => value.length <= 20],
  ['number', (value) => value.length <= 32 && /^\d+(\.\d+)?$/.test(value)],
  ['letter', (value) => /^[A-Za-z]{1,32}$/.test(value)],
  ['symbol', (value) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value)],
  ['character_string', (value) => /^[ -~]{1,32}$/.test(value)],
  ['time', rangeOf(isTime)],
  ['date', rangeOf(isDate)],
  ['amount', (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value)],
  ['phone_number', (value) => /^[\d+\-() ]{1,17}$/.test(value)],
  ['car_number', (value) => /^[\p{Script=Han}A-Z0-9]{1,8}$/u.test(value)],
  ['name', (value) => !/\d/.test(value) && value.length <= (han.test(value) ? 10 : 20)],
  ['phrase', (value) => /^\p{Script=Han}{1,5}$/u.test(value)],
]);

/**
 * Whether the platform takes the value (else 47003: it refuses, it does not shorten). Characters are counted as UTF-16
 * units, the strictest reading. Of a kind not known here only that it is one line and not empty.
 */
export function fieldTakes(field: string, value: string): boolean {
  if (value.trim() === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return false;
  return rules.get(field.replace(/\d+$/, ''))?.(value) ?? true;
}

const thingUnits = 20;

/** Any text as a `thing`: one line, at most 20 characters with an ellipsis for what was cut, a dash for nothing. */
export function asThing(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line === '') return '-';
  if (line.length <= thingUnits) return line;
  let cut = '';
  for (const char of line) {
    if (cut.length + char.length >= thingUnits) break;
    cut += char;
  }
  return `${cut}…`;
}
