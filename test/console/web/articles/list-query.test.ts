import { describe, expect, test } from '@jest/globals';
import {
  filterFound,
  isFiltered,
  readListQuery,
  writeListQuery,
  type ListQuery,
} from '../../../../console/web/articles/list-query.js';
import { line } from './article-samples.js';

const nothing: ListQuery = { state: null, kind: null, words: '', article: null };

describe('what is looked for', () => {
  test('comes back out of the address as it went in', () => {
    const query: ListQuery = { state: 'in_doubt', kind: 'law', words: '数字 & figures', article: 'a1' };
    expect(readListQuery(writeListQuery(query))).toEqual(query);
    expect(writeListQuery(nothing)).toEqual({});
  });

  test('is nothing where the address makes no sense', () => {
    expect(readListQuery({ state: 'gone', kind: ['law'], q: null, article: '' })).toEqual(nothing);
  });

  test('is cut to what the server takes', () => {
    expect(readListQuery({ q: 'x'.repeat(300) }).words).toHaveLength(100);
  });

  test('leaves nothing out while there is none, and choosing an article is no filter', () => {
    expect([nothing, { ...nothing, words: ' ' }, { ...nothing, article: 'a1' }].some(isFiltered)).toBe(false);
    expect(isFiltered({ ...nothing, words: 'x' }) && isFiltered({ ...nothing, state: 'draft' })).toBe(true);
  });

  test('filters what was found by state and kind together', () => {
    const lines = [
      line({ id: '1' }),
      line({ id: '2', kind: 'law' }),
      line({ id: '3', kind: 'law', state: 'published' }),
    ];
    const ids = (state: ListQuery['state'], kind: ListQuery['kind']) =>
      filterFound(lines, { state, kind }).map(({ id }) => id);
    expect(ids(null, null)).toEqual(['1', '2', '3']);
    expect(ids(null, 'law')).toEqual(['2', '3']);
    expect(ids('draft', 'law')).toEqual(['2']);
  });
});
