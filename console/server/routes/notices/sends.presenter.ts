/** Sends as the console's page gets them: how far, how fast, and what may be done. */
import { may } from '../../../../domain/access.js';
import type { Actor } from '../../../../domain/articles/take-step.js';
import { personStepsOf } from '../../../../domain/sending/lifecycle.js';
import { expectedEnd, isStalled, through, type Send } from '../../../../domain/sending/send.js';
import { iso } from '../page.js';

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function presentSend(send: Send, actor: Actor, now: number) {
  const { way, state, stateAt, reason, resumeAt, progress, limits, until } = send;
  const { total, sent, skipped, doubt, startedAt, finishedAt } = progress;
  return {
    ...{ way, state, stateAt: iso(stateAt), reason },
    stalled: isStalled(send, now),
    ...{ resumeAt: isoOrNull(resumeAt), until: iso(until) },
    ...{ total, sent, skipped, doubt, left: total === null ? null : Math.max(0, total - through(progress)) },
    ...{ startedAt: isoOrNull(startedAt), finishedAt: isoOrNull(finishedAt) },
    expectedEnd: isoOrNull(expectedEnd(send, now)),
    limits: { concurrency: limits.concurrency, perSecond: limits.perSecond },
    acts: may(actor.roles, 'notices.publish') ? personStepsOf(send, now) : [],
  };
}
