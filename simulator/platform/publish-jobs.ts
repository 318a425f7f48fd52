import { digits } from '../state/chance.js';
import { keepLatest } from '../state/latest.js';
import { dayOf } from '../state/platform-day.js';
import { type ReadingFigures } from '../state/reading-figures.js';
import { type Outcomes, type PublishOutcome } from '../state/outcomes.js';
import { type WritableFields } from '../../wechat/xml.js';
import { articleUrl } from './addresses.js';
import { type Platform } from './api.js';
import { type Drafts } from './drafts.js';
import { type KeptArticle } from './kept-article.js';
import { type Publication, type Publications } from './publications.js';

/** A publication that was asked for, and what came of it. */
export interface PublishJob {
  readonly publishId: string;
  /** names its articles in the reading figures */
  readonly dataId: string;
  readonly is: 'running' | 'done' | 'failed';
  /** of what failed: the platform's number */
  readonly status: PublishOutcome;
  readonly publication: Publication | null;
  /** places, from 1, of the articles that were the reason */
  readonly failed: readonly number[];
}

export interface PublishJobs {
  /** @throws PlatformError 40007 if there is no such draft */
  submit(draftId: string): PublishJob;
  get(publishId: string): PublishJob | undefined;
}

export interface PublishParts {
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly readings: ReadingFigures;
  readonly outcomes: Outcomes;
}

const most = 500;
/** Only these two name the articles that were the reason; here it is always the first. */
const namesArticles: readonly PublishOutcome[] = [2, 4];

/** Publishing takes a while: it is accepted first, and its result is reported as an event a little later. */
export function createPublishJobs(
  platform: Platform,
  { drafts, publications, readings, outcomes }: PublishParts,
): PublishJobs {
  const { base, clock, officialAccount, random } = platform;
  const jobs = new Map<string, PublishJob>();

  const finish = async (job: PublishJob, articles: readonly KeptArticle[]): Promise<void> => {
    const publication = publications.open('published', articles);
    jobs.set(job.publishId, { ...job, is: 'done', publication });
    if (job.status === 6)
      platform.later(async () => {
        publication.blocked = true;
      });
    const urls = articles.map((_, i) => articleUrl(base, publication.articleId, i + 1));
    readings.opened({
      ...{ way: 'published', dataId: job.dataId, day: dayOf(clock.now()), target: 0 },
      articles: articles.map(({ title }, i) => ({ title, url: urls[i] ?? '' })),
    });
    const item = urls.map((url, i) => ({ idx: i + 1, article_url: url }));
    await report(job, {
      publish_status: 0,
      article_id: publication.articleId,
      article_detail: { count: item.length, item },
    });
  };

  /** The draft is back in the box: only what is published leaves it. */
  const fail = async (job: PublishJob, draftId: string, articles: readonly KeptArticle[]): Promise<void> => {
    const named = namesArticles.includes(job.status);
    jobs.set(job.publishId, { ...job, is: 'failed', failed: named ? [1] : [] });
    drafts.set(draftId, articles);
    await report(job, { publish_status: job.status, ...(named ? { fail_idx: 1 } : {}) });
  };

  const report = (job: PublishJob, result: WritableFields): Promise<void> =>
    officialAccount.line.push('o_mphelper', {
      type: 'event',
      event: 'PUBLISHJOBFINISH',
      fields: { PublishEventInfo: { publish_id: BigInt(job.publishId), ...result } },
    });

  return {
    submit: (draftId) => {
      const articles = drafts.take(draftId);
      const job: PublishJob = {
        publishId: digits(random, 10),
        dataId: digits(random, 10),
        is: 'running',
        status: outcomes.nextPublish(),
        publication: null,
        failed: [],
      };
      jobs.set(job.publishId, job);
      keepLatest(jobs, most);
      const works = job.status === 0 || job.status === 6;
      platform.later(() => (works ? finish(job, articles) : fail(job, draftId, articles)));
      return job;
    },
    get: (publishId) => jobs.get(publishId),
  };
}
