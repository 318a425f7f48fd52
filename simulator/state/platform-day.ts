/** Days of the platform, which keeps Beijing's time (UTC+8) all year. `YYYY-MM-DD`. */
const hour = 3_600_000;

export const dayOf = (now: number): string => new Date(now + 8 * hour).toISOString().slice(0, 10);

/** The day so many days later, or before. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
