/** `GET /questions`: the same graph that the chat walks, with its texts. */
import { DomainError } from '../../../domain/errors.js';
import type { Graph } from '../../../questions/types.js';
import { operation, type Operation } from '../../operation.js';
import { QuestionsQuery } from './questions.dto.js';
import { presentQuestions, QuestionsAnswer } from './questions.presenter.js';

export interface QuestionsParts {
  /** today's first */
  readonly graphs: readonly [Graph, ...Graph[]];
  readonly texts: Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>;
}

export function questionOperations({ graphs, texts }: QuestionsParts): readonly Operation[] {
  const current = graphs[0].version;
  return [
    operation({
      ...{ method: 'GET', path: '/questions', id: 'readQuestions', tag: 'Line', actor: 'anyone' },
      summary: 'The questions of a report with their texts, today’s or those of an earlier release.',
      query: QuestionsQuery,
      answer: { status: 200, shape: QuestionsAnswer },
      errors: ['questions.unknown_version'],
      example: { query: { lang: 'en' } },
      handle: ({ query: { lang, version = current } }): QuestionsAnswer => {
        const graph = graphs.find((one) => one.version === version);
        if (graph === undefined) throw new DomainError('questions.unknown_version', { details: { current } });
        return presentQuestions(graph, current, lang, texts[lang]);
      },
    }),
  ];
}
