/** Calendar days as `YYYY-MM-DD`, counted without clocks or zones. */

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar day. @throws RangeError when it is no day */
export function dayNumber(day: string): number {
  const parts = form.exec(day);
  if (parts === null) throw new RangeError('not a day');
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (new Date(ms).toISOString().slice(0, 10) !== day) throw new RangeError('not a day');
  return ms / 86_400_000;
}

export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The day if year, month (1–12) and day of the month name one. */
export function dayOf(year: number, month: number, date: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  try {
    dayNumber(text);
    return text;
  } catch {
    return null;
  }
}

export function lastOfMonth(year: number, month: number): string {
  return dayOfNumber(Date.UTC(year, month, 0) / 86_400_000);
}
