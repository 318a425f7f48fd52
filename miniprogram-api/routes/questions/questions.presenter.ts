/** The question graph as clients walk it. */
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import type { Graph } from '../../../questions/types.js';

export class QuestionAnswer {
  @IsString() readonly id!: string;
  @IsIn(['choice', 'story', 'moment', 'place', 'person', 'contact', 'files', 'consent'])
  readonly kind!: string;
  @IsBoolean() readonly optional!: boolean;
  /** codes in the order shown; none: it takes no choice */
  @IsString({ each: true }) readonly choices!: readonly string[];
  /** choices that end the report kindly, with nothing kept */
  @IsString({ each: true }) readonly ends!: readonly string[];
  /** it stands only under this condition over earlier choices; null: always */
  @IsOptional() @IsObject() readonly when!: object | null;
  @IsOptional() @IsIn(['category', 'conflict']) readonly role!: string | null;
}

export class QuestionsAnswer {
  @IsString() readonly version!: string;
  /** the version of today's questions: another one is answered so that who began with it can finish */
  @IsString() readonly current!: string;
  @IsIn(['zh', 'en']) readonly lang!: string;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuestionAnswer)
  readonly questions!: readonly QuestionAnswer[];
  /** texts by id; `…_form` is what a page says where the chat says something else: `q.<id>.ask`, `c.<id>.<code>` and a few of the line's own */
  @IsObject() readonly texts!: Readonly<Record<string, string>>;
}

/** Texts of the line itself that every client shows. */
const shared = [
  ...[
    'line.name',
    'line.sample',
    'report.not_taken',
    'report.not_taken_form',
    'report.closed',
    'emergency',
    'despair',
  ],
  ...['limit.reports', 'limit.tries', 'ways.short', 'phone.short', 'value.skipped', 'value.unknown'],
];

export function presentQuestions(
  graph: Graph,
  current: string,
  lang: 'zh' | 'en',
  texts: ReadonlyMap<string, string>,
): QuestionsAnswer {
  const wanted = graph.questions.flatMap(({ id, choices = [] }) => [
    ...['label', 'ask', 'ask_form', 'why', 'example', 'again'].map((part) => `q.${id}.${part}`),
    ...choices.map((code) => `c.${id}.${code}`),
  ]);
  return {
    ...{ version: graph.version, current, lang },
    questions: graph.questions.map(({ id, kind, optional, choices, ends, when, role }) => ({
      ...{ id, kind, optional, choices: choices ?? [], ends: ends ?? [] },
      ...{ when: when ?? null, role: role ?? null },
    })),
    texts: Object.fromEntries(
      [...wanted, ...shared].flatMap((id) => {
        const text = texts.get(id);
        return text === undefined ? [] : [[id, text] as const];
      }),
    ),
  };
}
