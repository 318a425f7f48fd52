/** From answers to the pieces that are sealed: the answers, the name, the contact and each file apart, as the chat does it. */
import type { Answers, Graph } from '../../questions/types.js';
import { skipped, standing } from '../../questions/walk.js';
import { type Random, toHex } from '../../vault/bytes.js';
import type { PlainItem, Purpose } from '../../vault/types.js';
import { utf8 } from '../../vault/utf8.js';
import type { FileFacts } from './file-upload.js';
import type { Lang } from './ports.js';

/** What somebody reports. */
export interface Content {
  /** the questions that were asked, or their version if every answer is to be sent */
  readonly graph: Graph;
  readonly lang: Lang;
  readonly answers: Answers;
  /** what was said beside the questions */
  readonly notes: readonly string[];
}

/** Kinds of questions whose answers are sealed apart from the rest. */
const apart: Readonly<Record<string, Purpose>> = { person: 'person', contact: 'contact' };

/** The items of a report, answers in the graph's order; what was skipped or fell away is left out. */
export function reportItems(
  { graph, lang, answers, notes }: Content,
  files: readonly FileFacts[],
  draw: Random,
): readonly PlainItem[] {
  const answered = standing(graph, answers).flatMap((question) => {
    const value = answers[question.id];
    return value === undefined || value.code === skipped
      ? []
      : [{ id: question.id, kind: question.kind, ...value }];
  });
  const item = (purpose: Purpose, value: object): PlainItem => ({
    id: toHex(draw(16)),
    purpose,
    bytes: utf8(JSON.stringify(value)),
  });
  const ours = answered.filter(({ kind }) => apart[kind] === undefined);
  return [
    item('answers', { v: 1, graph: graph.version, lang, answers: ours, notes }),
    ...answered.flatMap((answer) => {
      const purpose = apart[answer.kind];
      return purpose === undefined ? [] : [item(purpose, { v: 1, ...answer })];
    }),
    ...files.map((file) => item('file', { v: 1, ...file })),
  ];
}
