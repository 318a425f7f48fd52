/** Numbers in words, as they count years. */

const zhDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const zhUnits = ['', '十', '百', '千'] as const;

/** 11 is 十一, 105 is 一百零五. From 1 to 9999; others in digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const digits = Array.from(String(value), Number);
  const words = digits.map((digit, at) =>
    digit === 0 ? '零' : `${zhDigits[digit] ?? ''}${zhUnits[digits.length - 1 - at] ?? ''}`,
  );
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

const small = [
  ...['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
  ...['tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth'],
  ...['seventeenth', 'eighteenth', 'nineteenth'],
] as const;
const tens = [
  ...['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
] as const;

/** 11 is “eleventh”, 21 “twenty-first”. From 1 to 99; others as `englishNth`. */
export function englishOrdinal(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return englishNth(value);
  const [ten, one] = [Math.floor(value / 10), value % 10];
  if (ten < 2) return small[value] ?? '';
  const word = tens[ten] ?? '';
  return one === 0 ? word.replace(/y$/, 'ieth') : `${word}-${small[one] ?? ''}`;
}

/** 11 is “11th”, 21 “21st”. */
export function englishNth(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${(teen ? undefined : ['', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}
