/**
 * From draft to published and back, as one pure table: what may happen in which state, and where it leads. A published
 * article that is edited is a draft again while its `live` copy stays with the readers.
 */
export const articleStates = [
  'draft',
  'in_review',
  'scheduled',
  'about_to_go',
  'submitted',
  'awaiting_admin',
  'checking',
  'published',
  'refused',
  'partly_published',
  'in_doubt',
  'withdrawn',
] as const;
export type ArticleState = (typeof articleStates)[number];

export type ArticleStep =
  /** an editor writes in it */
  | 'edit'
  | 'submit'
  /** the author takes it back, or the reviewer sends it back */
  | 'return'
  | 'approve'
  | 'reschedule'
  | 'unschedule'
  /** ten minutes before its time: now it can be stopped, or it goes */
  | 'hold'
  | 'stop'
  /** the platform refuses what is to be sent, before anything is public */
  | 'refuse'
  /** the hold is over: the web copy is public, the platform is told */
  | 'go'
  /** an administrator of the account has to confirm within 30 minutes */
  | 'await_admin'
  | 'check'
  | 'confirm'
  /** on the web and in the chat, but the platform did not take it */
  | 'fall_short'
  /** the platform's answer was lost */
  | 'doubt'
  /** the platform's part once more */
  | 'retry'
  | 'withdraw';

const arrows: Readonly<Record<ArticleState, Readonly<Partial<Record<ArticleStep, ArticleState>>>>> = {
  draft: { edit: 'draft', submit: 'in_review', withdraw: 'withdrawn' },
  in_review: { return: 'draft', approve: 'scheduled' },
  scheduled: { reschedule: 'scheduled', unschedule: 'draft', hold: 'about_to_go' },
  about_to_go: { stop: 'draft', refuse: 'refused', go: 'submitted' },
  submitted: {
    await_admin: 'awaiting_admin',
    check: 'checking',
    confirm: 'published',
    fall_short: 'partly_published',
    doubt: 'in_doubt',
  },
  awaiting_admin: {
    check: 'checking',
    confirm: 'published',
    fall_short: 'partly_published',
    doubt: 'in_doubt',
  },
  checking: { confirm: 'published', fall_short: 'partly_published', doubt: 'in_doubt' },
  published: { edit: 'draft', withdraw: 'withdrawn' },
  refused: { edit: 'draft' },
  partly_published: { edit: 'draft', retry: 'submitted', confirm: 'published', withdraw: 'withdrawn' },
  in_doubt: { confirm: 'published', fall_short: 'partly_published' },
  withdrawn: { edit: 'draft' },
};

/** Where a step leads; null: it cannot be taken in this state. */
export function after(state: ArticleState, step: ArticleStep): ArticleState | null {
  return arrows[state][step] ?? null;
}

/** The steps that can be taken in a state. */
export function stepsFrom(state: ArticleState): readonly ArticleStep[] {
  return Object.keys(arrows[state]) as ArticleStep[];
}

/** Milliseconds that an article is about to go, and can be stopped. */
export const holdMs = 10 * 60_000;
