/** The summary waits: sending, changing a line, or saying something more. */
import { asideOf, settled } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { say } from '../say.js';
import type { Found, State } from '../types.js';
import type { Meaning } from '../understand/meaning.js';
import { changeTo } from './answer.js';
import { showReceipt } from './receipt.js';
import { beside, carry, stay } from './steps.js';

type Sent = Extract<Found, { sent: unknown } | { unsent: unknown }>;

export function atSummary(turn: Turn, state: State, meaning: Meaning): Outcome {
  switch (meaning.is) {
    case 'option':
      return summaryChoice(state, meaning.code);
    case 'out-of-range':
      return stay(state, [say('bad.range', { max: meaning.max })]);
    case 'line':
      return changeTo(turn, state, meaning.id, meaning.answer);
    case 'send':
      return summaryChoice(withRemark(turn, state, meaning.remark), 'send');
    case 'right':
      // What was found right need not be read again: only what is still to be done is said.
      return { state, say: [say('summary.right'), say('summary.ask')] };
    case 'question':
      return stay(state, [say(`faq.${meaning.faq ?? ''}`), say('faq.back')]);
    case 'small':
      return stay(state, [say('hello.again')]);
    case 'disagreed':
      return stay(asideOf(state, { kind: 'change' }), []);
    case 'correction':
    case 'note': {
      const { state: kept, said } = carry(turn, state, meaning.words);
      return stay(meaning.is === 'correction' ? asideOf(kept, { kind: 'change' }) : kept, [said]);
    }
    default:
      return stay(state, [say('again.summary')]);
  }
}

/** What was said beside a word for sending goes with the report as a note. */
function withRemark(turn: Turn, state: State, remark: string): State {
  const known = remark === '' || state.notes.at(-1) === remark;
  return known ? state : carry(turn, state, remark).state;
}

/** Carries out a choice of the summary. */
export function summaryChoice(state: State, code: string): Outcome {
  switch (code) {
    case 'send':
      return state.files.some((file) => file.state === 'fetching')
        ? stay(asideOf(state, { kind: 'waiting' }), [])
        : { state, say: [], query: { do: 'send' } };
    case 'change':
      return stay(asideOf(state, { kind: 'change' }), []);
    case 'more':
      return stay({ ...state, page: state.page + 1 }, []);
    default:
      return stay(asideOf(state, { kind: 'delete' }), []);
  }
}

/** The report was stored, or it was not: then nothing is lost and the summary stays. */
export function afterSending(turn: Turn, state: State, found: Sent): Outcome {
  if ('sent' in found) return sent(turn, settled(state), found.sent.dueDay);
  const meaning = turn.understood?.meaning;
  const remark = meaning?.is === 'send' && state.aside === undefined ? meaning.remark : '';
  const open = withRemark(turn, settled(state), remark);
  if (found.unsent === 'limit') return beside(open, [say('limit.reports'), say('phone.short')]);
  if (found.unsent === 'closed') return beside(open, [say('report.closed'), say('ways.short')]);
  const { sending } = open;
  const unsure =
    sending === undefined
      ? open
      : { ...open, sending: { ...sending, tried: sending.tried ?? turn.input.at } };
  return stay(unsure, [say('send.failed')]);
}

/** The receipt; what was said since the sending is not in the report, and that is said. */
function sent(turn: Turn, state: State, dueDay: string): Outcome {
  const shown = showReceipt(state, dueDay);
  const more = state.sending?.tried !== undefined && turn.understood?.telling === true;
  return more ? { ...shown, say: [say('receipt.more'), ...shown.say] } : shown;
}
