import type { Client } from './client.js';
import type { Page } from './common-types.js';
import type { Announced, HolidayHead, HolidayMove, HolidayYear } from './holiday-types.js';

/** The holidays of years, as they were announced or entered by hand. */
export interface HolidaysApi {
  years(): Promise<Page<HolidayHead>>;
  year(year: number): Promise<HolidayYear>;
  /** What would move, before it is saved. */
  preview(year: number, announced: Announced): Promise<{ readonly items: readonly HolidayMove[] }>;
  /** Nothing off and nothing worked takes back what was entered. */
  save(year: number, revision: number, announced: Announced): Promise<HolidayYear>;
}

export const createHolidaysApi = (client: Client): HolidaysApi => ({
  years: () => client.get('/holidays'),
  year: (year) => client.get(`/holidays/${year}`),
  preview: (year, { off, worked }) => client.post(`/holidays/${year}/preview`, { off, worked }),
  save: (year, revision, { off, worked }) => client.put(`/holidays/${year}`, { revision, off, worked }),
});
