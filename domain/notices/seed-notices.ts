import type { Clock } from '../ports.js';
import { usualWindowHours, type Notice, type NoticeContent } from './notice.js';
import type { Notices } from './ports.js';

/** A notice as a profile brings it. */
export interface ProfileNotice extends Omit<NoticeContent, 'windowHours'> {
  readonly id: string;
  readonly windowHours?: number;
}

/** A profile's notice as it is kept. `editedAt`: milliseconds since 1970 */
export function noticeOf(given: ProfileNotice, editedAt: number): Notice {
  const { windowHours = usualWindowHours, ...content } = given;
  return {
    ...{ ...content, windowHours, revision: 1, active: true, source: 'profile' },
    ...{ editedBy: null, editedAt },
  };
}

/**
 * Puts a profile's notices where they are not yet; what editors made of one, or put to rest, stays as it is. Answers how
 * many were new. @throws DomainError storage.unavailable
 */
export async function seedNotices(
  { notices, clock }: { readonly notices: Pick<Notices, 'insert'>; readonly clock: Pick<Clock, 'now'> },
  given: readonly ProfileNotice[],
): Promise<number> {
  let made = 0;
  for (const notice of given) if (await notices.insert(noticeOf(notice, clock.now()))) made += 1;
  return made;
}
