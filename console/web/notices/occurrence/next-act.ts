/** What somebody would do next with an occurrence, out of what they may. */
import type { Occurrence, RequestedOccurrenceStep } from '../../api/occurrence-types.js';

export type NextAct = 'submit' | 'review' | 'take_back' | 'stop' | 'move' | 'reopen' | 'settle' | null;

/** What opens in a window of its own. */
export type WindowName = 'move' | 'cancel' | 'test' | 'phone';

/** What the head of the page sends somewhere else on it. */
export type HeadAct = Exclude<WindowName, 'phone'> | 'definition' | 'review' | 'settle' | 'missing';

type Seen = Pick<Occurrence, 'state' | 'steps' | 'editedBy' | 'submittedBy' | 'sends'>;

/** Whether somebody wrote it or sent it: then another person reviews it. */
export const isOwn = (
  { editedBy, submittedBy }: Pick<Occurrence, 'editedBy' | 'submittedBy'>,
  me: string,
): boolean => editedBy?.id === me || submittedBy?.id === me;

export function nextAct(occurrence: Seen, me: string): NextAct {
  const can = (step: RequestedOccurrenceStep): boolean => occurrence.steps.includes(step);
  if (can('submit')) return 'submit';
  if (can('approve') && !isOwn(occurrence, me)) return 'review';
  if (can('return') && occurrence.submittedBy?.id === me) return 'take_back';
  if (can('stop')) return 'stop';
  if (occurrence.sends.some(({ acts }) => acts.includes('settle'))) return 'settle';
  if (can('reschedule')) return 'move';
  return can('reopen') ? 'reopen' : null;
}
