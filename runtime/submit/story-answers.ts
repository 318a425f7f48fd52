/** The answers of somebody who says what happened and nothing else. */
import type { Answers, Graph, Question, Value } from '../../questions/types.js';
import { skipped, unknown } from '../../questions/walk.js';

/** The text where a story is asked for; everything else is passed over, or not known where it may not be. */
export function storyAnswers(graph: Graph, text: string): Answers {
  return Object.fromEntries(graph.questions.map((question) => [question.id, answer(question, text)]));
}

function answer({ kind, optional }: Question, text: string): Value {
  if (kind === 'story') return { words: text };
  if (kind === 'consent') return { words: '', code: 'agree' };
  return { words: '', code: optional ? skipped : unknown };
}
