import type { JobState } from '../../domain/runs/list-jobs.js';
import { descriptions } from '../../jobs/descriptions.js';
import { timeText } from './given-time.js';

type Lang = 'zh' | 'en';

const words = {
  zh: {
    every: { tick: '每分钟', hour: '每小时', day: '每天' },
    never: '尚未运行',
    last: '上次',
    next: '下次',
    held: '暂停中',
    well: '成功',
    failed: (why: string) => `失败（${why}）`,
    figures: (found: number, done: number, failed: number) => `找到 ${found}，完成 ${done}，失败 ${failed}`,
    asked: '已要求立即运行',
  },
  en: {
    every: { tick: 'each minute', hour: 'each hour', day: 'each day' },
    never: 'has not run yet',
    last: 'last',
    next: 'next',
    held: 'on hold',
    well: 'went well',
    failed: (why: string) => `failed (${why})`,
    figures: (found: number, done: number, failed: number) =>
      `found ${found}, done ${done}, failed ${failed}`,
    asked: 'asked to run now',
  },
} as const;

const describes: Readonly<Record<string, Readonly<Record<Lang, string>>>> = descriptions;

/** Jobs as they are read in a terminal: three lines each. */
export function jobLines(jobs: readonly JobState[], zone: string, lang: Lang): readonly string[] {
  return jobs.flatMap((job) => [
    `${job.name}  ${words[lang].every[job.every]}`,
    `  ${describes[job.name]?.[lang] ?? ''}`,
    `  ${stateOf(job, zone, lang)}`,
  ]);
}

function stateOf({ last, nextRunAt, asked }: JobState, zone: string, lang: Lang): string {
  const word = words[lang];
  const next = nextRunAt === null ? word.held : `${word.next} ${timeText(zone, nextRunAt)}`;
  const wanted = asked === null ? [] : [word.asked];
  if (last === null) return [word.never, next, ...wanted].join(' · ');
  const { at, ms, found, done, failed, failure } = last;
  const figures = found === null || done === null ? [] : [word.figures(found, done, failed)];
  const outcome = failure === null ? word.well : word.failed(failure);
  const run = `${word.last} ${timeText(zone, at)}, ${String(ms)} ms`;
  return [run, outcome, ...figures, next, ...wanted].join(' · ');
}
