import type { Articles } from '../articles/ports.js';
import { platformLang } from '../articles/check-article.js';
import type { AuditLog } from '../audit/ports.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { notTaken, testsADay } from './phone.js';
import type { PhoneChannel, PhoneVault, StaffPhones } from './ports.js';

/** Shows an article as it is now to the phone of the member of staff who asks, and to nobody else. */
export type SendTest = (staffId: string, articleId: string) => Promise<void>;

/**
 * At most `testsADay` a member and day, also those that the platform did not take: they are counted by the log of staff
 * acts, which every process shares.
 * @throws DomainError article.unknown, phone.not_linked, limit.tests, phone.refused with `details: { reason }`,
 * storage.unavailable
 */
export function createSendTest(ports: {
  articles: Pick<Articles, 'byId'>;
  phones: StaffPhones;
  vault: PhoneVault;
  channel: PhoneChannel | null;
  audit: Pick<AuditLog, 'page'>;
  record: RecordAct;
  clock: Clock;
}): SendTest {
  const { articles, phones, vault, channel, audit, record, clock } = ports;
  const act = 'article.test';

  /** `before`: the number of an entry that does not count itself; null: all of them count. */
  async function checkDay(who: string, before: number | null): Promise<void> {
    const latest = await audit.page({ who, act }, before, testsADay);
    const first = latest[testsADay - 1];
    if (first !== undefined && clock.dayAt(first.at) === clock.today()) throw new DomainError('limit.tests');
  }

  return async (staffId, articleId) => {
    const article = await articles.byId(articleId);
    if (article === null) throw new DomainError('article.unknown');
    const phone = await phones.of(staffId);
    const openid = phone && vault.open(staffId, phone.sealed);
    if (openid === null) throw new DomainError('phone.not_linked');
    if (channel === null) throw notTaken('no_account');
    await checkDay(staffId, null);
    const { seq } = await record({ who: staffId, act, object: `article:${articleId}` });
    // Once more, by the place in the log: of many at the same moment no more go through than may.
    await checkDay(staffId, seq);
    const { slug, content } = article;
    const answer = await channel.preview(openid, { slug, content, lang: platformLang(content) });
    if (answer.is === 'refused') throw notTaken(answer.reason);
  };
}
