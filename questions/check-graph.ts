/** Checks a graph before anybody meets it: every question reachable, every condition meaningful, no early end. */
import { holds } from './walk.js';
import { type Answers, type Cond, type Graph, type Kind, type Question } from './types.js';

/** A mistake in a graph; `question` is the id it stands at. */
export interface GraphMistake {
  readonly question: string;
  readonly what: string;
}

const kinds: readonly Kind[] = [
  'choice',
  'story',
  'moment',
  'place',
  'person',
  'contact',
  'files',
  'consent',
];
const idForm = /^[a-z][a-z0-9-]{0,30}$/;
/** Ids that name steps of the dialogue itself. */
const reserved = new Set(['summary', 'receipt', 'report', 'menu']);

/** All mistakes of a graph, none when it is sound. */
export function checkGraph(graph: Graph): readonly GraphMistake[] {
  const mistakes: GraphMistake[] = [];
  const seen = new Map<string, Question>();
  for (const question of graph.questions) {
    for (const what of [...ownMistakes(question, seen), ...whenMistakes(question, seen)])
      mistakes.push({ question: question.id, what });
    seen.set(question.id, question);
  }
  if (graph.questions.length === 0) mistakes.push({ question: '', what: 'there is no question' });
  for (const role of ['category', 'conflict'] as const)
    if (graph.questions.filter((question) => question.role === role).length !== 1)
      mistakes.push({ question: '', what: `exactly one question must have role ${role}` });
  for (const kind of ['story', 'consent', 'person'] as const)
    if (graph.questions.filter((question) => question.kind === kind).length !== 1)
      mistakes.push({ question: '', what: `exactly one question must be of kind ${kind}` });
  if (!graph.questions.some((question) => (question.ends ?? []).length > 0))
    mistakes.push({ question: '', what: 'no choice ends the report for what is not conduct (ends)' });
  for (const id of unreachable(graph)) mistakes.push({ question: id, what: 'no answers lead to it (when)' });
  return mistakes;
}

function ownMistakes(question: Question, seen: ReadonlyMap<string, Question>): readonly string[] {
  const { id, kind, choices = [], ends = [] } = question;
  const found: string[] = [];
  if (!idForm.test(id) || reserved.has(id)) found.push('the id is not a free lower-case name');
  if (seen.has(id)) found.push('the id stands twice');
  if (!kinds.includes(kind)) found.push(`the kind is none of ${kinds.join(', ')}`);
  if (kind === 'choice' && choices.length < 2) found.push('a choice needs at least two choices');
  if (kind !== 'choice' && choices.length > 0) found.push('only a choice has choices');
  if (choices.length > 9) found.push('more than nine choices cannot be typed with one digit');
  if (new Set(choices).size !== choices.length) found.push('a choice stands twice');
  if (choices.some((code) => !idForm.test(code))) found.push('a choice code is not a lower-case name');
  if (ends.some((code) => !choices.includes(code))) found.push('ends names something that is no choice');
  if (choices[0] !== undefined && ends.includes(choices[0])) found.push('the first choice ends the report');
  if (ends.length > 0 && ends.length === choices.length) found.push('every choice ends the report');
  if (kind === 'person' && !question.optional) found.push('a name must be optional');
  return found;
}

function whenMistakes(question: Question, seen: ReadonlyMap<string, Question>): readonly string[] {
  const parts = question.when === undefined ? [] : leaves(question.when);
  return parts.flatMap((part) => {
    const asked = seen.get(part.q);
    if (asked === undefined) return [`when asks about ${part.q}, which does not stand before it`];
    return part.in
      .filter((code) => !(asked.choices ?? []).includes(code))
      .map((code) => `when asks for ${part.q} = ${code}, which is no choice of it`);
  });
}

function leaves(cond: Cond): readonly { q: string; in: readonly string[] }[] {
  if ('not' in cond) return leaves(cond.not);
  if ('all' in cond) return cond.all.flatMap(leaves);
  return [cond];
}

/** Walks every combination of the choices that conditions ask about. */
function unreachable(graph: Graph): readonly string[] {
  const asked = new Set(graph.questions.flatMap((q) => (q.when ? leaves(q.when).map((l) => l.q) : [])));
  const reached = new Set<string>();
  const visit = (at: number, answers: Answers): void => {
    const question = graph.questions[at];
    if (question === undefined) return;
    if (question.when !== undefined && !holds(question.when, answers)) {
      visit(at + 1, answers);
      return;
    }
    reached.add(question.id);
    const codes = asked.has(question.id)
      ? (question.choices ?? []).filter((code) => !(question.ends ?? []).includes(code))
      : [''];
    for (const code of codes) visit(at + 1, { ...answers, [question.id]: { words: '', code } });
  };
  visit(0, {});
  return graph.questions.map((question) => question.id).filter((id) => !reached.has(id));
}
