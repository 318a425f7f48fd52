/** What is written in both languages. */
export const calendarLangs = ['zh', 'en'] as const;
export type CalendarLang = (typeof calendarLangs)[number];
export type InBoth = Readonly<Record<CalendarLang, string>>;
