/** What is fixed of a report just before its summary is shown, so that sending twice sends the same. */
import { drawReceipt } from '../../questions/receipt.js';
import { hex } from './hex.js';
import type { Env, Sending, State } from './types.js';

export function drawSending(env: Pick<Env, 'draw'>): Sending {
  return { ...drawReceipt(env.draw), seeds: hex(env.draw(64)) };
}

/** Another locator, when the first was taken by somebody else's report. */
export function relocate(state: State, env: Pick<Env, 'draw'>): State {
  if (state.sending === undefined) return state;
  return { ...state, sending: { ...state.sending, locator: drawReceipt(env.draw).locator } };
}

/** The report was not stored: everything can be changed again. */
export function untried(state: State): State {
  if (state.sending === undefined) return state;
  const { tried, ...sending } = state.sending;
  return { ...state, sending };
}
