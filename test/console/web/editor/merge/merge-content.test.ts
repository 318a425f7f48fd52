import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ArticleContent } from '../../../../../console/web/api/article-types.js';
import { joinBlocks } from '../../../../../console/web/editor/merge/block-diff.js';
import { diffWordsOf } from '../../../../../console/web/editor/merge/word-diff.js';
import { differences, mergedContent } from '../../../../../console/web/editor/merge/merge-content.js';

const content = (body: string, change: Partial<ArticleContent> = {}): ArticleContent => ({
  ...{ kind: 'case', author: 'a', cover: null, tags: [], category: null, sources: [] },
  texts: { zh: { title: 't', digest: 'd', body, coverAlt: '' }, en: null },
  ...change,
});
const bodyOf = ({ texts }: ArticleContent): string => texts.zh?.body ?? '';

describe('two texts from one', () => {
  test('have it the way of whoever changed it', () => {
    const sides = {
      base: content('a\n\nb\n\nc\n\nd'),
      mine: content('a\n\nb, mine\n\nc\n\nd'),
      theirs: content('a\n\nb\n\nc\n\nd, theirs\n\ne'),
    };
    const all = differences(sides);
    expect(all.map(({ suggested }) => suggested)).toEqual(['mine', 'theirs']);
    expect(
      bodyOf(
        mergedContent(
          sides,
          all,
          all.map(({ suggested }) => suggested),
        ),
      ),
    ).toBe('a\n\nb, mine\n\nc\n\nd, theirs\n\ne');
  });

  test('leave it to the reader where both changed the same', () => {
    const sides = {
      base: content('a\n\nb'),
      mine: content('a\n\nb, mine'),
      theirs: content('a\n\nb, theirs'),
    };
    const all = differences(sides);
    expect(all).toEqual([{ kind: 'paragraphs', lang: 'zh', place: 1, suggested: null }]);
    expect(bodyOf(mergedContent(sides, all, ['both']))).toBe('a\n\nb, theirs\n\nb, mine');
    expect(bodyOf(mergedContent(sides, all, ['theirs']))).toBe('a\n\nb, theirs');
    expect(bodyOf(mergedContent(sides, all, ['mine']))).toBe('a\n\nb, mine');
  });

  test('know what was taken out from what was put in', () => {
    const sides = {
      base: content('a\n\nb\n\nc'),
      mine: content('a\n\nc'),
      theirs: content('a\n\nb\n\nc\n\nd'),
    };
    const all = differences(sides);
    expect(
      bodyOf(
        mergedContent(
          sides,
          all,
          all.map(({ suggested }) => suggested),
        ),
      ),
    ).toBe('a\n\nc\n\nd');
  });

  test('differ in fields and in languages too', () => {
    const en = { title: 'x', digest: '', body: 'y', coverAlt: '' };
    const sides = {
      base: content('a'),
      mine: content('a', { author: 'b', tags: ['m'] }),
      theirs: content('a', { tags: ['t'], texts: { ...content('a').texts, en } }),
    };
    const all = differences(sides);
    expect(all).toEqual([
      { kind: 'field', field: 'author', suggested: 'mine' },
      { kind: 'field', field: 'tags', suggested: null },
      { kind: 'translation', lang: 'en', suggested: 'theirs' },
    ]);
    expect(mergedContent(sides, all, ['mine', 'theirs', 'theirs'])).toEqual({
      ...content('a'),
      ...{ author: 'b', tags: ['t'], texts: { ...content('a').texts, en } },
    });
  });

  test('give one of them back when all is decided for it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '- d\n- e', '## f'), { maxLength: 6 })
      .map(joinBlocks);
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const sides = { base: content(base), mine: content(mine), theirs: content(theirs) };
        const all = differences(sides);
        const decided = (choice: 'mine' | 'theirs'): string => {
          return bodyOf(
            mergedContent(
              sides,
              all,
              all.map(() => choice),
            ),
          );
        };
        expect(decided('mine')).toBe(mine);
        expect(decided('theirs')).toBe(all.length === 0 ? mine : theirs);
      }),
    );
  });
});

test('words of a Chinese sentence are told apart', () => {
  const parts = diffWordsOf('我们今天收到举报', '我们昨天收到举报', 'zh');
  expect(parts).toEqual([
    { text: '我们', kind: 'same' },
    { text: '今天', kind: 'left' },
    { text: '昨天', kind: 'right' },
    { text: '收到举报', kind: 'same' },
  ]);
});
