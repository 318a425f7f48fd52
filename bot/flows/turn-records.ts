/** What a turn takes from the turns before it and leaves for the ones after: resends, records, tombstones. */
import type { Input, State, Step } from '../dialogue/types.js';
import type { Kept } from './conversation.js';

/** Which delivery was answered that its text is known. */
export interface Told {
  readonly id: string;
  readonly text: string | undefined;
}

export const saysKnown = ({ reply }: Step): boolean =>
  reply?.say.some(({ text }) => text === 'resend.known') === true;

/** After a failed answer the same text is a resend if the first one was stored all the same; who insists means it. */
export function marked(
  state: State,
  unseen: string | undefined,
  told: Told | undefined,
  input: Input,
): State {
  if (told !== undefined && told.id !== input.id && told.text === state.lastText) {
    const { slow, lastText, ...rest } = state;
    return rest;
  }
  return unseen !== undefined && state.turns.some(({ id }) => id === unseen)
    ? { ...state, slow: true }
    : state;
}

/** What a turn leaves to be stored; null when it changes nothing. */
export function keeping(
  step: Step,
  before: State | null,
  stored: Kept | null,
  input: Input,
  slow: boolean,
): Kept | null {
  const { state, reply } = step;
  if (state === before) return null;
  if (state === null) {
    // The reply is kept for a repeated delivery; the ids of the turns before it only keep them from being taken anew.
    const turns = (before?.turns ?? []).map(({ id }) => ({ id, reply: null }));
    return { ended: { endedAt: input.at, turns: [...turns, { id: input.id, reply }].slice(-16) } };
  }
  const earlier = before === null && stored !== null && 'ended' in stored ? stored.ended.turns : [];
  const turns = [...earlier.map(({ id }) => ({ id, reply: null })), ...state.turns].slice(-16);
  const { slow: _before, ...rest } = state;
  return { state: { ...rest, turns, ...(slow ? { slow } : {}) } };
}
