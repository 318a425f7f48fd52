import type { Articles } from '../articles/ports.js';
import type { AccountKind } from './budget.js';
import { checkOccurrence } from './check-occurrence.js';
import type { NoticeProblem } from './check-words.js';
import type { Occurrence } from './occurrence.js';
import type { Notices } from './ports.js';

/** What an occurrence lacks, or would be refused for. @throws DomainError storage.unavailable */
export type ProblemsOfOccurrence = (occurrence: Occurrence) => Promise<readonly NoticeProblem[]>;

export function createProblemsOfOccurrence(ports: {
  notices: Pick<Notices, 'byId'>;
  articles: Pick<Articles, 'byId'>;
  accountKind: () => Promise<AccountKind>;
}): ProblemsOfOccurrence {
  const { notices, articles, accountKind } = ports;
  return async (occurrence) => {
    const [notice, article, account] = await Promise.all([
      notices.byId(occurrence.notice),
      occurrence.article === null ? null : articles.byId(occurrence.article),
      accountKind(),
    ]);
    return checkOccurrence(occurrence, { notice, article, account });
  };
}
