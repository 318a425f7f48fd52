/** The summary waits: sending, changing a line, or saying something more. */
import { choices, lines } from './asking.js';
import { correctionIn, faqIn, isTelling, labelIn, says } from './matching.js';
import { lineIn, numberIn } from './matching-numbers.js';
import { showReceipt } from './sent.js';
import { beside, carry, changeLine, stay } from './steps.js';
import { asideOf, say, settled, type Outcome, type Turn } from './talk.js';
import type { Found, State } from './types.js';

type Sent = Extract<Found, { sent: unknown } | { unsent: unknown }>;

/** Letters from which on a text at the summary is something more to say, kept as a note. */
const leastNote = 8;

export function atSummary(turn: Turn, state: State, words: string): Outcome {
  const { book } = turn;
  const agrees = (text: string): boolean => says(book, text, (l) => [...l.yes, ...l.send]);
  const all = choices(book, state).map(({ tap }) => tap.split(':', 2)[1] ?? '');
  const number = numberIn(book, words);
  if (number !== null && (number.rest === '' || (number.n === 1 && agrees(number.rest)))) {
    const code = all[number.n - 1];
    return code === undefined
      ? stay(turn, state, [say('bad.range', { max: all.length })])
      : summaryChoice(turn, state, code);
  }
  const label = labelIn(
    book,
    words,
    all.map((code) => `summary.${code}`),
  );
  if (label !== null) return summaryChoice(turn, state, all[label] ?? '');
  const ids = lines(book, state).map(({ id }) => id);
  const line = lineIn(book, words, ids, true);
  if (line !== null) return changeLine(turn, state, ids[line] ?? '');
  if (agrees(words)) return summaryChoice(turn, state, 'send');
  const faq = faqIn(book, words);
  if (faq !== null) return stay(turn, state, [say(`faq.${faq}`), say('faq.back')]);
  if (says(book, words, (l) => [...l.greetings, ...l.thanks])) return stay(turn, state, [say('hello.again')]);
  if (says(book, words, (l) => [...l.no, ...l.rewrite]))
    return stay(turn, asideOf(state, { kind: 'change' }), []);
  return said(turn, state, words);
}

/** Something more to say is kept as a note; a correction also leads to the lines that can be changed. */
function said(turn: Turn, state: State, words: string): Outcome {
  const correcting = correctionIn(turn.book, words) !== null;
  if (!correcting && Array.from(words.trim()).length < leastNote)
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
  const open = settled(state);
  if ('sent' in found) return sent(turn, open, found.sent.dueDay);
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
