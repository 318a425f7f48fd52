/** All use cases of the staff's phones, on one set of ports. */
import type { ArticleLang } from '../articles/article.js';
import type { Articles } from '../articles/ports.js';
import type { AuditLog } from '../audit/ports.js';
import type { RecordAct } from '../audit/record-act.js';
import type { Clock } from '../ports.js';
import type { Staff } from '../staff/ports.js';
import { createForgetPhone } from './forget-phone.js';
import { createLeavePhone } from './leave-phone.js';
import { createLinkPhone } from './link-phone.js';
import { createMakePhoneLink } from './make-link.js';
import { phoneWords } from './phone-words.js';
import type { PhoneChannel, PhoneLinks, PhoneVault, StaffPhones } from './ports.js';
import { createReadPhone } from './read-phone.js';
import { createSendTest } from './send-test.js';
import { createUnlinkPhone } from './unlink-phone.js';

export interface PhonePorts {
  readonly phones: StaffPhones;
  readonly links: PhoneLinks;
  readonly vault: PhoneVault;
  /** null: there is no Official Account */
  readonly channel: PhoneChannel | null;
  readonly staff: Pick<Staff, 'byId'>;
  readonly articles: Pick<Articles, 'byId'>;
  readonly audit: Pick<AuditLog, 'page'>;
  readonly record: RecordAct;
  readonly clock: Clock;
  /** the languages that the chat speaks */
  readonly langs: readonly ArticleLang[];
}

export type PhoneCases = ReturnType<typeof createPhoneCases>;

export function createPhoneCases(ports: PhonePorts) {
  const linkPhone = createLinkPhone(ports);
  return {
    readPhone: createReadPhone(ports),
    makeLink: createMakePhoneLink(ports),
    unlinkPhone: createUnlinkPhone(ports),
    sendTest: createSendTest(ports),
    forget: createForgetPhone(ports),
    /** For the chat: a code that was scanned, and what to say there. */
    linked: async (code: string, openid: string): Promise<string> =>
      phoneWords(ports.langs, await linkPhone(code, openid)),
    /** For the chat: somebody left. */
    unfollowed: createLeavePhone(ports),
  };
}
