/** The part of the text table (text-table.ts) that shows articles. */

const count = 3;
/** an article's own number, and its title, which is cut to fit */
const number = 6;
const title = 100;

export const articleTexts = {
  'learn.list': {},
  'learn.kind': { kind: 40 },
  'learn.found': {},
  'learn.item': { n: number, title },
  'learn.item_foreign': { n: number, title },
  'learn.name': { n: number },
  'learn.name_page': { n: number, page: count },
  'learn.name_more': {},
  'learn.how': { n: number },
  'learn.how_story': { n: number },
  'learn.how_add': {},
  'learn.more': {},
  'learn.older': {},
  'learn.none': {},
  'learn.none_of_kind': {},
  'learn.not_found': {},
  'learn.no_more': {},
  'learn.missing': {},
  'learn.unavailable': {},
  'learn.head': { title },
  'learn.head_pages': { title, page: count, pages: count },
  'learn.foreign': {},
  'learn.body': { body: 1_260 },
  'learn.next': { page: count },
  'learn.next_page': { page: count },
  'learn.back': {},
  'learn.whole': {},
  'learn.similar': {},
  'kind.case': {},
  'kind.law': {},
  'kind.advice': {},
  'kind.notice': {},
  'kind.figures': {},
} as const;
