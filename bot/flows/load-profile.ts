/** Reads `profiles/<name>/` and the flows' own texts and words into a Profile, naming every mistake by file and line. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Lexicon } from '../dialogue/model.js';
import type { Lessons } from '../dialogue/understand/intents/intents.js';
import type { Examples } from '../dialogue/understand/intents/model.js';
import type { Lang } from '../dialogue/types.js';
import type { Graph } from '../../questions/types.js';
import { calendarOf, publicDaysOf } from './load-calendar.js';
import { conceptsOf, examplesOf } from './load-intents.js';
import { graphOf } from './load-questions.js';
import { lexiconOf } from './load-words.js';
import type { Operator, Profile, ReportingWay } from './profile.js';
import { Shape } from './shape.js';
import { isFields, readYaml, strings, type Mistake, type YamlFile } from './yaml-file.js';

export const allLangs: readonly Lang[] = ['zh', 'en'];

/** Where each text, choice or question stands, for naming mistakes that only show when all is read. */
export interface Sources {
  readonly profile: YamlFile;
  readonly questions: YamlFile;
  readonly texts: Readonly<Record<Lang, readonly YamlFile[]>>;
  readonly words: Readonly<Record<Lang, readonly YamlFile[]>>;
  readonly intents: Readonly<Record<Lang, readonly YamlFile[]>>;
  readonly concepts: Readonly<Record<Lang, readonly YamlFile[]>>;
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
  const both = (kind: string, name = ''): Record<Lang, readonly YamlFile[]> => ({
    zh: [read(own, kind, `${name}zh.yaml`), read(folder, kind, `${name}zh.yaml`)],
    en: [read(own, kind, `${name}en.yaml`), read(folder, kind, `${name}en.yaml`)],
  });
  const sources: Sources = {
    profile: read(folder, 'profile.yaml'),
    questions: read(folder, 'questions.yaml'),
    texts: both('texts'),
    words: both('words'),
    intents: both('words', 'intents.'),
    concepts: both('words', 'concepts.'),
  };
  const shape = new Shape(mistakes);
  const said = { zh: textMap(sources.texts.zh, shape), en: textMap(sources.texts.en, shape) };
  const lesson = (lang: Lang): Lessons => ({
    examples: examplesOf(sources.intents[lang], said[lang], shape),
    concepts: conceptsOf(sources.concepts[lang], shape),
  });
  const lessons = { zh: lesson('zh'), en: lesson('en') };
  const texts = {
    zh: labelled(said.zh, lessons.zh.examples),
    en: labelled(said.en, lessons.en.examples),
  };
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
    facts: {
      emergency: shape.text(sources.profile, ['facts', 'emergency']),
      telephone: shape.text(sources.profile, ['facts', 'telephone']),
    },
    promise: { readWithinWorkingDays: shape.count(sources.profile, ['promise', 'readWithinWorkingDays']) },
    calendar: calendarOf(sources.profile, shape),
    days: publicDaysOf(sources.profile, shape),
    graphs,
    texts,
    lexicon: { zh: lexicon('zh'), en: lexicon('en') },
    lessons,
  };
  if (profile.name !== basename(folder))
    shape.mistake(sources.profile, ['name'], 'is not the name of its folder');
  if (profile.langs.length !== allLangs.length)
    shape.mistake(sources.profile, ['languages'], 'must list zh and en, the first meeting’s language first');
  return { profile, sources, mistakes };
}

function textMap(files: readonly YamlFile[], shape: Shape): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of files)
    for (const id of Object.keys(shape.fields(file, []))) texts.set(id, shape.text(file, [id]).trim());
  return texts;
}

/** Where a common question is offered as a choice, its first example is what it is called. */
function labelled(texts: ReadonlyMap<string, string>, examples: Examples): ReadonlyMap<string, string> {
  const labels = Object.entries(examples)
    .filter(([intent]) => intent.startsWith('faq.'))
    .map(([intent, [first = '']]) => [`${intent}.label`, first] as const);
  return new Map([...texts, ...labels]);
}

type Read = (...path: string[]) => YamlFile;

/** `questions.<version>.yaml`: graphs of earlier releases, kept while drafts may be pinned to them. */
function olderGraphs(folder: string, read: Read, shape: Shape): readonly Graph[] {
  return names(folder)
    .filter((name) => /^questions\..+\.yaml$/.test(name))
    .map((name) => graphOf(read(folder, name), shape));
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
