/** Which articles a text asks for, by where it is said: where an answer fits, it comes before. */
import { describe, expect, test } from '@jest/globals';
import { askedOf } from '../../../../bot/dialogue/asked/asked.js';
import { understand } from '../../../../bot/dialogue/understand/understand.js';
import type { Env, Reading, State } from '../../../../bot/dialogue/types.js';
import { createDialogueModel } from '../../../../bot/flows/dialogue-model.js';
import { createTexts } from '../../../../bot/flows/texts.js';
import { profileNamed } from '../../../support/line.js';

const profile = profileNamed('national-security');
const model = createDialogueModel(profile, createTexts(profile));
const list = { get: 'articles', lang: 'zh' } as const;
const reading: Reading = {
  ...{ more: { ...list, after: 'x' }, list, listed: [12, 3], category: null, open: true, turns: [] },
};
const env = (read: Reading | null): Env => ({
  ...{ today: '2026-11-22', draw: () => new Uint8Array(), gate: 'open' as const },
  ...{ follow: null, opening: null, reading: read },
});

/** A report that stands at this question. */
const standingAt = (id: string): State => ({
  ...{ at: id, lang: 'zh', graph: profile.graphs[0]?.version ?? '', begun: '2026-11-22', begunAt: 1 },
  ...{ reportId: '00', answers: {}, parts: [], files: [], notes: [], tries: 0, lastAt: 1, askedAt: 1 },
  ...{ told: 0, page: 0, turns: [] },
});

/** What words mean: `list`, `list case`, `search 种子`, `article 12`, `article 12 page 2`, `more`, `back`, or another meaning. */
function meant(words: string, at: string | null = null, read: Reading | null = null, tap?: string): string {
  const state = at === null ? null : standingAt(at);
  const { meaning } = understand(model, askedOf(model, state, env(read)), words, tap);
  switch (meaning.is) {
    case 'articles':
      return meaning.search === null ? `list ${meaning.kind ?? ''}`.trim() : `search ${meaning.search}`;
    case 'article':
      return `article ${String(meaning.which)}${meaning.page === 1 ? '' : ` page ${String(meaning.page)}`}`;
    case 'reading':
      return meaning.way;
    case 'menu':
      return meaning.key === 'learn' ? `list ${meaning.kind ?? ''}`.trim() : meaning.key;
    default:
      return meaning.is;
  }
}

describe('while nothing is under way', () => {
  test.each([
    ['宣传文章', 'list'],
    ['articles', 'list'],
    ['搜', 'list'],
    ['search articles', 'list'],
    ['案例', 'list case'],
    ['看案例', 'list case'],
    ['case', 'list case'],
    ['Cases, please', 'list case'],
    ['法律', 'list law'],
    ['想看法律类的文章', 'list law'],
    ['show me the law', 'list law'],
    ['articles about the law', 'list law'],
    ['关于法律的文章', 'list law'],
    ['建议', 'list advice'],
    ['通知', 'list notice'],
    ['notices', 'list notice'],
    ['数字', 'list figures'],
    ['figures', 'list figures'],
    ['文章12', 'article 12'],
    ['文章第12篇', 'article 12'],
    ['article no. 112', 'article 112'],
    ['文章十二吧', 'article 12'],
    ['文章12第2页', 'article 12 page 2'],
    ['article 12, page 2', 'article 12 page 2'],
    ['搜 种子', 'search 种子'],
    ['搜：种子', 'search 种子'],
    ['搜索种子', 'search 种子'],
    ['找文章 种子', 'search 种子'],
    ['文章 种子', 'search 种子'],
    ['搜尋 種子', 'search 種子'],
    ['搜一下关于种子的文章', 'search 种子'],
    ['有没有关于种子的文章', 'search 种子'],
    ['search seed', 'search seed'],
    ['Search for Parent Seeds', 'search Parent Seeds'],
    ['articles about seeds', 'search seeds'],
    ['article seed', 'search seed'],
    ['do you have articles on seeds?', 'search seeds'],
    ['search particles', 'search particles'],
  ])('%s: %s', (words, as) => {
    expect(meant(words)).toBe(as);
  });

  test.each([
    '文章写得很好',
    '搜查我办公室的人拿走了三份文件',
    '他每天晚上搜集我们单位的数据发到国外去',
    'somebody searched my desk at night and took the plans with him',
    'case closed between my boss and a foreign buyer, he took money for the figures',
    '更多',
    'more',
    'next',
  ])('%s asks for no article', (words) => {
    expect(meant(words)).not.toMatch(/^(list|search|article|more|back)/);
  });
});

describe('right after a list', () => {
  test.each([
    ['更多', 'more'],
    ['more', 'more'],
    ['next', 'more'],
    ['下一页', 'more'],
    ['继续', 'more'],
    ['返回', 'back'],
    ['回到列表', 'back'],
    ['12', 'article 12'],
    ['3', 'article 3'],
    ['2', 'option'],
  ])('while nothing is under way, %s: %s', (words, as) => {
    expect(meant(words, null, reading)).toBe(as);
  });

  test.each([
    ['category', '更多', 'more'],
    ['category', 'next', 'more'],
    ['category', '继续', 'command'],
    ['category', '返回', 'command'],
    ['category', '12', 'out-of-range'],
    ['category', '3', 'choice'],
    ['category', '种子', 'choice'],
    ['category', '搜 种子', 'search 种子'],
    ['where', '更多', 'more'],
    ['where', '法律', 'list law'],
    ['where', 'search seeds', 'search seeds'],
    ['when', '昨天', 'value'],
    ['who', 'next', 'more'],
    ['honest', '更多', 'more'],
    ['summary', '更多', 'more'],
    ['summary', 'search seeds', 'search seeds'],
    ['what', '更多', 'part'],
    ['what', 'more', 'part'],
    ['what', 'next', 'command'],
    ['what', '法律', 'part'],
    ['what', '搜 种子', 'part'],
    ['what', '文章 种子', 'search 种子'],
    ['what', '文章12', 'article 12'],
    ['what', '看案例', 'list case'],
  ])('at %s, %s: %s', (at, words, as) => {
    expect(meant(words, at, reading)).toBe(as);
  });
});

describe('in a report, after something else was said', () => {
  test.each([
    ['category', '更多', 'unclear'],
    ['category', '法律', 'list law'],
    ['category', '搜 密码', 'search 密码'],
    ['category', '搜 种子', 'choice'],
    ['where', '更多', 'value'],
    ['where', '建议', 'value'],
    ['where', 'search office', 'value'],
    ['where', '搜文章 种子', 'search 种子'],
    ['where', '看法律', 'list law'],
    ['who', 'next', 'command'],
    ['what', '搜文章 种子', 'part'],
    ['what', '案例', 'list case'],
    ['summary', 'law', 'list law'],
  ])('at %s, %s: %s', (at, words, as) => {
    expect(meant(words, at)).toBe(as);
  });
});

describe('a tap', () => {
  test.each([
    ['article:12', 'article 12'],
    ['article:12:2', 'article 12 page 2'],
    ['article:page-by-page', 'article page-by-page'],
    ['articles:more', 'more'],
    ['articles:back', 'back'],
  ])('of %s is that, wherever it is tapped', (tap, as) => {
    for (const at of [null, 'category', 'what', 'where', 'summary'])
      expect([at, meant('更多', at, null, tap)]).toEqual([at, as]);
  });
});
