import { expect, test } from '@jest/globals';
import type { JobState } from '../../../domain/runs/list-jobs.js';
import { jobLines } from '../../../runtime/upkeep/job-lines.js';

const at = (text: string): number => Date.parse(`2026-11-22T${text}:00+08:00`);
const ran = { at: at('10:00'), ms: 12, found: 3, done: 2, failed: 1, failure: null };
const job = (changes: Partial<JobState>): JobState => ({
  ...{ name: 'settle-files', every: 'day', last: ran, failures: 0, lastFailureAt: null },
  ...{ nextRunAt: at('10:01'), asked: null, ...changes },
});
const jobs = [
  job({}),
  job({ last: { ...ran, failure: 'storage.unavailable' }, asked: at('10:00') }),
  job({ name: 'burn-drafts', every: 'tick', last: { ...ran, found: null, done: null } }),
  job({ name: 'advance-sends', every: 'tick', last: null, nextRunAt: null }),
];
const third = (lines: readonly string[]) => lines.filter((_, n) => n % 3 === 2);

test('a job is its name, what it does, and how it goes', () => {
  expect(jobLines([jobs[0] ?? job({})], 'Asia/Shanghai', 'en')).toEqual([
    'settle-files  each day',
    '  Rewrites yesterday’s sealed files in random order, so that the disk does not tell what came when.',
    '  last 2026-11-22 10:00, 12 ms · went well · found 3, done 2, failed 1 · next 2026-11-22 10:01',
  ]);
});

test('in English', () => {
  expect(third(jobLines(jobs, 'Asia/Shanghai', 'en')).slice(1)).toEqual([
    '  last 2026-11-22 10:00, 12 ms · failed (storage.unavailable) · found 3, done 2, failed 1 · next 2026-11-22 10:01 · asked to run now',
    '  last 2026-11-22 10:00, 12 ms · went well · next 2026-11-22 10:01',
    '  has not run yet · on hold',
  ]);
});

test('in Chinese', () => {
  const lines = jobLines(jobs, 'Asia/Shanghai', 'zh');
  expect(lines.slice(0, 2)).toEqual([
    'settle-files  每天',
    '  以随机顺序重写前一天的证据文件，使磁盘不留先后痕迹。',
  ]);
  expect(third(lines)).toEqual([
    '  上次 2026-11-22 10:00, 12 ms · 成功 · 找到 3，完成 2，失败 1 · 下次 2026-11-22 10:01',
    '  上次 2026-11-22 10:00, 12 ms · 失败（storage.unavailable） · 找到 3，完成 2，失败 1 · 下次 2026-11-22 10:01 · 已要求立即运行',
    '  上次 2026-11-22 10:00, 12 ms · 成功 · 下次 2026-11-22 10:01',
    '  尚未运行 · 暂停中',
  ]);
});
