/** A report under way and all that it needs. Nothing of it is anywhere but in this page's memory. */
import type { Question } from '../../../questions/types.js';
import type { Line, Questions, ReportInProgress } from '../ports.js';
import { answered, beginForm, type Form } from '../state/form.js';

export interface Draft {
  readonly line: Line;
  readonly texts: Questions['texts'];
  readonly report: ReportInProgress;
  form: Form;
  /** what stands in fields that were left without an answer, by question */
  readonly typed: Map<string, string>;
  /** said once, at the top of the next screen */
  notice: string;
}

export function beginDraft(line: Line, { graph, texts }: Questions, report: ReportInProgress): Draft {
  return { line, texts, report, form: beginForm(graph), typed: new Map(), notice: '' };
}

/** A text of the questions; a form of its own (`…_form`) goes before that of the chat. */
export const textOf = ({ texts }: Pick<Draft, 'texts'>, id: string): string =>
  texts[`${id}_form`] ?? texts[id] ?? '';

export const labelOf = (draft: Draft, { id }: Question): string => textOf(draft, `q.${id}.label`);

/** What leaving would lose. */
export function lostOf({ form, typed, report }: Draft): { answers: number; files: number } {
  const open = [...typed.keys()].filter((id) => form.answers[id] === undefined).length;
  return { answers: answered(form) + open, files: report.files().length };
}

export const holdsSomething = (draft: Draft): boolean => {
  const { answers, files } = lostOf(draft);
  return answers + files > 0;
};

export function wipeDraft(draft: Draft): void {
  draft.report.wipe();
  draft.typed.clear();
  draft.form = { ...draft.form, answers: {} };
}
