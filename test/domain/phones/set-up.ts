/** Phones of staff in memory: two editors, somebody who is none, one article, and a log. */
import type { Article } from '../../../domain/articles/article.js';
import { createPhoneCases, type PhonePorts } from '../../../domain/phones/phone-cases.js';
import { linkScene } from '../../../domain/phones/phone.js';
import { createPhoneSeal } from '../../../vault/phone-seal.js';
import { createRandom } from '../../../vault/node/random.js';
import { noble } from '../../../vault/noble.js';
import { someArticle } from '../../support/articles.js';
import { auditLog } from '../../support/audit-log.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryPhoneLinks, memoryStaffPhones, toyPhoneChannel } from '../../support/fakes/phones.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { someMember } from '../../support/staff-people.js';

export const ann = someMember('Ann');
export const bob = someMember('Bob');
export const hal = someMember('Hal', { roles: ['handler', 'administrator'] });

export const lineSecret = new Uint8Array(32).fill(3);

export function setUp(changes: Partial<PhonePorts> = {}, article: Article = someArticle()) {
  const clock = handClock('2026-11-23T09:00:00+08:00');
  const { audit, record, acts } = auditLog(clock);
  const toy = toyPhoneChannel();
  const phones = memoryStaffPhones();
  const links = memoryPhoneLinks();
  const staff = memoryStaff(ann, bob, hal);
  const vault = createPhoneSeal(noble, { secret: lineSecret, random: createRandom() });
  const ports: PhonePorts = {
    ...{ phones, links, vault, staff, clock, record, audit },
    channel: toy.channel,
    articles: memoryArticles(article),
    langs: ['zh', 'en'],
    ...changes,
  };
  const cases = createPhoneCases(ports);
  /** A new code of this member, as a scan brings it. */
  const codeOf = async (staffId: string): Promise<string> => {
    await cases.makeLink(staffId);
    return toy.scenes.at(-1)?.[0].slice(linkScene.length) ?? '';
  };
  const link = async (staffId: string, openid: string): Promise<string> =>
    cases.linked(await codeOf(staffId), openid);
  return { ports, cases, clock, toy, phones, links, staff, vault, acts, article, codeOf, link };
}

export const annLinked =
  '本手机已与Ann的工作台关联，只用来接收文章的测试稿；取消关注即解除关联。\n' +
  'This phone is now linked to the desk of Ann and can be sent articles as tests; unfollowing this account ends that.';
export const ended =
  '这个关联码已经失效，请在工作台重新生成一个。\nThis code has ended; please make a new one on the desk.';
