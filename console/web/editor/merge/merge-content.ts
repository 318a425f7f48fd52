/** Two contents that go back to the same one: what differs, and which of both holds. */
import type { ArticleContent, ArticleText } from '../../api/article-types.js';
import type { Lang } from '../../api/common-types.js';
import { blocksOf, diffBlocks, joinBlocks, type Stretch } from './block-diff.js';

/** null: nobody can say but the one who looks at it */
export type Choice = 'mine' | 'theirs' | 'both' | null;

export type Difference =
  | {
      readonly kind: 'field';
      readonly field: 'kind' | 'author' | 'cover' | 'tags' | 'category' | 'sources';
      readonly suggested: Choice;
    }
  | { readonly kind: 'line'; readonly lang: Lang; readonly field: LineField; readonly suggested: Choice }
  /** one of both has no text in this language */
  | { readonly kind: 'translation'; readonly lang: Lang; readonly suggested: Choice }
  | { readonly kind: 'paragraphs'; readonly lang: Lang; readonly place: number; readonly suggested: Choice };

export type LineField = 'title' | 'digest' | 'coverAlt';
export const lineFields = ['title', 'digest', 'coverAlt'] as const;
export const wholeFields = ['kind', 'author', 'cover', 'tags', 'category', 'sources'] as const;

export interface Sides {
  readonly base: ArticleContent;
  readonly mine: ArticleContent;
  readonly theirs: ArticleContent;
}

const langs = ['zh', 'en'] as const;

/** The paragraphs of one language, theirs on the left; empty where one of both has none. */
export function stretchesOf({ mine, theirs }: Sides, lang: Lang): readonly Stretch[] {
  const [left, right] = [theirs.texts[lang], mine.texts[lang]];
  return left === null || right === null ? [] : diffBlocks(blocksOf(left.body), blocksOf(right.body));
}

/** All that differs, each with what is suggested: whoever changed it has it their way. */
export function differences(sides: Sides): readonly Difference[] {
  const whole = wholeFields.flatMap((field): Difference[] => {
    const suggested = threeWay(sides.base[field], sides.mine[field], sides.theirs[field]);
    return suggested === 'same' ? [] : [{ kind: 'field', field, suggested }];
  });
  return [...whole, ...langs.flatMap((lang) => inLanguage(sides, lang))];
}

function inLanguage(sides: Sides, lang: Lang): readonly Difference[] {
  const [base, mine, theirs] = [sides.base.texts[lang], sides.mine.texts[lang], sides.theirs.texts[lang]];
  if (mine === null || theirs === null) {
    const suggested = threeWay(base, mine, theirs);
    return suggested === 'same' ? [] : [{ kind: 'translation', lang, suggested }];
  }
  const lines = lineFields.flatMap((field): Difference[] => {
    const suggested = threeWay(base?.[field], mine[field], theirs[field]);
    return suggested === 'same' ? [] : [{ kind: 'line', lang, field, suggested }];
  });
  const before = blocksOf(base?.body ?? '');
  const paragraphs = stretchesOf(sides, lang).flatMap((stretch, place): Difference[] =>
    stretch.kind === 'same'
      ? []
      : [{ kind: 'paragraphs', lang, place, suggested: whoChanged(before, stretch) }],
  );
  return [...lines, ...paragraphs];
}

function threeWay(base: unknown, mine: unknown, theirs: unknown): Choice | 'same' {
  const [b, m, t] = [base, mine, theirs].map((value) => JSON.stringify(value));
  if (m === t) return 'same';
  return m === b ? 'theirs' : t === b ? 'mine' : null;
}

function whoChanged(
  before: readonly string[],
  { left, right }: Extract<Stretch, { kind: 'different' }>,
): Choice {
  const [theirsOld, mineOld] = [isIn(before, left), isIn(before, right)];
  // nothing in place of something old: that was taken out; in place of something new: that was put in
  if (left.length === 0) return mineOld ? 'theirs' : 'mine';
  if (right.length === 0) return theirsOld ? 'mine' : 'theirs';
  if (theirsOld === mineOld) return null;
  return theirsOld ? 'mine' : 'theirs';
}

function isIn(before: readonly string[], stretch: readonly string[]): boolean {
  if (stretch.length === 0) return true;
  return before.some((_, at) => stretch.every((block, place) => before[at + place] === block));
}

/** The content as it was decided. `choices`: one for each difference; what is not decided stays as mine. */
export function mergedContent(
  sides: Sides,
  all: readonly Difference[],
  choices: readonly Choice[],
): ArticleContent {
  const { mine, theirs } = sides;
  const isTheirs = (matches: (one: Difference) => boolean): boolean => {
    const at = all.findIndex(matches);
    return at !== -1 && choices[at] === 'theirs';
  };
  const field = <F extends (typeof wholeFields)[number]>(name: F): ArticleContent[F] =>
    isTheirs((one) => one.kind === 'field' && one.field === name) ? theirs[name] : mine[name];
  const text = (lang: Lang): ArticleText | null => {
    const [own, other] = [mine.texts[lang], theirs.texts[lang]];
    if (own === null || other === null)
      return isTheirs((one) => one.kind === 'translation' && one.lang === lang) ? other : own;
    const line = (name: LineField): string =>
      isTheirs((one) => one.kind === 'line' && one.lang === lang && one.field === name)
        ? other[name]
        : own[name];
    return {
      ...{ title: line('title'), digest: line('digest'), coverAlt: line('coverAlt') },
      body: bodyOf(sides, lang, all, choices),
    };
  };
  return {
    ...{ kind: field('kind'), author: field('author'), cover: field('cover'), tags: field('tags') },
    ...{ category: field('category'), sources: field('sources') },
    texts: { zh: text('zh'), en: text('en') },
  };
}

function bodyOf(sides: Sides, lang: Lang, all: readonly Difference[], choices: readonly Choice[]): string {
  const stretches = stretchesOf(sides, lang);
  if (stretches.every(({ kind }) => kind === 'same')) return sides.mine.texts[lang]?.body ?? '';
  return joinBlocks(
    stretches.flatMap((stretch, place) => {
      if (stretch.kind === 'same') return stretch.blocks;
      const at = all.findIndex(
        (one) => one.kind === 'paragraphs' && one.lang === lang && one.place === place,
      );
      const choice = choices[at] ?? 'mine';
      return [...(choice === 'mine' ? [] : stretch.left), ...(choice === 'theirs' ? [] : stretch.right)];
    }),
  );
}
