/** Reads `profiles/<name>/` and the flows' own texts and words into a Profile, naming every mistake by file and line. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { squeeze } from '../dialogue/matching.js';
import type { FaqEntry, Lexicon } from '../dialogue/book.js';
import type { Command, Lang } from '../dialogue/types.js';
import type { Cond, Graph, Kind, Question, Role } from '../../questions/types.js';
import type { InLangs, Operator, Profile, ReportingWay, SampleArticle } from './profile.js';
import { isFields, readYaml, strings, type Fields, type Mistake, type YamlFile } from './yaml-file.js';

export const allLangs: readonly Lang[] = ['zh', 'en'];
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

/** Where each text, choice or question stands, for naming mistakes that only show when all is read. */
export interface Sources {
  readonly profile: YamlFile;
  readonly questions: YamlFile;
  readonly texts: Readonly<Record<Lang, readonly YamlFile[]>>;
  readonly words: Readonly<Record<Lang, readonly YamlFile[]>>;
}

export interface Loaded {
  readonly profile: Profile;
  readonly sources: Sources;
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads a profile. `own` is the folder of the flows' texts and words (`bot/flows`), `folder` the profile's.
 * The result is complete in shape; with `mistakes` in it, it must not be used.
 */
export function loadProfile(own: string, folder: string): Loaded {
  const mistakes: Mistake[] = [];
  const read = (...path: string[]): YamlFile => readYaml(join(...path), mistakes);
  const both = (kind: string): Record<Lang, readonly YamlFile[]> => ({
    zh: [read(own, kind, 'zh.yaml'), read(folder, kind, 'zh.yaml')],
    en: [read(own, kind, 'en.yaml'), read(folder, kind, 'en.yaml')],
  });
  const sources: Sources = {
    profile: read(folder, 'profile.yaml'),
    questions: read(folder, 'questions.yaml'),
    texts: both('texts'),
    words: both('words'),
  };
  const shape = new Shape(mistakes);
  const texts = { zh: textMap(sources.texts.zh, shape), en: textMap(sources.texts.en, shape) };
  const graphs = [graphOf(sources.questions, shape), ...olderGraphs(folder, read, shape)];
  const lexicon = (lang: Lang): Lexicon => lexiconOf(sources.words[lang], texts[lang], graphs, shape);
  const fields = shape.fields(sources.profile, []);
  const profile: Profile = {
    name: shape.text(sources.profile, ['name']),
    langs: (strings(fields['languages']) ?? []).filter((lang): lang is Lang =>
      allLangs.includes(lang as Lang),
    ),
    operator: operatorOf(sources.profile, shape),
    ways: waysOf(sources.profile, shape),
    promise: { readWithinWorkingDays: shape.count(sources.profile, ['promise', 'readWithinWorkingDays']) },
    calendar: {
      holidays: shape.list(sources.profile, ['calendar', 'holidays']),
      workdays: shape.list(sources.profile, ['calendar', 'workdays']),
    },
    graphs,
    texts,
    lexicon: { zh: lexicon('zh'), en: lexicon('en') },
    articles: articlesOf(folder, read, shape),
  };
  if (profile.name !== basename(folder))
    shape.mistake(sources.profile, ['name'], 'is not the name of its folder');
  if (profile.langs.length !== allLangs.length)
    shape.mistake(sources.profile, ['languages'], 'must list zh and en, the first meeting’s language first');
  return { profile, sources, mistakes };
}

/** Reads values by path and notes what has not the shape it should have. */
class Shape {
  constructor(private readonly mistakes: Mistake[]) {}
  mistake(file: YamlFile, path: readonly (string | number)[], what: string): void {
    const name = path.length === 0 ? '' : `${path.join('.')} `;
    this.mistakes.push({ file: file.file, line: file.line(path), what: `${name}${what}` });
  }
  at(file: YamlFile, path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>(
      (value, key) => (value as Fields | undefined | null)?.[key as string],
      file.value,
    );
  }
  fields(file: YamlFile, path: readonly (string | number)[]): Fields {
    const value = this.at(file, path);
    if (isFields(value)) return value;
    this.mistake(file, path, 'must be a map');
    return {};
  }
  text(file: YamlFile, path: readonly (string | number)[]): string {
    const value = this.at(file, path);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    this.mistake(file, path, 'must be a text');
    return '';
  }
  count(file: YamlFile, path: readonly (string | number)[]): number {
    const value = this.at(file, path);
    if (Number.isInteger(value) && Number(value) > 0) return Number(value);
    this.mistake(file, path, 'must be a whole number above 0');
    return 1;
  }
  flag(file: YamlFile, path: readonly (string | number)[]): boolean {
    const value = this.at(file, path);
    if (typeof value !== 'boolean') this.mistake(file, path, 'must be true or false');
    return value === true;
  }
  list(file: YamlFile, path: readonly (string | number)[]): readonly string[] {
    const list = strings(this.at(file, path) ?? []);
    if (list === null) this.mistake(file, path, 'must be a list of texts');
    return list ?? [];
  }
  inLangs(file: YamlFile, path: readonly (string | number)[]): InLangs {
    return { zh: this.text(file, [...path, 'zh']), en: this.text(file, [...path, 'en']) };
  }
}

function textMap(files: readonly YamlFile[], shape: Shape): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of files)
    for (const id of Object.keys(shape.fields(file, []))) texts.set(id, shape.text(file, [id]).trim());
  return texts;
}

function graphOf(file: YamlFile, shape: Shape): Graph {
  const list: unknown = shape.fields(file, [])['questions'];
  if (!Array.isArray(list)) shape.mistake(file, ['questions'], 'must be a list');
  return {
    version: shape.text(file, ['version']),
    questions: (Array.isArray(list) ? list : []).map((_item, at) =>
      questionOf(file, ['questions', at], shape),
    ),
  };
}

