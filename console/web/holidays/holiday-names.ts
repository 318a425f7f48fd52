/** The holidays that the law knows, by their Chinese names. */
import type { Words } from '../api/common-types.js';

export const holidayIds = [
  'newYear',
  'springFestival',
  'qingming',
  'labour',
  'dragonBoat',
  'midAutumn',
  'national',
] as const;
export type HolidayId = (typeof holidayIds)[number];

/** As they are stored, in both languages. */
export const holidayNames: Readonly<Record<HolidayId, Words>> = {
  newYear: { zh: '元旦', en: 'New Year' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Tomb-Sweeping Day' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
};

/** The one that is called so; null: another name. */
export const holidayCalled = ({ zh, en }: Words): HolidayId | null =>
  holidayIds.find((id) => holidayNames[id].zh === zh && holidayNames[id].en === en) ?? null;

/** Both languages of a name in Chinese, `国庆节、中秋节` too; null: a part of it is not known. */
export function namesIn(text: string): Words | null {
  const found = text
    .split(/[、和与及]/)
    .map((part) => holidayIds.find((id) => holidayNames[id].zh === part.trim()));
  const ids = found.flatMap((id) => id ?? []);
  if (ids.length === 0 || ids.length < found.length) return null;
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return {
    zh: ids.map((id) => holidayNames[id].zh).join('、'),
    en: list.format(ids.map((id) => holidayNames[id].en)),
  };
}
