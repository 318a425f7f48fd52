/** Articles as they are shown: a list, a page. Pure, so that the loader can prove the longest of them. */
import type { ArticleLine, ArticleList, ArticlePage, ListQuery } from '../articles.js';
import { posterTap } from '../poster-tap.js';
import { say } from '../say.js';
import type { Say } from '../types.js';

/** What words do where a list is read: they find more · `story`, `add`: they are told, and only taps lead on. */
export type Where = 'free' | 'story' | 'add';

const tapped = (line: Say, carries: string, sends: Say = line): Say => ({ ...line, tap: { carries, sends } });

/** Back to where somebody came from. */
export const backLine: Say = tapped(say('learn.back'), 'articles:back');

export function listLines(query: ListQuery, { items, next }: ArticleList, where: Where): readonly Say[] {
  const [first] = items;
  const going = query.after !== undefined;
  return [
    headOf(query),
    ...items.map(itemLine),
    ...(first === undefined || going ? [] : [how(first, where)]),
    ...(next === null ? [] : [moreLine(where)]),
  ];
}

const moreLine = (where: Where): Say =>
  tapped(say(where === 'free' ? 'learn.more' : 'learn.older'), 'articles:more', say('learn.name_more'));

function headOf({ kind, words }: ListQuery): Say {
  if (words !== undefined) return say('learn.found');
  return kind === undefined ? say('learn.list') : { text: 'learn.kind', ids: { kind: [`kind.${kind}`] } };
}

const itemLine = ({ number: n, title, foreign }: ArticleLine): Say =>
  tapped(
    say(foreign ? 'learn.item_foreign' : 'learn.item', { n, title }),
    `article:${String(n)}`,
    say('learn.name', { n }),
  );

function how({ number: n }: ArticleLine, where: Where): Say {
  if (where === 'add') return say('learn.how_add');
  return say(where === 'story' ? 'learn.how_story' : 'learn.how', { n });
}

/** Why a list is empty. */
export function emptyLines({ kind, words, after }: ListQuery): readonly Say[] {
  if (after !== undefined) return [say('learn.no_more'), backLine];
  if (words !== undefined) return [say('learn.not_found'), backLine];
  return kind === undefined ? [say('learn.none')] : [say('learn.none_of_kind'), backLine];
}

/** @param similar whether a report of something like it is offered */
export function pageLines(article: ArticlePage, where: Where, similar: boolean): readonly Say[] {
  const { title, page, pages, body, foreign, link, category } = article;
  const last = page >= pages;
  return [
    pages > 1 ? say('learn.head_pages', { title, page, pages }) : say('learn.head', { title }),
    ...(foreign && page === 1 ? [say('learn.foreign')] : []),
    say('learn.body', { body }),
    last ? { ...say('learn.whole'), href: link } : nextLine(article, where),
    backLine,
    ...(last && similar && category !== null ? [similarLine(category)] : []),
  ];
}

function nextLine({ number: n, page }: ArticlePage, where: Where): Say {
  const on = { n, page: page + 1 };
  const text = where === 'free' ? 'learn.next' : 'learn.next_page';
  const carries = `article:${String(n)}:${String(page + 1)}`;
  return tapped(say(text, { page: page + 1 }), carries, say('learn.name_page', on));
}

const similarLine = (category: string): Say => ({
  ...say('learn.similar'),
  tap: { carries: posterTap(category), sends: 'report' },
});
