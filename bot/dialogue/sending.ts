/** What is fixed of a report just before its summary is shown, so that sending twice sends the same. */
import { drawDigits, drawReceipt } from '../../questions/receipt.js';
import { hex } from './hex.js';
import type { Env, Sending, State } from './types.js';

export function drawSending(env: Pick<Env, 'draw'>): Sending {
  return { receipt: drawReceipt(env.draw), caseNumber: drawCase(env), seeds: hex(env.draw(64)) };
}

const drawCase = (env: Pick<Env, 'draw'>): string => drawDigits(env.draw, 8);

/** Another case number or receipt, when the one that was drawn is another report's. */
export function redrawn(state: State, taken: 'case' | 'receipt', env: Pick<Env, 'draw'>): State {
  if (state.sending === undefined) return state;
  const other = taken === 'case' ? { caseNumber: drawCase(env) } : { receipt: drawReceipt(env.draw) };
  return { ...state, sending: { ...state.sending, ...other } };
}

/** The report was not stored: everything can be changed again. */
export function untried(state: State): State {
  if (state.sending === undefined) return state;
  const { tried, ...sending } = state.sending;
  return { ...state, sending };
}
