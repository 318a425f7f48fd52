/** The steps of staff: send for review, approve, plan, stop, withdraw, settle what is in doubt. */
import { may, type Act, type Role } from '../access.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError, isDomainError } from '../errors.js';
import { neutralText } from '../clean-text.js';
import type { Clock } from '../ports.js';
import { reviewChecks, sendKey, type Article, type Plan, type PlatformCopy } from './article.js';
import type { Problem } from './check-article.js';
import { after, holdMs, stepsFrom, type ArticleStep } from './lifecycle.js';
import { moved } from './move.js';
import type { Articles, ArticleVersions } from './ports.js';
import { reviewerOf } from './reviewer.js';
import { loaded, replaced, versionOf } from './save-article.js';

export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface StepTaken {
  readonly id: string;
  readonly revision: number;
  readonly step: StaffStep;
  /** when and how, where the step plans */
  readonly plan?: Plan;
  /** what the reviewer ticked */
  readonly checks?: readonly string[];
  /** why, for the others: stands in the article's timeline, and in no log */
  readonly note?: string;
}

export type TakeStep = (actor: Actor, taken: StepTaken) => Promise<Article>;

/** What staff may do of the lifecycle, and who; the other steps are the line's own. */
const staffSteps = {
  submit: 'articles.write',
  return: 'articles.review',
  approve: 'articles.review',
  reschedule: 'articles.review',
  unschedule: 'articles.publish',
  stop: 'articles.publish',
  withdraw: 'articles.publish',
  retry: 'articles.publish',
  confirm: 'articles.publish',
  fall_short: 'articles.publish',
} as const satisfies Partial<Record<ArticleStep, Act>>;

/** A step that somebody takes by asking for it; writing is saving. */
export type StaffStep = keyof typeof staffSteps;

const isStaffStep = (step: string): step is StaffStep => Object.hasOwn(staffSteps, step);

export const staffStepNames: readonly StaffStep[] = Object.keys(staffSteps).filter(isStaffStep);

/** In these states only the platform knows what is true, and nobody settles it by hand. */
const settledByHand: ReadonlySet<string> = new Set(['in_doubt', 'partly_published']);

export interface StepPorts {
  readonly articles: Articles;
  readonly versions: ArticleVersions;
  readonly clock: Clock;
  readonly record: RecordAct;
  readonly problemsOf: (article: Article) => Promise<readonly Problem[]>;
  /** whether somebody else than these could review as an editor */
  readonly otherEditor: (than: readonly string[]) => Promise<boolean>;
  /** The month has room for one more mass send. @throws DomainError notice.over_budget with what it `displaces` */
  readonly affordable: (send: { readonly id: string; readonly at: number }) => Promise<void>;
}

/** The steps that this person may take now. */
export function stepsFor(actor: Actor, article: Article): readonly ('edit' | StaffStep)[] {
  return stepsFrom(article.state).filter((step): step is 'edit' | StaffStep => {
    if (step === 'edit') return may(actor.roles, 'articles.write');
    return isStaffStep(step) && isOpen(article, step) && isAllowed(actor, article, step);
  });
}

/**
 * Takes a step. @throws DomainError access.denied, article.unknown, article.stale, article.step_refused,
 * article.not_ready (with `problems` or the missing `checks`), article.own_review, notice.over_budget
 */
export function createTakeStep(ports: StepPorts): TakeStep {
  const { articles, versions, clock, record } = ports;
  return async (actor, taken) => {
    const { id, revision, step } = taken;
    const article = await loaded(articles, id, revision);
    if (!isOpen(article, step))
      throw new DomainError('article.step_refused', { details: { state: article.state } });
    if (!isAllowed(actor, article, step)) throw new DomainError('access.denied');
    const at = clock.now();
    const change = await changeOf(ports, actor, article, taken, at);
    await record({ who: actor.id, act: `article.${step}`, object: `article:${id}` });
    if (step === 'submit') await versions.add(versionOf(article, 'submitted'));
    const detail = taken.plan === undefined ? null : taken.plan.platform.way;
    const next = moved(article, step, { at, by: actor.id, detail, ...noteOf(taken) }, change);
    const written = await replaced(articles, next);
    if (change.plan) await stillRoom(ports, article, written);
    return written;
  };
}

