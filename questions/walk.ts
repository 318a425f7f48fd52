/** Walking the graph: which questions stand, which is next, what falls away after a change. */
import { type Answers, type Cond, type Graph, type Question } from './types.js';

/** The code of an answer that was passed over: answered, with nothing in it. */
export const skipped = '-';

/** The code of "I don't know" to a question that needs an answer: it is one. */
export const unknown = '?';

/** Whether a condition holds under these answers; a question not answered yet holds no choice. */
export function holds(cond: Cond, answers: Answers): boolean {
  if ('not' in cond) return !holds(cond.not, answers);
  if ('all' in cond) return cond.all.every((part) => holds(part, answers));
  const code = answers[cond.q]?.code;
  return code !== undefined && cond.in.includes(code);
}

/** The questions that stand under these answers, in order. */
export function standing(graph: Graph, answers: Answers): readonly Question[] {
  // A question asked only under an answer that itself fell away must fall with it, so answers count in order.
  const seen: Record<string, Answers[string]> = {};
  return graph.questions.filter((question) => {
    if (question.when !== undefined && !holds(question.when, seen)) return false;
    const answer = answers[question.id];
    if (answer !== undefined) seen[question.id] = answer;
    return true;
  });
}

/** The first standing question without an answer; null when the summary is due. */
export function nextQuestion(graph: Graph, answers: Answers): Question | null {
  return standing(graph, answers).find((question) => answers[question.id] === undefined) ?? null;
}

/** The standing question before `id`; from the summary (`id` not a question) the last one. */
export function questionBefore(graph: Graph, answers: Answers, id: string): Question | null {
  const all = standing(graph, answers);
  const at = all.findIndex((question) => question.id === id);
  return (at < 0 ? all.at(-1) : all[at - 1]) ?? null;
}

export function questionById(graph: Graph, id: string): Question | null {
  return graph.questions.find((question) => question.id === id) ?? null;
}

/** Where a person stands: the number of the question (at the summary: the last) and about how many there are. */
export function progress(graph: Graph, answers: Answers, id: string): { n: number; total: number } {
  const all = standing(graph, answers);
  const at = all.findIndex((question) => question.id === id);
  return { n: at < 0 ? all.length : at + 1, total: all.length };
}

/** Keeps what still stands after a change and names the answered questions that fell away. */
export function prune(graph: Graph, answers: Answers): { kept: Answers; fell: readonly Question[] } {
  const all = new Set(standing(graph, answers).map((question) => question.id));
  const fell = graph.questions.filter(
    (question) => answers[question.id] !== undefined && !all.has(question.id),
  );
  if (fell.length === 0) return { kept: answers, fell };
  return { kept: Object.fromEntries(Object.entries(answers).filter(([id]) => all.has(id))), fell };
}
