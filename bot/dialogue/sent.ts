/** After sending: the receipt, the four digits that prove it was saved, and the way out without them. */
import { formatReceipt, parseReceipt } from '../../questions/receipt.js';
import { asking } from './asking.js';
import { labelIn, numberIn, says } from './matching.js';
import { say, type Outcome, type Turn } from './talk.js';
import type { Command, State } from './types.js';

/** Misses before the receipt is shown once more. */
const misses = 3;

const receiptOf = (state: State): string => formatReceipt(state.sending ?? { locator: '', secret: '' });

/** The report is stored: answers go, the receipt stays until its last four digits come back. */
export function showReceipt(state: State, dueDay: string): Outcome {
  const { aside, lastText, ...rest } = state;
  const sent: State = {
    ...rest,
    at: 'receipt',
    answers: {},
    parts: [],
    notes: [],
    files: [],
    turns: rest.turns.map(({ id }) => ({ id, reply: null })),
    tries: 0,
    told: 0,
    page: 0,
    dueDay,
  };
  return { ...again(sent, 'receipt.show'), secret: true };
}

function again(state: State, text: 'receipt.show' | 'receipt.again'): Outcome {
  const shown = say(text, { receipt: receiptOf(state) });
  const dated = text === 'receipt.show' ? { ...shown, days: { day: state.dueDay ?? '' } } : shown;
  return { state, say: [dated, say('receipt.ask')], secret: true };
}

const saved = (state: State): Outcome => ({
  state: null,
  say: [{ text: 'receipt.saved', days: { day: state.dueDay ?? '' } }],
});
const leave: Outcome = { state: null, say: [say('receipt.left')] };

export function chooseAfterSending(state: State, code: string): Outcome {
  return code === 'leave' ? leave : again(state, 'receipt.again');
}

/** A text while the receipt waits: digits are checked, everything else is answered with what is to be done. */
export function acceptFourDigits(turn: Turn, state: State, text: string): Outcome {
  const digits = text.normalize('NFKC').replace(/\D/gu, '');
  const receipt = receiptOf(state).replace(/\D/gu, '');
  const whole = parseReceipt(text);
  if (typeof whole === 'object' && whole.locator === state.sending?.locator) return saved(state);
  // "The last four digits" are read with the check digit or, by some, as the last whole group of four.
  if (digits === receipt.slice(-4) || digits === receipt.slice(-5, -1)) return saved(state);
  const number = numberIn(turn.book, text);
  if (number !== null && number.rest === '' && number.n <= 2)
    return chooseAfterSending(state, number.n === 2 ? 'leave' : 'again');
  if (digits === '') {
    const label = labelIn(turn.book, text, ['receipt.repeat', 'receipt.leave']);
    if (label !== null) return chooseAfterSending(state, label === 1 ? 'leave' : 'again');
    const rest = says(turn.book, text, (l) => l.thanks) || says(turn.book, text, (l) => l.done);
    return { state, say: [...(rest ? [] : [say('again.aside')]), ...asking(turn.book, state)] };
  }
  const tries = state.tries + 1;
  if (tries >= misses) return again({ ...state, tries: 0 }, 'receipt.again');
  return { state: { ...state, tries }, say: [say('receipt.wrong', { left: misses - tries })] };
}

/** The repair words after sending: there is nothing left to change, only the receipt to save or to leave. */
export function repairAfterSending(turn: Turn, state: State, word: Command): Outcome {
  if (word === 'repeat' || word === 'back' || word === 'continue') return again(state, 'receipt.again');
  if (word === 'delete' || word === 'cancel' || word === 'skip') return leave;
  if (word === 'language')
    return {
      state: { ...state, lang: state.lang === 'zh' ? 'en' : 'zh' },
      say: [say('language.done'), say('receipt.ask')],
    };
  return { state, say: asking(turn.book, state) };
}