/** As with notices: of two that were planned at the same moment, one sees the other and is as it was before. */
async function stillRoom(ports: StepPorts, before: Article, written: Article): Promise<void> {
  try {
    await hasRoom(ports, written);
  } catch (error) {
    const revision = written.revision + 1;
    if (isDomainError(error) && error.code === 'notice.over_budget')
      await replaced(ports.articles, { ...before, comments: written.comments, revision, basis: revision });
    throw error;
  }
}

async function hasRoom({ affordable }: StepPorts, { id, plan }: Pick<Article, 'id' | 'plan'>): Promise<void> {
  if (plan?.platform.way === 'send') await affordable({ id, at: plan.at });
}

/** Only what can be seen of a note, and nothing where that is nothing. */
function noteOf({ note = '' }: StepTaken): { readonly note?: string } {
  const said = neutralText(note).trim();
  return said === '' ? {} : { note: said };
}

function isOpen(article: Article, step: StaffStep): boolean {
  if (after(article.state, step) === null) return false;
  if (step === 'withdraw') return article.live !== null;
  return step === 'confirm' || step === 'fall_short' ? settledByHand.has(article.state) : true;
}

function isAllowed(actor: Actor, article: Article, step: StaffStep): boolean {
  // Who sent it for review may take it back without being a reviewer.
  if (step === 'return' && actor.id === article.submittedBy) return may(actor.roles, 'articles.write');
  return may(actor.roles, staffSteps[step]);
}

/** What a step changes beside the state. */
async function changeOf(
  ports: StepPorts,
  actor: Actor,
  article: Article,
  { step, plan, checks }: StepTaken,
  at: number,
): Promise<Partial<Article>> {
  switch (step) {
    case 'submit':
      await ready(ports, article);
      return { submittedBy: actor.id, approvedBy: null };
    case 'approve':
      await reviewable(ports, actor, article);
      if (!reviewChecks.every((check) => checks?.includes(check)))
        throw new DomainError('article.not_ready', { details: { checks: reviewChecks } });
      await ready(ports, article);
      return { approvedBy: actor.id, ...(await plannedFor(ports, article, plan, at)) };
    case 'reschedule':
      return plannedFor(ports, article, plan, at);
    case 'return':
      return { submittedBy: null };
    case 'unschedule':
    case 'stop':
      return { approvedBy: null, submittedBy: null, plan: null };
    case 'withdraw':
      return { live: null, plan: null };
    case 'retry':
      return { platform: article.platform && again(article.platform, article) };
    default:
      return {};
  }
}

async function ready({ problemsOf }: StepPorts, article: Article): Promise<void> {
  const problems = (await problemsOf(article)).filter(({ level }) => level === 'stop');
  if (problems.length > 0) throw new DomainError('article.not_ready', { details: { problems } });
}

/** Nobody reviews their own words; a supervisor reviews where no other editor could. */
async function reviewable({ otherEditor }: StepPorts, actor: Actor, article: Article): Promise<void> {
  const authors = [article.editedBy, article.submittedBy].flatMap((one) => one ?? []);
  const reviewer = await reviewerOf(actor, authors, otherEditor);
  if (reviewer === 'author') throw new DomainError('article.own_review');
  if (reviewer === 'not_needed') throw new DomainError('article.own_review', { details: { editors: true } });
}

/** Another try is another draft and another name there. */
const again = (copy: PlatformCopy, { id, revision }: Article): PlatformCopy => ({
  ...copy,
  ...{
    draftId: null,
    jobId: null,
    dataId: null,
    reason: null,
    callingSince: null,
    key: sendKey(id, revision),
  },
});

/** The plan, if the month has room for it. */
async function plannedFor(
  ports: StepPorts,
  { id }: Article,
  asked: Plan | undefined,
  now: number,
): Promise<{ readonly plan: Plan }> {
  const plan = planned(asked, now);
  await hasRoom(ports, { id, plan });
  return { plan };
}

/** A moment that has passed, or is too near to stop anything, means: in ten minutes. */
function planned(plan: Plan | undefined, now: number): Plan {
  if (plan === undefined) throw new DomainError('article.not_ready', { details: { plan: 'missing' } });
  return { ...plan, at: Math.max(plan.at, now + holdMs) };
}
