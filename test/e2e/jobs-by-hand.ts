/**
 * The role `jobs` of a running line that was started without it. Its clockwork ticks when a test says so, and not once a
 * minute; and what a line waits for can be said to be over. All else is the line's own: the same database, which takes
 * a second process, the same settings, the same steps, the same calls to the platform.
 */
import { clockworkOf } from '../../runtime/clockwork.js';
import { openCore } from '../../runtime/compose.js';
import { createLog } from '../../runtime/log/log.js';
import { readConfig } from '../../runtime/settings/config.js';
import type { Article } from '../../domain/articles/article.js';
import { holdMs, type ArticleState } from '../../domain/articles/lifecycle.js';
import type { OccurrenceState } from '../../domain/notices/lifecycle.js';
import type { Occurrence } from '../../domain/notices/occurrence.js';
import type { RunningLine } from '../support/running-line.js';
import { until } from './until.js';

/** What a line is started with, so that the jobs are left to the test. */
export const withoutJobs = { ROLES: 'api,bot,console' } as const;

export interface Jobs {
  /** One look at what is due. */
  tick(): Promise<void>;
  /** Ticks until an article has come into a state. */
  until(id: string, state: ArticleState): Promise<void>;
  /** Its time to go out has come: what is stored says that it was planned, and came into its state, so much earlier. */
  timeComes(id: string): Promise<void>;
  /** Ticks until a day notice has come into a state. */
  noticeUntil(id: string, state: OccurrenceState): Promise<void>;
  /** The ten minutes of a day notice begin, or are over: what is stored says so. */
  noticeNears(id: string): Promise<void>;
  noticeIsDue(id: string): Promise<void>;
  /** Waits until readers of the line get an article's page, or do not get it any more. */
  shown(slug: string, is: boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openJobs(line: RunningLine, dataDir: string): Promise<Jobs> {
  const ports = { PORT: new URL(line.url).port, CONSOLE_PORT: new URL(line.consoleUrl).port };
  const read = readConfig({ DATA_DIR: dataDir, ROLES: 'jobs', ...ports });
  if ('mistakes' in read) throw new Error('the settings are wrong');
  const core = await openCore(read.config, createLog('error'));
  const clockwork = clockworkOf(core);
  const { articles, occurrences } = core.storage;
  const articleOf = async (id: string): Promise<Article> => {
    const article = await articles.byId(id);
    if (article === null) throw new Error('no such article');
    return article;
  };
  const noticeOf = async (id: string): Promise<Occurrence> => {
    const found = await occurrences.byId(id);
    if (found === null) throw new Error('no such day notice');
    return found;
  };
  const noticeGoes = async (id: string, ahead: number): Promise<void> => {
    const found = await noticeOf(id);
    const at = core.clock.now() + ahead;
    const times = { at, stateAt: at - holdMs, windowEndsAt: at + found.windowEndsAt - found.at };
    if (!(await occurrences.replace({ ...found, ...times, revision: found.revision + 1 })))
      throw new Error('somebody was faster');
  };
  return {
    tick: () => clockwork.tick(),
    noticeUntil: (id, state) =>
      until(async () => {
        await clockwork.tick();
        return (await noticeOf(id)).state === state;
      }),
    noticeNears: (id) => noticeGoes(id, holdMs),
    noticeIsDue: (id) => noticeGoes(id, 0),
    until: (id, state) =>
      until(async () => {
        await clockwork.tick();
        return (await articleOf(id)).state === state;
      }),
    async timeComes(id) {
      const article = await articleOf(id);
      if (article.plan === null) throw new Error('nothing is planned');
      const ms = Math.max(article.plan.at - core.clock.now(), holdMs);
      const plan = { ...article.plan, at: article.plan.at - ms };
      const earlier = { ...article, revision: article.revision + 1, stateAt: article.stateAt - ms, plan };
      if (!(await articles.replace(earlier))) throw new Error('somebody was faster');
    },
    shown: (slug, is) =>
      until(async () => (await fetch(`${line.url}/a/${slug}`, { method: 'HEAD' })).ok === is),
    close: () => core.close(),
  };
}
