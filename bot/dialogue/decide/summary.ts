/** The summary waits: sending, changing a line, or saying something more. */
import { choices, lines } from '../show/asking.js';
import { acceptText } from './answer.js';
import { isMadeOf } from '../understand/clauses.js';
import { sends } from '../understand/own-words.js';
import { correctionIn, faqIn, isTelling, labelIn } from '../understand/matching.js';
import { changeIn, lineIn, numberIn } from '../understand/numbers.js';
import { showReceipt } from './receipt.js';
import { beside, carry, changeLine, stay } from './steps.js';
import { asideOf, questionAt, say, settled, type Outcome, type Turn } from '../talk.js';
import type { Found, State } from '../types.js';

type Sent = Extract<Found, { sent: unknown } | { unsent: unknown }>;

/** Letters from which on a text at the summary is something more to say, kept as a note. */
const leastNote = 8;

export function atSummary(turn: Turn, state: State, words: string): Outcome {
  const { model } = turn;
  const all = choices(model, state).map(({ tap }) => tap.split(':', 2)[1] ?? '');
  const number = numberIn(model, words);
  const beside = number === null ? '' : number.rest;
  if (number !== null && (beside === '' || (number.n === 1 && sends(model, beside) === ''))) {
    const code = all[number.n - 1];
    return code === undefined
      ? stay(turn, state, [say('bad.range', { max: all.length })])
      : summaryChoice(turn, state, code);
  }
  const label = labelIn(
    model,
    words,
    all.map((code) => `summary.${code}`),
  );
  if (label !== null) return summaryChoice(turn, state, all[label] ?? '');
  const ids = lines(model, state).map(({ id }) => id);
  const line = lineIn(model, words, ids, true);
  if (line !== null) return changeLine(turn, state, ids[line] ?? '');
  const rest = sends(model, words);
  if (rest !== null) return summaryChoice(turn, withRemark(turn, state, rest), 'send');
  if (isMadeOf(model, words, 'right'))
    return { ...stay(turn, state, []), say: [say('summary.right'), say('summary.ask')] };
  const faq = faqIn(model, words);
  if (faq !== null) return stay(turn, state, [say(`faq.${faq}`), say('faq.back')]);
  const change = changeIn(model, words, ids);
  if (change !== null) return changeTo(turn, state, ids[change.line] ?? '', change.value);
  if (isMadeOf(model, words, 'greetings', 'thanks')) return stay(turn, state, [say('hello.again')]);
  if (isMadeOf(model, words, 'no', 'rewrite', 'refuses'))
    return stay(turn, asideOf(state, { kind: 'change' }), []);
  return said(turn, state, words);
}

/** What was said beside a word for sending goes with the report as a note. */
function withRemark(turn: Turn, state: State, remark: string): State {
  const known = remark === '' || state.notes.at(-1) === remark;
  return known ? state : carry(turn, state, remark).state;
}

/** Asks the line again and takes `value` as the answer at once, as far as it is one. */
export function changeTo(turn: Turn, state: State, id: string, value: string): Outcome {
  const asked = changeLine(turn, state, id);
  const question = asked.state === null ? null : questionAt(turn.model, asked.state);
  return asked.state === null || question === null || value === ''
    ? asked
    : acceptText(turn, asked.state, question, value);
}

/** Something more to say is kept as a note; a correction also leads to the lines that can be changed. */
function said(turn: Turn, state: State, words: string): Outcome {
  const correcting = correctionIn(turn.model, words) !== null;
  const unsure = isMadeOf(turn.model, words, 'unknown', 'reserves', 'yes', 'send');
  if (!correcting && (unsure || Array.from(words.trim()).length < leastNote))
    return stay(turn, state, [say('again.summary')]);
  const { state: kept, said: noted } = carry(turn, state, words);
  return stay(turn, correcting ? asideOf(kept, { kind: 'change' }) : kept, [noted]);
}

/** Carries out a choice of the summary. */
export function summaryChoice(turn: Turn, state: State, code: string): Outcome {
  switch (code) {
    case 'send':
      return state.files.some((file) => file.state === 'fetching')
        ? stay(turn, asideOf(state, { kind: 'waiting' }), [])
        : { state, say: [], query: { do: 'send' } };
    case 'change':
      return stay(turn, asideOf(state, { kind: 'change' }), []);
    case 'more':
      return stay(turn, { ...state, page: state.page + 1 }, []);
    default:
      return stay(turn, asideOf(state, { kind: 'delete' }), []);
  }
}

/** The report was stored, or it was not: then nothing is lost and the summary stays. */
export function afterSending(turn: Turn, state: State, found: Sent): Outcome {
  if ('sent' in found) return sent(turn, settled(state), found.sent.dueDay);
  const remark =
    turn.input.t === 'text' && state.aside === undefined ? sends(turn.model, turn.input.text) : '';
  const open = withRemark(turn, settled(state), remark ?? '');
  if (found.unsent === 'limit') return beside(open, [say('limit.reports'), say('phone.short')]);
  if (found.unsent === 'closed') return beside(open, [say('report.closed'), say('ways.short')]);
  const { sending } = open;
  const unsure =
    sending === undefined
      ? open
      : { ...open, sending: { ...sending, tried: sending.tried ?? turn.input.at } };
  return stay(turn, unsure, [say('send.failed')]);
}

/** The receipt; what was said since the sending is not in the report, and that is said. */
function sent(turn: Turn, state: State, dueDay: string): Outcome {
  const { input } = turn;
  const shown = showReceipt(state, dueDay);
  const more = state.sending?.tried !== undefined && input.t === 'text' && isTelling(input.text);
  return more ? { ...shown, say: [say('receipt.more'), ...shown.say] } : shown;
}

/** The report was not stored: everything can be changed again. */
export function untried(state: State): State {
  if (state.sending === undefined) return state;
  const { tried, ...sending } = state.sending;
  return { ...state, sending };
}
