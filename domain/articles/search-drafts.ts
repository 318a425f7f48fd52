import { fold } from '../../questions/fold.js';
import type { ArticleLine } from './article-line.js';
import type { Articles } from './ports.js';

/** Articles of the desk whose titles or address hold the words, the newest first; at most 50. */
export type SearchDrafts = (words: string) => Promise<readonly ArticleLine[]>;

const most = 50;
/** Lines looked at in one page, and pages: a desk with more articles than that searches by state and kind first. */
const page = 200;
const pages = 50;

/** Looks at titles only: what readers find is the catalogue's business. @throws DomainError storage.unavailable */
export function createSearchDrafts({ articles }: { articles: Articles }): SearchDrafts {
  return async (words) => {
    const wanted = fold(words).toLowerCase().trim();
    const found: ArticleLine[] = [];
    let after: string | null = null;
    for (let n = 0; n < pages && found.length < most; n += 1) {
      const { items, next }: { items: readonly ArticleLine[]; next: string | null } = await articles.list(
        {},
        { after, limit: page },
      );
      found.push(...items.filter((line) => heading(line).includes(wanted)));
      if (next === null) break;
      after = next;
    }
    return found.slice(0, most);
  };
}

const heading = ({ titles, slug }: ArticleLine): string =>
  fold([titles.zh, titles.en, slug].join(' ')).toLowerCase();
