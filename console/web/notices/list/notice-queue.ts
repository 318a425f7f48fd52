import type { NoticesApi } from '../../api/notices-api.js';
import type { OccurrenceLine } from '../../api/occurrence-types.js';
import { daysAsked } from './year-list.js';

/** Day notices that wait for review, the one that goes out first before the others. */
export async function loadNoticeQueue(
  notices: Pick<NoticesApi, 'list'>,
  today: string,
): Promise<readonly OccurrenceLine[]> {
  const { items } = await notices.list({ ...daysAsked(false, today), state: 'in_review' });
  return items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
