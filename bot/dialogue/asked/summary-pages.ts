/** The numbered summary, cut into pages that fit into one message each. */
import { skipped, standing } from '../../../questions/walk.js';
import { graphOf } from '../draft.js';
import type { DialogueModel } from '../model.js';
import { labelOf, shown } from '../say.js';
import type { Say, State } from '../types.js';

/** Bytes of lines on one page; what stands around them fits beside it in the platform's 2,048. */
const pageBytes = 1_150;

function summaryLines(model: DialogueModel, state: State): readonly Say[] {
  return standing(graphOf(model, state), state.answers)
    .filter((question) => question.kind !== 'consent')
    .map((question, at) => {
      const value = state.answers[question.id] ?? { words: '', code: skipped };
      const { with: words, ids } = shown(question, value);
      const of = { ...ids, label: [labelOf(question)] };
      return { text: 'summary.line', with: { n: String(at + 1), ...words }, ids: of };
    });
}

export function pages(model: DialogueModel, state: State): readonly (readonly Say[])[] {
  return inPages(summaryLines(model, state), (lines) => model.measure(lines, state.lang) > pageBytes);
}

/** Lines on as many pages as they need; a page holds one line at least. */
export function inPages(
  lines: readonly Say[],
  isTooLong: (page: readonly Say[]) => boolean,
): readonly (readonly Say[])[] {
  const all: Say[][] = [[]];
  for (const line of lines) {
    const page = all.at(-1) ?? [];
    if (page.length > 0 && isTooLong([...page, line])) all.push([line]);
    else page.push(line);
  }
  return all;
}
