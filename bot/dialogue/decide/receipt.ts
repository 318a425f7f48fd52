/** After sending: the receipt, the four digits that prove it was saved, and the way out without them. */
import { formatReceipt, parseReceipt } from '../../../questions/receipt.js';
import { faqIn, isEmergency, isTelling, labelIn, langAsked, says } from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { stay } from './steps.js';
import { isLate, say, type Outcome, type Turn } from '../talk.js';
import type { Command, Say, State } from '../types.js';

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
  const number = numberIn(turn.model, text);
  if (number !== null && number.rest === '' && number.n <= 2)
    return chooseAfterSending(state, number.n === 2 ? 'leave' : 'again');
  if (state.slow === true || says(turn.model, text, (l) => l.send)) {
    // The message with the receipt may never have arrived.
    const { slow, ...rest } = state;
    return again(rest, 'receipt.show');
  }
  if (digits === '') {
    const label = labelIn(turn.model, text, ['receipt.repeat', 'receipt.leave']);
    if (label !== null) return chooseAfterSending(state, label === 1 ? 'leave' : 'again');
    return stay(turn, state, besides(turn, text));
  }
  const tries = state.tries + 1;
  if (tries >= misses) return again({ ...state, tries: 0 }, 'receipt.again');
  return { state: { ...state, tries }, say: [say('receipt.wrong', { left: misses - tries })] };
}

/** Words that are no digits: a question is answered, more to tell is led to the receipt, the rest is asked again. */
function besides(turn: Turn, text: string): readonly Say[] {
  const { model } = turn;
  const urgent = isEmergency(model, text) ? [say('emergency')] : [];
  const faq = faqIn(model, text);
  if (faq !== null) return [...urgent, say(`faq.${faq}`)];
  if (isTelling(text)) return [...urgent, say('receipt.more')];
  const quiet = says(model, text, (l) => [
    ...l.thanks,
    ...l.done,
    ...l.greetings,
    ...l.patience,
    ...l.confused,
    ...l.heard,
    ...l.yes,
  ]);
  return quiet ? urgent : [...urgent, say('again.aside')];
}

/** The repair words after sending: there is nothing left to change, only the receipt to save or to leave. */
export function repairAfterSending(turn: Turn, state: State, word: Command, text: string): Outcome {
  if (word === 'repeat' || word === 'back' || word === 'continue') return again(state, 'receipt.again');
  if (['delete', 'cancel', 'skip'].includes(word) && !isLate(turn, state)) return leave;
  if (word === 'language')
    return stay(turn, { ...state, lang: langAsked(turn.model, text, state.lang) }, [say('language.done')]);
  return stay(turn, state, []);
}
