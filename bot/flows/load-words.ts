/** The words people type, out of `words/<lang>.yaml`. */
import type { Graph } from '../../questions/types.js';
import { articleKinds, type ArticleKind } from '../dialogue/articles.js';
import { wordLists, type Lexicon, type WordList } from '../dialogue/model.js';
import { squeeze } from '../dialogue/understand/matching.js';
import type { Command } from '../dialogue/types.js';
import type { Shape } from './shape.js';
import { isFields, type YamlFile } from './yaml-file.js';

export const commands: readonly Command[] = [
  'help',
  'back',
  'change',
  'skip',
  'repeat',
  'save',
  'continue',
  'delete',
  'cancel',
  'language',
  'report',
  'check',
  'learn',
];

/** Texts that stand as labels of choices; what a person types for them is compared with the words shown. */
const isLabel = (id: string): boolean =>
  /^(summary|pause|delete|end|correct|story|voice|files|receipt|thread|add|withdraw|consent|skip|opening)\.|^learn\.(more|back|similar)$|^faq\.[a-z_]+\.label$/.test(
    id,
  );

/** The words of one language out of the flows' file and the profile's, in that order. */
export function lexiconOf(
  files: readonly YamlFile[],
  texts: ReadonlyMap<string, string>,
  graphs: readonly Graph[],
  shape: Shape,
): Lexicon {
  const merged = (key: string): readonly string[] => files.flatMap((file) => shape.list(file, [key]));
  const lists = Object.fromEntries(wordLists.map((key) => [key, merged(key)])) as Record<
    WordList,
    readonly string[]
  >;
  const own = files[0];
  const extra = files[1];
  if (own === undefined || extra === undefined) throw new Error('words come in two files');
  const saidIn = (file: YamlFile): Readonly<Record<string, unknown>> =>
    isFields(shape.at(file, ['choices'])) ? shape.fields(file, ['choices']) : {};
  const [engine, said] = [saidIn(own), saidIn(extra)];
  const choices = new Map<string, readonly string[]>();
  for (const [id, text] of texts)
    if (isLabel(id))
      choices.set(id, [text, ...(engine[id] === undefined ? [] : shape.list(own, ['choices', id]))]);
  for (const key of Object.keys(engine))
    if (!choices.has(key)) shape.mistake(own, ['choices', key], 'is no choice of the line');
  for (const { questions } of graphs)
    for (const question of questions)
      for (const code of question.choices ?? []) {
        const key = `${question.id}.${code}`;
        const words = said[key] === undefined ? [] : shape.list(extra, ['choices', key]);
        choices.set(
          key,
          [texts.get(`c.${key}`) ?? '', ...words].filter((word) => word !== ''),
        );
      }
  for (const key of Object.keys(said))
    if (!choices.has(key)) shape.mistake(extra, ['choices', key], 'is no choice of the questions');
  const labels = graphs.flatMap(({ questions }) =>
    questions.map(({ id }) => [id, texts.get(`q.${id}.label`) ?? ''] as const),
  );
  return {
    commands: Object.fromEntries(
      commands.map((command) => [command, shape.list(own, ['commands', command])]),
    ) as Record<Command, readonly string[]>,
    choices,
    labels: new Map(labels),
    ...lists,
    tongues: { zh: shape.list(own, ['tongues', 'zh']), en: shape.list(own, ['tongues', 'en']) },
    kinds: Object.fromEntries(articleKinds.map((kind) => [kind, shape.list(own, ['kinds', kind])])) as Record<
      ArticleKind,
      readonly string[]
    >,
    numbers: numbersOf(own, shape),
    voiceMark: texts.get('voice.mark') ?? '',
  };
}

function numbersOf(file: YamlFile, shape: Shape): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(shape.fields(file, ['numbers'])).map(([word, n]) => {
      if (!Number.isInteger(n)) shape.mistake(file, ['numbers', word], 'must be a whole number');
      return [squeeze(word), Number(n)];
    }),
  );
}
