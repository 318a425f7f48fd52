/**
 * Proves a profile before anybody meets it: the graph, every text in both languages within its bytes, every
 * placeholder, the words people use, and that the operator is who the texts say.
 */
import { checkGraph } from '../../questions/check-graph.js';
import type { Graph, Question } from '../../questions/types.js';
import { squeeze } from '../dialogue/understand/matching.js';
import type { Command, Lang } from '../dialogue/types.js';
import { checkArticles, checkKinds } from './check-articles.js';
import { allLangs, type Loaded } from './load-profile.js';
import { commands } from './load-words.js';
import { textTable } from './text-table.js';
import { bytesOf, mostBytes } from './texts.js';
import type { Mistake, YamlFile } from './yaml-file.js';

const table: Readonly<Record<string, Readonly<Record<string, number>>>> = textTable;
const labelBytes = 90;
const choiceBytes = 150;
const whyBytes = 600;
const exampleBytes = 500;

/** Every mistake of a loaded profile, none when it may be used. */
export function checkProfile(loaded: Loaded): readonly Mistake[] {
  const { profile, sources } = loaded;
  return [
    ...loaded.mistakes,
    ...profile.graphs.flatMap((graph) =>
      checkGraph(graph).map(({ question, what }) => {
        const at = graph.questions.findIndex(({ id }) => id === question);
        return mistake(sources.questions, at < 0 ? [] : ['questions', at], `${question} ${what}`.trim());
      }),
    ),
    ...profile.langs.flatMap((lang) => [...checkTexts(loaded, lang), ...checkWords(loaded, lang)]),
    ...profile.langs.flatMap((lang) => {
      const [texts, words] = [sources.texts[lang][0], sources.words[lang][0]];
      return [
        ...checkArticles(profile, lang).map((what) =>
          mistake(texts ?? sources.profile, ['learn.list'], what),
        ),
        ...checkKinds(profile.lexicon[lang]).map((what) =>
          mistake(words ?? sources.profile, ['kinds'], what),
        ),
      ];
    }),
    ...checkCommands(loaded),
    ...checkNames(loaded),
  ];
}

const mistake = (file: YamlFile, path: readonly (string | number)[], what: string): Mistake => ({
  file: file.file,
  line: file.line(path),
  what,
});

/** Texts that questions need, with their greatest length. */
function needed(question: Question): Readonly<Record<string, number>> {
  const of = `q.${question.id}`;
  const asksWords = ['story', 'moment', 'place', 'person', 'contact'].includes(question.kind);
  return {
    [`${of}.label`]: labelBytes,
    [`${of}.ask`]: 700,
    [`${of}.why`]: whyBytes,
    ...(asksWords ? { [`${of}.example`]: exampleBytes } : {}),
    ...Object.fromEntries((question.choices ?? []).map((code) => [`c.${question.id}.${code}`, choiceBytes])),
  };
}

/** What a page says where the chat says something else. */
const isForm = (id: string): boolean => /^q\.[a-z0-9-]+\.ask_form$|^report\.not_taken_form$/.test(id);

const isFaq = (id: string): boolean => id.startsWith('faq.');

function checkTexts({ profile, sources }: Loaded, lang: Lang): readonly Mistake[] {
  const texts = profile.texts[lang];
  const own = sources.texts[lang][1] ?? sources.profile;
  const where = (id: string): [YamlFile, readonly string[]] => {
    const file = sources.texts[lang].findLast(({ value }) => Object.hasOwn(value as object, id));
    return [file ?? own, [id]];
  };
  const found: Mistake[] = [];
  const say = (id: string, what: string): void => {
    found.push(mistake(...where(id), `${id} ${what}`));
  };
  const questions = profile.graphs.flatMap((graph) => graph.questions);
  const asked = Object.assign({}, ...questions.map(needed)) as Record<string, number>;
  const faqs = allLangs.flatMap((one) => Object.keys(profile.lessons[one].examples).filter(isFaq));
  // what a page says instead is said in both languages, or in none
  const forms = allLangs.flatMap((one) => [...profile.texts[one].keys()].filter(isForm));
  for (const id of [...Object.keys(table), ...Object.keys(asked), ...faqs, ...forms])
    if ((texts.get(id) ?? '') === '') say(id, 'is missing');
  for (const [id, text] of texts) {
    const holders = table[id];
    const optional = /^q\.[a-z0-9-]+\.(again|example)$|^faq\.[a-z_]+\.label$/.test(id) || isForm(id);
    if (holders === undefined && !(id in asked) && !faqs.includes(id) && !optional)
      say(id, 'is no text that anything says');
    const used = new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ''));
    const missing = Object.keys(holders ?? {}).filter((name) => !used.has(name));
    const unknown = [...used].filter((name) => !(name in (holders ?? {})));
    if (missing.length > 0) say(id, `does not use {${missing.join('}, {')}}`);
    if (unknown.length > 0) say(id, `uses {${unknown.join('}, {')}}, which nothing fills`);
    const worst =
      bytesOf(text.replace(/\{\w+\}/g, '')) +
      [...used].reduce((sum, name) => sum + (holders?.[name] ?? 0), 0);
    const most = asked[id] ?? mostBytes;
    if (worst > most) say(id, `can be ${String(worst)} bytes long, at most ${String(most)} fit`);
    if (text.split('\n').some((line) => /^\s*\d/.test(line.normalize('NFKC'))))
      say(id, 'has a line that begins with a digit, which only choices may');
    if (id !== 'summary.head' && /摘要|\bsummary\b/i.test(text))
      say(id, 'uses the word that only summary.head may use');
  }
  if (!/^(确认|发送|send)/i.test(texts.get('summary.send') ?? ''))
    say('summary.send', 'must begin with 确认, 发送 or Send');
  if ((texts.get('greeting') ?? '').split('\n').length > 6) say('greeting', 'has more than six lines');
  return [...found, ...checkWhole(profile.graphs, texts, own)];
}

