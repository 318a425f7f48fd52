import { DomainError } from '../errors.js';
import { notTaken } from '../phones/phone.js';
import type { SendTest } from '../phones/send-test.js';
import type { Occurrences } from './ports.js';

/**
 * Shows what an occurrence leads to, the article that it links, to the phone of the member of staff who asks, and to
 * nobody else. @throws DomainError notice.unknown, phone.refused with `reason: 'no_article'` where it links none, and what
 * `SendTest` throws
 */
export type TestOccurrence = (who: string, id: string) => Promise<void>;

export function createTestOccurrence(ports: {
  occurrences: Pick<Occurrences, 'byId'>;
  sendTest: SendTest;
}): TestOccurrence {
  return async (who, id) => {
    const occurrence = await ports.occurrences.byId(id);
    if (occurrence === null) throw new DomainError('notice.unknown');
    if (occurrence.article === null) throw notTaken('no_article');
    await ports.sendTest(who, occurrence.article);
  };
}
