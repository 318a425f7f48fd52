/** A send from waiting to done, as one pure table: what may happen in which state, and where it leads. */
import type { SendState, Way } from './send.js';

export type SendStep =
  /** somebody begins to work on it, or goes on */
  | 'take'
  /** a person stops it for now, and lets it go on */
  | 'pause'
  | 'resume'
  | 'cancel'
  /** the platform takes no more for now: it goes on by itself */
  | 'limit'
  /** a mass send was handed over: an administrator may have to confirm it, then the platform works on it */
  | 'await_admin'
  | 'check'
  | 'finish'
  /** whether it went out, or whether some did, is not known */
  | 'doubt'
  /** its window passed */
  | 'miss'
  /** the platform surely takes nothing more of it */
  | 'refuse'
  /** offered once more */
  | 'retry'
  /** a person found out: it is done, or it surely did not go out */
  | 'confirm'
  | 'deny';

const arrows: Readonly<Record<SendState, Readonly<Partial<Record<SendStep, SendState>>>>> = {
  waiting: {
    ...{ take: 'sending', pause: 'paused', cancel: 'cancelled' },
    ...{ limit: 'limited', miss: 'missed', refuse: 'refused' },
  },
  sending: {
    ...{ take: 'sending', pause: 'paused', cancel: 'cancelled', limit: 'limited' },
    ...{ await_admin: 'awaiting_admin', check: 'checking', finish: 'done' },
    ...{ doubt: 'in_doubt', miss: 'missed', refuse: 'refused' },
  },
  paused: { resume: 'waiting', cancel: 'cancelled', miss: 'missed' },
  limited: { take: 'sending', pause: 'paused', cancel: 'cancelled', miss: 'missed' },
  awaiting_admin: { check: 'checking', finish: 'done', refuse: 'refused', doubt: 'in_doubt' },
  checking: { finish: 'done', refuse: 'refused', doubt: 'in_doubt' },
  done: {},
  cancelled: {},
  missed: {},
  in_doubt: { confirm: 'done', deny: 'refused' },
  refused: { retry: 'waiting' },
};

/** Where a step leads; null: it cannot be taken in this state. */
export function after(state: SendState, step: SendStep): SendState | null {
  return arrows[state][step] ?? null;
}

/** The steps that can be taken in a state. */
export function stepsFrom(state: SendState): readonly SendStep[] {
  return Object.keys(arrows[state]) as SendStep[];
}

/** The states in which a step can be taken. */
export function statesFor(step: SendStep): readonly SendState[] {
  return (Object.keys(arrows) as SendState[]).filter((state) => after(state, step) !== null);
}

/** Whether nothing leads on from here. */
export const isTerminal = (state: SendState): boolean => stepsFrom(state).length === 0;

/** States in which the line itself goes on with it. */
export const underWay: readonly SendState[] = [
  ...(['waiting', 'sending', 'paused', 'limited', 'awaiting_admin', 'checking'] as const),
];

/** What people do with a send. */
export const personSteps = ['pause', 'resume', 'cancel', 'retry', 'settle'] as const;
export type PersonStep = (typeof personSteps)[number];

const needed: Readonly<Record<PersonStep, SendStep>> = {
  ...{ pause: 'pause', resume: 'resume', cancel: 'cancel', retry: 'retry', settle: 'confirm' },
};

/** The steps that a person can take of a send now. A mass send that is being handed over cannot be called back. */
export function personStepsOf(
  { way, state, until }: { readonly way: Way; readonly state: SendState; readonly until: number },
  now: number,
): readonly PersonStep[] {
  return personSteps.filter((step) => {
    if (after(state, needed[step]) === null) return false;
    if (way === 'mass' && state === 'sending') return false;
    return (step !== 'resume' && step !== 'retry') || now < until;
  });
}
