import { digits } from '../state/chance.js';
import { keepLatest } from '../state/latest.js';
import { type MassOutcome, type Outcomes } from '../state/outcomes.js';
import { dayOf } from '../state/platform-day.js';
import { type ReadingFigures } from '../state/reading-figures.js';
import { type Shown } from '../state/shown.js';
import { type User } from '../state/users.js';
import { type WritableFields } from '../../wechat/xml.js';
import { articleUrl } from './addresses.js';
import { type Platform } from './api.js';
import { type Drafts } from './drafts.js';
import { type KeptArticle } from './kept-article.js';
import { newsCard } from './news-card.js';
import { isReadable, type Publication, type Publications } from './publications.js';

/** What is sent: a draft, which left the box for it, or a message. */
export type MassContent =
  | { readonly is: 'draft'; readonly id: string; readonly articles: readonly KeptArticle[] }
  | { readonly is: 'message'; readonly shown: Shown };

export interface MassJob {
  readonly msgId: string;
  readonly dataId: string;
  readonly content: MassContent;
  readonly audience: readonly User[];
  status: 'SENDING' | 'SEND_SUCCESS' | 'SEND_FAIL';
  /** of a draft that was sent */
  publication: Publication | null;
}

export interface MassJobs {
  submit(content: MassContent, audience: readonly User[]): MassJob;
  get(msgId: string): MassJob | undefined;
  /** The administrator's word on the send that has waited longest; null where none waits. */
  decide(confirm: boolean): MassJob | null;
}

export interface MassParts {
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly readings: ReadingFigures;
  readonly outcomes: Outcomes;
  /** Whether this follower may get one more, which is counted. */
  readonly mayReceive: (user: User) => boolean;
}

const most = 1_000;
const patienceMs = 30 * 60 * 1000;
/** The platform's words for what came of it: reference 6, and of its page on mass sends the two about administrators. */
const words = { fail: 'send fail', refused: 'err(40001)', unanswered: 'err(40002)' } as const;

/** Mass sends on their way: followers see the message, and the account hears of the result a little later. */
export function createMassJobs(platform: Platform, parts: MassParts): MassJobs {
  const { base, clock, officialAccount, random, users } = platform;
  const { drafts, publications, readings, outcomes, mayReceive } = parts;
  const jobs = new Map<string, MassJob>();
  const waiting = new Map<MassJob, () => void>();

  const report = (job: MassJob, status: string, result: WritableFields): Promise<void> =>
    officialAccount.line.push('o_mphelper', {
      type: 'event',
      event: 'MASSSENDJOBFINISH',
      fields: { MsgID: BigInt(job.msgId), Status: status, ...result },
    });

  const deliver = async (job: MassJob): Promise<void> => {
    const reached = job.audience.filter((user) => user.following && mayReceive(user));
    const shown = open(job);
    for (const user of reached) users.show(user, 'mass', shown);
    if (shown.type === 'news') {
      const opened = { way: 'sent', dataId: job.dataId, articles: shown.articles } as const;
      readings.opened({ ...opened, day: dayOf(clock.now()), target: reached.length });
    }
    job.status = 'SEND_SUCCESS';
    await report(job, 'send success', {
      ...counts(job.audience.length, reached.length),
      ...addresses(job, base),
    });
  };

  /** A draft becomes public when it is sent. */
  const open = (job: MassJob): Shown => {
    if (job.content.is === 'message') return job.content.shown;
    const publication = publications.open('sent', job.content.articles);
    job.publication = publication;
    return newsCard(publication.articles, base, (idx) => articleUrl(base, publication.articleId, idx));
  };

  /** Nobody saw it: the draft is back in the box. */
  const fail = async (job: MassJob, status: string): Promise<void> => {
    job.status = 'SEND_FAIL';
    if (job.content.is === 'draft') drafts.set(job.content.id, job.content.articles);
    await report(job, status, counts(0, 0));
  };

  const wait = (job: MassJob): void => {
    const callOff = platform.at(clock.now() + patienceMs, () => {
      waiting.delete(job);
      return fail(job, words.unanswered);
    });
    waiting.set(job, callOff);
  };

  const start: Readonly<Record<MassOutcome, (job: MassJob) => void>> = {
    success: (job) => {
      platform.later(() => deliver(job));
    },
    fail: (job) => {
      platform.later(() => fail(job, words.fail));
    },
    await_admin: wait,
  };

  return {
    submit: (content, audience) => {
      const [msgId, dataId] = [digits(random, 10), digits(random, 9)];
      const job: MassJob = { msgId, dataId, content, audience, status: 'SENDING', publication: null };
      jobs.set(msgId, job);
      keepLatest(jobs, most);
      start[outcomes.nextMass()](job);
      return job;
    },
    get: (msgId) => jobs.get(msgId),
    decide: (confirm) => {
      const [first] = waiting;
      if (first === undefined) return null;
      const [job, callOff] = first;
      callOff();
      waiting.delete(job);
      platform.later(() => (confirm ? deliver(job) : fail(job, words.refused)));
      return job;
    },
  };
}

/** As `mass/get` says it; a send whose articles were all taken back is deleted. */
export const statusOf = ({ status, publication }: MassJob): string =>
  publication === null || isReadable(publication) ? status : 'DELETE';

const counts = (total: number, reached: number): WritableFields => ({
  TotalCount: total,
  FilterCount: reached,
  SentCount: reached,
  ErrorCount: 0,
});

function addresses({ publication }: MassJob, base: string): WritableFields {
  if (publication === null) return {};
  const item = publication.articles.map((_, i) => ({
    ArticleIdx: i + 1,
    ArticleUrl: articleUrl(base, publication.articleId, i + 1),
  }));
  return { ArticleUrlResult: { Count: item.length, ResultList: { item } } };
}
