/** Articles for readers on the public listener: pages, API, and how often they are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import { createArticlePages } from '../../miniprogram-api/pages/articles/article-pages.js';
import { createDaysPage } from '../../miniprogram-api/pages/days.js';
import { articleStyleFiles } from '../../miniprogram-api/pages/articles/style.js';
import { createViewCounter } from '../../miniprogram-api/view-counter.js';
import type { Core } from '../compose.js';
import { homeOf } from '../home.js';
import { packageRoot } from '../storage/data-folder.js';
import { renderer } from './open-articles.js';

export interface Reading {
  readonly middleware: readonly Middleware[];
  /** Writes down what was counted since the last minute. */
  stop(): Promise<void>;
}

const minute = 60_000;

/** @param form where "report something like this" leads; null: this process has no form */
export function openReading(core: Core, form: string | null): Reading {
  const { config, clock, storage, profile, articles, log } = core;
  const views = createViewCounter({ views: storage.views, clock });
  const flush = (): Promise<void> =>
    views.flush().catch((error: unknown) => {
      log.error('articles.failed', error);
    });
  const timer = setInterval(() => void flush(), minute);
  timer.unref();
  const { publicUrl } = config;
  const shared = { catalogue: articles.catalogue, renderer, clock, publicUrl };
  const home = homeOf(profile);
  const style = articleStyleFiles.map((name) => readFileSync(join(packageRoot, 'web', name), 'utf8'));
  return {
    middleware: [
      createArticlePages({
        ...{ ...shared, views, pictures: storage.pictures, home },
        style: style.join('\n'),
        reportLink: (_category, lang) => (form === null ? null : `${form}?lang=${lang}`),
      }),
      createDaysPage({ holidays: core.holidays.read, days: profile.days, home, publicUrl, clock }),
    ],
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
