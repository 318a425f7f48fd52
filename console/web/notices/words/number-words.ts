/** Numbers in words, as they count years. */

const zhDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const zhUnits = ['', '十', '百', '千'] as const;

/** 11 is 十一, 105 is 一百零五. */
export function chineseNumber(value: number): string {
  const digits = Array.from(String(value), Number);
  const words = digits.map((digit, at) =>
    digit === 0 ? '零' : `${zhDigits[digit] ?? ''}${zhUnits[digits.length - 1 - at] ?? ''}`,
  );
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

const small = [
  ...['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
  ...['eighteenth', 'nineteenth'],
] as const;
const tens = [
  ...['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
] as const;

/** 11 is “eleventh”, 21 “twenty-first”; from 100 on as `englishNth`. */
export function englishOrdinal(value: number): string {
  if (value > 99) return englishNth(value);
  if (value < 20) return small[value] ?? '';
  const word = tens[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? word.replace(/y$/, 'ieth') : `${word}-${small[value % 10] ?? ''}`;
}

/** 11 is “11th”, 21 “21st”. */
export function englishNth(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${(teen ? undefined : ['', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}