/** A question is shown with what was just noted, its position and its choices: all of it must fit at once. */
function checkWhole(
  graphs: readonly Graph[],
  texts: ReadonlyMap<string, string>,
  file: YamlFile,
): readonly Mistake[] {
  const bytes = (id: string): number => bytesOf(texts.get(id) ?? '') + 1;
  const noted = 2 * (60 + labelBytes + 240);
  return graphs.flatMap((graph) =>
    graph.questions.flatMap((question, at) => {
      const choices = (question.choices ?? []).reduce(
        (sum, code) => sum + bytes(`c.${question.id}.${code}`) + 3,
        0,
      );
      const before = at === 0 ? bytes('report.intro') : noted;
      const story = question.kind === 'story' ? bytes('story.first') : 0;
      const whole =
        before + bytes('q.head') + bytes(`q.${question.id}.ask`) + bytes('q.optional') + story + choices;
      return whole <= mostBytes
        ? []
        : [
            mistake(
              file,
              [`q.${question.id}.ask`],
              `q.${question.id}.ask with all that stands around it can be ${String(whole)} bytes long`,
            ),
          ];
    }),
  );
}

/** A word may mean one command only, and no choice may be typed with a command's word. */
function checkWords({ profile, sources }: Loaded, lang: Lang): readonly Mistake[] {
  const lexicon = profile.lexicon[lang];
  const [flow, own] = sources.words[lang];
  if (flow === undefined || own === undefined) return [];
  const found: Mistake[] = [];
  const taken = new Map<string, Command>();
  for (const command of commands)
    for (const word of lexicon.commands[command]) {
      const form = squeeze(word);
      const other = taken.get(form);
      if (form === '') found.push(mistake(flow, ['commands', command], `${command} has an empty word`));
      if (other !== undefined && other !== command)
        found.push(mistake(flow, ['commands', command], `${word} means ${other} and ${command}`));
      taken.set(form, command);
    }
  for (const [id, words] of lexicon.choices)
    for (const word of words) {
      const command = taken.get(squeeze(word));
      // Labels of the engine's own choices may be a command's word where both do the same.
      if (
        command !== undefined &&
        command !== 'skip' && // "rather not say" may be a choice: the engine looks there first
        lexicon.choices.has(id) &&
        profile.graphs.some(({ questions }) => questions.some((q) => id.startsWith(`${q.id}.`)))
      )
        found.push(
          mistake(own, ['choices', id], `${word} is the word for ${command} and would never reach ${id}`),
        );
    }
  return found;
}

function checkCommands({ profile, sources }: Loaded): readonly Mistake[] {
  return profile.langs.flatMap((lang) =>
    commands
      .filter((command) => profile.lexicon[lang].commands[command].length === 0)
      .map((command) =>
        mistake(sources.words[lang][0] ?? sources.profile, ['commands', command], `${command} has no word`),
      ),
  );
}

/** A line that speaks in a real authority's name must say by which filing it may. */
function checkNames({ profile, sources }: Loaded): readonly Mistake[] {
  const { operator } = profile;
  if (operator.authority !== null) {
    const incomplete = operator.authority.name === '' || operator.authority.filing === '';
    return incomplete
      ? [
          mistake(
            sources.profile,
            ['operator', 'authority'],
            'operator.authority needs a name and the filing’s reference',
          ),
        ]
      : [];
  }
  const real = /国家安全(部|机关|局|厅)|公安(部|局|厅)|检察院|法院|ministry of|state security organ|police/i;
  return profile.langs
    .filter(
      (lang) => real.test(profile.texts[lang].get('line.name') ?? '') || real.test(operator.legalName[lang]),
    )
    .map(() =>
      mistake(
        sources.profile,
        ['operator', 'authority'],
        'the name is a real authority’s: operator.authority must give the filing that allows it',
      ),
    );
}

/** What production asks of the operator block; each item names what is missing. */
export function operatorGaps({ profile }: Pick<Loaded, 'profile'>): readonly string[] {
  const { operator } = profile;
  return [
    ...(operator.sample ? ['operator.sample is true: a sample is no line'] : []),
    ...(['registration', 'filing', 'privacyContact'] as const)
      .filter((key) => operator[key].trim() === '')
      .map((key) => `operator.${key} is empty`),
    ...profile.langs.flatMap((lang) =>
      (['legalName', 'retention'] as const)
        .filter((key) => operator[key][lang].trim() === '')
        .map((key) => `operator.${key}.${lang} is empty`),
    ),
  ];
}
