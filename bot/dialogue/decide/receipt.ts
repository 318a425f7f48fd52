/** After sending: the receipt, the four digits that prove it was saved, and the way out without them. */
import { formatReceipt } from '../../../questions/receipt.js';
import { isLate, type Outcome, type Turn } from '../outcome.js';
import { say } from '../say.js';
import type { Lang, Repair, State } from '../types.js';
import type { Meaning } from '../understand/meaning.js';
import { langAsked } from './repair.js';
import { stay } from './steps.js';

/** Misses before the receipt is shown once more. */
const misses = 3;

const receiptOf = (state: State): string => formatReceipt(state.sending?.receipt ?? '');

/** The report is stored: answers go, the receipt stays until its last four digits come back. */
export function showReceipt(state: State, dueDay: string): Outcome {
  const { aside, lastText, dropped, ...rest } = state;
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
  return { state, say: [dated], asks: 'whole', secret: true };
}

const saved = (state: State): Outcome => ({
  state: null,
  say: [{ text: 'receipt.saved', days: { day: state.dueDay ?? '' } }],
});
const leave: Outcome = { state: null, say: [say('receipt.left')] };

const chooseAfterSending = (state: State, code: string): Outcome =>
  code === 'leave' ? leave : again(state, 'receipt.again');

/** Words while the receipt waits: digits are checked, everything else is answered with what is to be done. */
export function atReceipt(turn: Turn, state: State, meaning: Meaning): Outcome {
  if (meaning.is === 'tap')
    return meaning.step === 'receipt' ? chooseAfterSending(state, meaning.code) : stay(state, []);
  if (isLate(turn, state)) return stay(state, []);
  if (meaning.is === 'digits' && meaning.right) return saved(state);
  if (meaning.is === 'option' && meaning.by === 'number') return chooseAfterSending(state, meaning.code);
  if (state.slow === true || meaning.is === 'send') {
    // The message with the receipt may never have arrived.
    const { slow, ...rest } = state;
    return again(rest, 'receipt.show');
  }
  switch (meaning.is) {
    case 'digits':
      return missed(state);
    case 'option':
      return chooseAfterSending(state, meaning.code);
    case 'question':
      return stay(state, [say(`faq.${meaning.faq ?? ''}`)]);
    case 'note':
      return stay(state, [say('receipt.more')]);
    case 'small':
      return stay(state, []);
    default:
      return stay(state, turn.understood?.urgent ? [] : [say('again.aside')]);
  }
}

function missed(state: State): Outcome {
  const tries = state.tries + 1;
  if (tries >= misses) return again({ ...state, tries: 0 }, 'receipt.again');
  return { state: { ...state, tries }, say: [say('receipt.wrong', { left: misses - tries })] };
}

/** The repair words after sending: there is nothing left to change, only the receipt to save or to leave. */
export function repairAfterSending(turn: Turn, state: State, word: Repair, tongue: Lang | null): Outcome {
  if (word === 'repeat' || word === 'back' || word === 'continue') return again(state, 'receipt.again');
  if (['delete', 'cancel', 'skip'].includes(word) && !isLate(turn, state)) return leave;
  if (word === 'language')
    return stay({ ...state, lang: langAsked(turn.model, state.lang, tongue) }, [say('language.done')]);
  return stay(state, []);
}
