/** The numbered summary: what was understood, line by line, before anything is sent. */
import { drawReceipt } from '../../../questions/receipt.js';
import { standing } from '../../../questions/walk.js';
import type { DialogueModel } from '../model.js';
import { graphOf, hex, labelOf, say, shown } from '../talk.js';
import type { Env, Say, Sending, State } from '../types.js';

/** Bytes of lines on one page; what stands around them fits beside it in the platform's 2,048. */
const pageBytes = 1_150;

function summaryLines(model: DialogueModel, state: State): readonly Say[] {
  return standing(graphOf(model, state), state.answers)
    .filter((question) => question.kind !== 'consent')
    .map((question, at) => {
      const value = state.answers[question.id] ?? { words: '', code: '-' };
      const { with: words, ids } = shown(question, value);
      const of = { ...ids, label: [labelOf(question)] };
      return { text: 'summary.line', with: { n: String(at + 1), ...words }, ids: of };
    });
}

function pages(model: DialogueModel, state: State): readonly (readonly Say[])[] {
  const all: Say[][] = [[]];
  for (const line of summaryLines(model, state)) {
    const page = all.at(-1) ?? [];
    if (page.length > 0 && model.measure([...page, line], state.lang) > pageBytes) all.push([line]);
    else page.push(line);
  }
  return all;
}

/** One page of the summary with what stands around it. */
export function summaryPage(model: DialogueModel, state: State): readonly Say[] {
  const all = pages(model, state);
  const page = Math.min(state.page, all.length - 1);
  const saved = state.files.filter((file) => file.state === 'saved').length;
  return [
    say('summary.head'),
    ...(all.length > 1 ? [say('summary.page', { page: page + 1, pages: all.length })] : []),
    ...(all[page] ?? []),
    ...(page === all.length - 1 && state.files.length > 0
      ? [say('summary.files', { n: state.files.length, m: saved })]
      : []),
    ...(page === all.length - 1 && state.notes.length > 0
      ? [say('summary.notes', { n: state.notes.length })]
      : []),
    say('summary.ask'),
  ];
}

export function summaryChoices(model: DialogueModel, state: State): readonly { code: string; say: Say }[] {
  const last = state.page >= pages(model, state).length - 1;
  return [
    { code: 'send', say: say('summary.send') },
    { code: 'change', say: say('summary.change') },
    ...(last ? [] : [{ code: 'more', say: say('summary.more') }]),
    { code: 'delete', say: say('summary.delete') },
  ];
}

/** What is fixed before the summary is shown, so that sending twice sends the same. */
export function drawSending(env: Pick<Env, 'draw'>): Sending {
  return { ...drawReceipt(env.draw), seeds: hex(env.draw(64)) };
}

/** Another locator, when the first was taken by somebody else's report. */
export function relocate(state: State, env: Pick<Env, 'draw'>): State {
  if (state.sending === undefined) return state;
  return { ...state, sending: { ...state.sending, locator: drawReceipt(env.draw).locator } };
}