const questionKeys = ['id', 'kind', 'optional', 'choices', 'ends', 'when', 'role'];
function questionOf(file: YamlFile, path: readonly (string | number)[], shape: Shape): Question {
  const fields = shape.fields(file, path);
  for (const key of Object.keys(fields))
    if (!questionKeys.includes(key)) shape.mistake(file, [...path, key], 'is no field of a question');
  return {
    id: shape.text(file, [...path, 'id']),
    kind: shape.text(file, [...path, 'kind']) as Kind,
    optional: fields['optional'] === undefined ? false : shape.flag(file, [...path, 'optional']),
    ...(fields['choices'] === undefined ? {} : { choices: shape.list(file, [...path, 'choices']) }),
    ...(fields['ends'] === undefined ? {} : { ends: shape.list(file, [...path, 'ends']) }),
    ...(fields['when'] === undefined ? {} : { when: condOf(file, [...path, 'when'], shape) }),
    ...(fields['role'] === undefined ? {} : { role: shape.text(file, [...path, 'role']) as Role }),
  };
}

function condOf(file: YamlFile, path: readonly (string | number)[], shape: Shape): Cond {
  const fields = shape.fields(file, path);
  if ('not' in fields) return { not: condOf(file, [...path, 'not'], shape) };
  if (Array.isArray(fields['all']))
    return { all: fields['all'].map((_c, at) => condOf(file, [...path, 'all', at], shape)) };
  return { q: shape.text(file, [...path, 'q']), in: shape.list(file, [...path, 'in']) };
}

type Read = (...path: string[]) => YamlFile;

/** `questions.<version>.yaml`: graphs of earlier releases, kept while drafts may be pinned to them. */
function olderGraphs(folder: string, read: Read, shape: Shape): readonly Graph[] {
  return names(folder)
    .filter((name) => /^questions\..+\.yaml$/.test(name))
    .map((name) => graphOf(read(folder, name), shape));
}

function articlesOf(folder: string, read: Read, shape: Shape): readonly SampleArticle[] {
  return names(join(folder, 'articles'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = read(folder, 'articles', name);
      return {
        slug: shape.text(file, ['slug']),
        title: shape.inLangs(file, ['title']),
        body: shape.inLangs(file, ['body']),
      };
    });
}

const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

function operatorOf(file: YamlFile, shape: Shape): Operator {
  const at = (key: string): readonly string[] => ['operator', key];
  const authority = shape.at(file, at('authority')) ?? null;
  return {
    sample: shape.flag(file, at('sample')),
    legalName: shape.inLangs(file, at('legalName')),
    registration: shape.text(file, at('registration')),
    filing: shape.text(file, at('filing')),
    privacyContact: shape.text(file, at('privacyContact')),
    retention: shape.inLangs(file, at('retention')),
    authority:
      authority === null
        ? null
        : {
            name: shape.text(file, [...at('authority'), 'name']),
            filing: shape.text(file, [...at('authority'), 'filing']),
          },
  };
}

function waysOf(file: YamlFile, shape: Shape): readonly ReportingWay[] {
  const list = shape.at(file, ['ways']);
  if (!Array.isArray(list) || list.length === 0) {
    shape.mistake(file, ['ways'], 'must name at least one other way to report');
    return [];
  }
  return list.map((item: unknown, at) => ({
    kind: shape.text(file, ['ways', at, 'kind']) as ReportingWay['kind'],
    name: shape.inLangs(file, ['ways', at, 'name']),
    value: shape.text(file, ['ways', at, 'value']),
    ...(isFields(item) && item['note'] !== undefined
      ? { note: shape.inLangs(file, ['ways', at, 'note']) }
      : {}),
  }));
}

/** Texts that stand as labels of choices; what a person types for them is compared with the words shown. */
const isLabel = (id: string): boolean =>
  /^(summary|pause|delete|correct|story|voice|files|receipt|thread|add|withdraw|consent)\./.test(id);

function lexiconOf(
  files: readonly YamlFile[],
  texts: ReadonlyMap<string, string>,
  graphs: readonly Graph[],
  shape: Shape,
): Lexicon {
  const merged = (key: string): readonly string[] => files.flatMap((file) => shape.list(file, [key]));
  const own = files[0];
  const extra = files[1];
  if (own === undefined || extra === undefined) throw new Error('words come in two files');
  const said = isFields(shape.at(extra, ['choices'])) ? shape.fields(extra, ['choices']) : {};
  const choices = new Map<string, readonly string[]>();
  for (const [id, text] of texts) if (isLabel(id)) choices.set(id, [text]);
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
    faq: faqOf(extra, shape),
    emergency: merged('emergency'),
    done: merged('done'),
    rewrite: merged('rewrite'),
    yes: merged('yes'),
    no: merged('no'),
    greetings: merged('greetings'),
    thanks: merged('thanks'),
    unknown: merged('unknown'),
    corrections: merged('corrections'),
    question: merged('question'),
    questionStart: merged('questionStart'),
    article: merged('article'),
    line: merged('line'),
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

/** "撤回|撤销 吗|能" → groups that must all occur, each a list of alternatives. */
function faqOf(file: YamlFile, shape: Shape): readonly FaqEntry[] {
  return Object.keys(shape.fields(file, ['faq'])).map((key) => ({
    key,
    patterns: shape.list(file, ['faq', key]).map((pattern) =>
      pattern
        .trim()
        .split(/\s+/)
        .map((group) => group.split('|').map(unwritten)),
    ),
  }));
}

/** A blank inside an alternative is written `_`, because blanks part the groups. */
const unwritten = (word: string): string => word.replaceAll('_', ' ');
