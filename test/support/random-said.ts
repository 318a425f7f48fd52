/** What random people say: half of it sensible where they stand, half of it anything. Every sentence has a mark of its own. */
import type { State } from '../../bot/dialogue/types.js';
import { commands } from '../../bot/flows/load-words.js';
import type { Profile } from '../../bot/flows/profile.js';
import type { Said } from './line.js';
import { taps } from './transcript.js';

export interface Dice {
  /** from 0 to 1 */
  roll(): number;
  chance(p: number): boolean;
  /** from 0 to n - 1 */
  below(n: number): number;
  one<T>(list: readonly T[]): T;
}

interface About {
  /** makes the mark */
  readonly count: number;
  readonly seen: readonly string[];
  readonly receipt: string | null;
}

/** The mark of a sentence: it is looked for in what is stored. */
export const markOf = (count: number): string => `K${String(count)}Z`;
export const marks = /K\d+Z/g;

const text = (words: string): Said => ({ t: 'text', text: words });

export function randomSaid(dice: Dice, profile: Profile, state: State | null, about: About): Said {
  return dice.chance(0.55) ? sensible(dice, profile, state, about) : anything(dice, profile, about);
}

function sensible(dice: Dice, profile: Profile, state: State | null, about: About): Said {
  const mark = markOf(about.count);
  if (state === null)
    return text(dice.one(['我要举报', 'report', '我要举报', '１', '查询进度', about.receipt ?? '举报']));
  if (state.at === 'receipt')
    return text(dice.one([fourOf(state), fourOf(state), '2', '0000', '重复', `还有 ${mark} 没说呢真的`]));
  if (state.aside !== undefined)
    return text(dice.one(['1', '2', '3', '继续', `就是说那天有 ${mark} 这么回事`]));
  if (state.at === 'summary')
    return text(
      dice.one(['确认发送', '1', 'Send the report', '2', '第2行', '改时间', `补充一下那天还有 ${mark} 在`]),
    );
  const question = profile.graphs[0]?.questions.find(({ id }) => id === state.at);
  switch (question?.kind) {
    case 'story':
      return text(
        state.parts.length > 0 && dice.chance(0.4)
          ? dice.one(['说完了', '1', 'done', '2'])
          : dice.one([`他那天拿走了 ${mark} 号图纸，没人知道`, `he took the plans ${mark} away at night`]),
      );
    case 'choice':
      return text(
        dice.chance(0.7)
          ? String(1 + dice.below(question.choices?.length ?? 1))
          : `1，不过我要说 ${mark} 这件事也许不是这样`,
      );
    case 'moment':
      return text(dice.one([`昨天 ${mark} 那时候`, `last Monday ${mark}`]));
    case 'place':
      return dice.chance(0.2)
        ? { t: 'place', words: `${mark} 路`, lat: 31.2, lng: 121.4 }
        : text(`${mark} 楼的东门外面`);
    case 'person':
    case 'contact':
      return text(dice.one([`叫 ${mark} 的那个人`, '跳过']));
    case 'files':
      return text(dice.one(['没有', '1', '发完了', `照片在 ${mark} 那边手机上`]));
    default:
      return text(dice.one(['同意', '1', 'agree']));
  }
}

function fourOf(state: State): string {
  return state.sending?.receipt.slice(-4) ?? '';
}

function anything(dice: Dice, profile: Profile, about: About): Said {
  const mark = markOf(about.count);
  const command = (): string => {
    const lang = dice.one(profile.langs);
    return dice.one(profile.lexicon[lang].commands[dice.one(commands)]);
  };
  const old = (): Said => {
    const all = about.seen.flatMap(taps);
    const tap = all.length === 0 ? undefined : dice.one(all);
    return tap === undefined ? text('1') : { t: 'text', text: tap.words, tap: tap.tap };
  };
  const ways: readonly (() => Said)[] = [
    () => text(command()),
    () => text(command()),
    old,
    old,
    () => ({ t: 'file', media: dice.one(['image', 'voice', 'video']), ref: `media ${mark}` }),
    () => ({ t: 'file', media: 'voice', ref: `media ${mark}`, transcript: `语音里说了 ${mark} 这件事情` }),
    () => ({
      t: 'place',
      words: dice.one(['', `${mark} 广场`]),
      lat: 30 + dice.roll(),
      lng: 120 + dice.roll(),
    }),
    () => ({ t: dice.one(['other', 'other', 'follow']) }),
    () => (dice.chance(0.1) ? { t: 'leave' } : text('在吗')),
    () => ({ t: 'menu', key: dice.one(['report', 'check', 'learn', 'learn']) }),
    () => text(String(dice.below(12))),
    () => text(dice.one(['①', '２', '第一个', 'two', '三', '选2吧', '1️⃣'])),
    () =>
      text(
        dice.one([
          '没有',
          '有',
          '不',
          '好的',
          'yes',
          'no',
          '嗯',
          '不知道',
          '等一下',
          '没看懂',
          '谢谢',
          '你好',
        ]),
      ),
    () =>
      text(dice.one(['会不会有人报复我？', '有奖励吗', 'is this anonymous?', '多久有结果？', '这样对吗？'])),
    () => text(`不对，应该是 ${mark} 那里才对`),
    () => text(`wait, i meant ${mark} over there`),
    () => text(`救命，有人要杀我 ${mark} 在这里`),
    () => text(dice.one(['😀', '……', '', ' ', '\u200b', ']]>', '{n}', '<a href="x">y</a>'])),
    () => text(`${mark} ${'很长'.repeat(500)}]]>`),
    () => text(`${mark} 说的是什么我也不太清楚反正就那样`),
    () => text(about.receipt ?? '1234 5678 9012 3456 7891'),
    () => text(`文章${String(dice.below(16))}`),
    () => text(dice.one(['更多', 'more', 'next', '继续', '返回', '回到列表', '下一页', '举报类似的事'])),
    () => text(dice.one(['案例', '看法律', '建议', 'law', 'show me cases', '数字', 'notices please'])),
    () => text(dice.one([`搜 种子`, `搜索${mark}`, `search ${mark}`, 'articles about seeds', '文章 图纸'])),
    () => text(`article ${String(dice.below(16))} page ${String(dice.below(4))}`),
  ];
  return dice.one(ways)();
}
