/** From a finished draft to the pieces that are sealed: the answers, the name, the contact and each file apart. */
import type { Graph } from '../../questions/types.js';
import { standing, skipped } from '../../questions/walk.js';
import { hex } from '../dialogue/hex.js';
import type { State } from '../dialogue/types.js';
import type { PlainItem } from '../../domain/reports/ports.js';
import type { Purpose } from '../../domain/reports/report.js';

/** Kinds of questions whose answers are sealed apart from the rest. */
const apart: Readonly<Record<string, Purpose>> = { person: 'person', contact: 'contact' };

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The items of a report. Answers are listed in the graph's order with their question's id and kind. */
export function reportItems(
  graph: Graph,
  state: State,
  draw: (bytes: number) => Uint8Array,
): readonly PlainItem[] {
  const answered = standing(graph, state.answers).flatMap((question) => {
    const value = state.answers[question.id];
    return value === undefined || value.code === skipped
      ? []
      : [{ id: question.id, kind: question.kind, ...value }];
  });
  const item = (purpose: Purpose, value: unknown): PlainItem => ({
    id: hex(draw(16)),
    purpose,
    bytes: json(value),
  });
  return [
    item('answers', {
      v: 1,
      graph: graph.version,
      lang: state.lang,
      answers: answered.filter(({ kind }) => apart[kind] === undefined),
      notes: state.notes,
    }),
    ...answered.flatMap((answer) => {
      const purpose = apart[answer.kind];
      return purpose === undefined ? [] : [item(purpose, { v: 1, ...answer })];
    }),
    ...state.files.flatMap(({ media, kept }) =>
      kept === undefined ? [] : [item('file', { v: 1, media, ...kept })],
    ),
  ];
}
