/** The private link to the calendar of what is planned, for calendar programs, which sign in nowhere. */
import { may } from '../access.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Staff } from '../staff/ports.js';
import type { FeedKeys, NoticeFeed, NoticeFeeds } from './ports.js';

export interface FeedPorts {
  readonly feeds: NoticeFeeds;
  readonly keys: FeedKeys;
  readonly staff: Pick<Staff, 'byId'>;
  readonly clock: Pick<Clock, 'today'>;
  readonly record: RecordAct;
}

export interface FeedCases {
  /** Makes a link; an earlier one ends. The key is shown once and kept nowhere. @throws DomainError storage.unavailable */
  readonly make: (who: string) => Promise<{ readonly key: string; readonly feed: NoticeFeed }>;
  /** Null: there is none. */
  readonly of: (who: string) => Promise<NoticeFeed | null>;
  /** None there is no error. */
  readonly end: (who: string) => Promise<void>;
  /**
   * Whose link it is. A wrong key, one that ended, and one of somebody who works here no more get one answer.
   * @throws DomainError request.not_found, storage.unavailable
   */
  readonly open: (key: string) => Promise<string>;
}

export function createFeedCases({ feeds, keys, staff, clock, record }: FeedPorts): FeedCases {
  const act = (who: string, what: 'notice.feed' | 'notice.feed_end') => ({
    ...{ who, act: what, object: `staff:${who}` },
  });
  return {
    async make(who) {
      const { key, hash } = keys.make();
      await record(act(who, 'notice.feed'));
      const feed = { staffId: who, keyHash: hash, madeOn: clock.today() };
      await feeds.put(feed);
      return { key, feed };
    },
    of: (who) => feeds.of(who),
    async end(who) {
      if ((await feeds.of(who)) === null) return;
      await record(act(who, 'notice.feed_end'));
      await feeds.remove(who);
    },
    async open(key) {
      const hash = keys.hash(key);
      const feed = hash === null ? null : await feeds.byKey(hash);
      const member = feed === null ? null : await staff.byId(feed.staffId);
      if (member === null || member.state !== 'active' || !may(member.roles, 'notices.read'))
        throw new DomainError('request.not_found');
      return member.id;
    },
  };
}
