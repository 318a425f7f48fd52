/** A report under way, as the form walks it. Pure: nothing here knows of a page, a server or a clock. */
import type { Answers, Graph, Question, Value } from '../../../questions/types.js';
import { nextQuestion, prune, questionBefore, questionById, standing } from '../../../questions/walk.js';

/** The place after the last question. No question may have this id. */
export const summary = 'summary';

export interface Form {
  readonly graph: Graph;
  readonly answers: Answers;
  /** a question's id, or the summary */
  readonly at: string;
  /** one answer is changed from the summary, and the way leads back there */
  readonly changing: boolean;
}

export interface Taken {
  readonly form: Form;
  /** answered questions that no longer stand after this answer */
  readonly fell: readonly Question[];
}

export function beginForm(graph: Graph): Form {
  return { graph, answers: {}, at: nextQuestion(graph, {})?.id ?? summary, changing: false };
}

export const questionAt = (form: Form): Question | null => questionById(form.graph, form.at);

/** A choice by which what is told is nothing that the line takes. */
export const endsReport = (question: Question, { code }: Value): boolean =>
  code !== undefined && (question.ends ?? []).includes(code);

/** Keeps the answer to the present question and goes on: to the next one, or back to the summary it was changed from. */
export function takeAnswer(form: Form, value: Value): Taken {
  const { graph, at, changing } = form;
  const { kept, fell } = prune(graph, { ...form.answers, [at]: value });
  const open = nextQuestion(graph, kept)?.id ?? summary;
  const next = changing ? open : (following(graph, kept, at) ?? open);
  return { form: { graph, answers: kept, at: next, changing: changing && next !== summary }, fell };
}

/** The standing question after `id`, answered or not, so that who went back walks forward past what is there. */
function following(graph: Graph, answers: Answers, id: string): string | null {
  const all = standing(graph, answers);
  return all[all.findIndex((question) => question.id === id) + 1]?.id ?? null;
}

/** Stands at a place that was shown before; one that has fallen away since leads to the first open question. */
export function goTo(form: Form, place: string, changing = false): Form {
  const { graph, answers } = form;
  const open = nextQuestion(graph, answers)?.id ?? summary;
  const there =
    place === summary ? open === summary : standing(graph, answers).some(({ id }) => id === place);
  return { ...form, at: there ? place : open, changing };
}

/** The place before this one; null before the first question. */
export const placeBefore = (form: Form): string | null =>
  form.changing ? summary : (questionBefore(form.graph, form.answers, form.at)?.id ?? null);

/** How many questions hold an answer: what would be lost. */
export const answered = ({ answers }: Form): number => Object.keys(answers).length;
