/**
 * Any number of published articles that are about nothing, in both languages, the same for the same seed. Words are spread
 * as in real texts: few are everywhere, most are rare, so that an index has as much to do.
 */
import { articleKinds, type ArticleText } from '../../domain/articles/article.js';
import type { LiveArticle } from '../../domain/articles/ports.js';

const zhWords =
  '境外 间谍 情报 机关 国家 安全 秘密 文件 手机 照片 港口 军事 基地 机场 卫星 学生 留学 兼职 高薪 网络 邮箱 钓鱼 软件 木马 窃取 拍摄 测绘 数据 泄露 举报 电话 奖励 法律 规定 公民 义务 组织 责任 人员 单位 涉密 岗位 离职 出境 旅行 交友 网站 招聘 调查 问卷 资料 观测 设备 海洋 浮标 航母 船厂 研究 生物 物种 基因 稀土 矿产 粮食 能源 核心 技术 专利 企业 高校 教授 论文 会议 邀请 报酬 转账 收买 策反 勾连 渗透 破坏 颠覆 防范 提醒 案例 审判 法院 判决 有期徒刑'.split(
    ' ',
  );
const enStems =
  'espionage agent security secret document phone photograph harbour military airport satellite student abroad payment network mailbox phishing malware theft survey mapping data leak report reward law citizen duty organisation unit classified position travel friend website recruitment questionnaire equipment ocean buoy carrier shipyard research species gene mineral grain energy technology patent company university professor paper conference invitation transfer bribe recruit contact infiltrate sabotage prevent remind case trial court sentence'.split(
    ' ',
  );
const syllables =
  'ba de fi go ku la me ni po ra se ti vo wa xe yo zu ch sh tr pl gr ster ing tion ment ly'.split(' ');

/** A small generator of numbers between 0 and 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;

const one = <T>(from: readonly T[], chance: Chance): T => {
  const item = from[Math.floor(chance() * from.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

const many = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

/** A language: its common words first, then as many made up as people use; the n-th is n times rarer than the first. */
function vocabulary(common: readonly string[], made: () => string): (chance: Chance) => string {
  const words = [...common, ...many(12_000, made)];
  const weight = Math.log(words.length);
  return (chance) => words[Math.floor(Math.exp(chance() * weight)) - 1] ?? '';
}

/** Two characters, seldom three, of the 2,500 from U+4E00 on, those before used more than those behind. */
const madeZh = (chance: Chance): string =>
  many(chance() < 0.8 ? 2 : 3, () => String.fromCharCode(0x4e00 + Math.floor(chance() ** 2 * 2_500))).join(
    '',
  );

const madeEn = (chance: Chance): string =>
  many(2 + Math.floor(chance() * 3), () => one(syllables, chance)).join('');

const made = seededRandom(0);
const zhWord = vocabulary(zhWords, () => madeZh(made));
const enWord = vocabulary(enStems, () => madeEn(made));

const zhSentence = (chance: Chance): string => `${many(10, () => zhWord(chance)).join('')}。`;
const enSentence = (chance: Chance): string => `${many(12, () => enWord(chance)).join(' ')}.`;

function textOf(sentence: (chance: Chance) => string, title: string, chance: Chance): ArticleText {
  const paragraphs = (count: number): string =>
    many(count, () => many(6, () => sentence(chance)).join(' ')).join('\n\n');
  return {
    title,
    digest: sentence(chance),
    body: `## ${title}\n\n${paragraphs(4)}\n\n- ${many(4, () => sentence(chance)).join('\n- ')}\n\n> **${sentence(chance)}**\n\n${paragraphs(4)}`,
    coverAlt: sentence(chance),
  };
}

const day = 86_400_000;

/** About a thousand Chinese characters and 4,000 Latin letters each; numbers from 1, the first the oldest. */
export function syntheticArticles(count: number, seed = 1): readonly LiveArticle[] {
  const chance = seededRandom(seed);
  return Array.from({ length: count }, (_, i): LiveArticle => {
    const number = i + 1;
    const at = Date.UTC(2020, 0, 1) + Math.floor((i * day) / 2);
    const zhTitle = many(5, () => zhWord(chance)).join('');
    const enTitle = many(7, () => enWord(chance)).join(' ');
    return {
      id: number.toString(16).padStart(32, '0'),
      slug: `article-${number}`,
      number,
      firstAt: at,
      at,
      content: {
        kind: one(articleKinds, chance),
        texts: {
          zh: textOf(zhSentence, zhTitle, chance),
          en: chance() < 0.8 ? textOf(enSentence, enTitle, chance) : null,
        },
        author: 'Fairline',
        cover: null,
        tags: many(3, () => zhWord(chance)),
        category: null,
        sources: [],
      },
    };
  });
}

/** Queries as people type them, made of the same words: one to three words, now and then with a letter changed. */
export function syntheticQueries(lang: 'zh' | 'en', count: number, seed = 2): readonly string[] {
  const chance = seededRandom(seed);
  return many(count, () => {
    const words = many(1 + Math.floor(chance() * 3), () => (lang === 'zh' ? zhWord(chance) : enWord(chance)));
    if (lang === 'zh') return words.join(chance() < 0.5 ? '' : ' ');
    const typed = words.join(' ');
    const at = Math.floor(chance() * typed.length);
    return chance() < 0.3 ? `${typed.slice(0, at)}x${typed.slice(at + 1)}` : typed;
  });
}
