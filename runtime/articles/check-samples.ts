/** Proves the articles of a profile before a line publishes them: their form, not what they say. */
import { openSync, readSync, closeSync } from 'node:fs';
import type { Path } from '../../bot/flows/shape.js';
import type { Mistake } from '../../bot/flows/yaml-file.js';
import { articleLangs, type ArticleLang } from '../../domain/articles/article.js';
import { articleLimits, checkArticle, type Problem } from '../../domain/articles/check-article.js';
import { cleanContent } from '../../domain/articles/clean-content.js';
import { isSlug } from '../../domain/articles/slug.js';
import { neutralText } from '../../domain/clean-text.js';
import { kindOf } from '../../publishing/pictures/kind-of.js';
import { createRenderer } from '../../publishing/renderer.js';
import { namedPicture, withPictures, type ReadSample, type ReadSamples } from './sample-articles.js';

/** Every mistake of a profile's articles. @param categories those that an article can be about */
export function checkSamples(
  { samples, mistakes }: ReadSamples,
  categories: readonly string[],
): readonly Mistake[] {
  const slugs = samples.map(({ slug }) => slug);
  return [
    ...mistakes,
    ...samples.flatMap((sample, at) => [
      ...checkFields(sample, categories),
      ...(slugs.indexOf(sample.slug) === at ? [] : [inFile(sample, ['slug'], 'is taken by another article')]),
      ...checkPictures(sample),
      ...checkContent(sample),
    ]),
  ];
}

const inFile = ({ file }: ReadSample, path: Path, what: string): Mistake => ({
  ...{ file: file.file, line: file.line(path), what: `${path.join('.')} ${what}`.trim() },
});

const inBody = ({ bodies }: ReadSample, lang: ArticleLang, at: number, what: string): Mistake => ({
  ...{ file: bodies[lang].file, line: bodies[lang].text.slice(0, Math.max(0, at)).split('\n').length, what },
});

function checkFields(sample: ReadSample, categories: readonly string[]): readonly Mistake[] {
  const { slug, folder, content } = sample;
  const { tags, tag, sources, source } = articleLimits;
  const say = (path: Path, what: string): Mistake => inFile(sample, path, what);
  const { category } = content;
  return [
    ...(isSlug(slug) ? [] : [say(['slug'], 'is no address: small letters, digits and hyphens, 3 to 60')]),
    ...(slug === folder ? [] : [say(['slug'], `must be the name of the folder, ${folder}`)]),
    ...(category === null || categories.includes(category)
      ? []
      : [say(['category'], 'is no category of the questions')]),
    ...(content.tags.length > tags ? [say(['tags'], `are more than ${String(tags)}`)] : []),
    ...content.tags.flatMap((one, at) =>
      one.length > tag ? [say(['tags', at], `is longer than ${String(tag)} characters`)] : [],
    ),
    ...(content.sources.length > sources ? [say(['sources'], `are more than ${String(sources)}`)] : []),
    ...content.sources.flatMap(({ title }, at) =>
      title.length > source ? [say(['sources', at], `is longer than ${String(source)} characters`)] : [],
    ),
  ];
}

/** Pictures that are named are there, and are pictures. */
function checkPictures(sample: ReadSample): readonly Mistake[] {
  const { pictures, content, bodies } = sample;
  const wrong = (name: string): string | null => {
    const path = pictures.get(name);
    if (path === undefined) return `names the picture ${name}, which is not there`;
    return kindOf(beginningOf(path)) === null ? `names ${name}, which is no picture` : null;
  };
  const cover = content.cover === null ? null : wrong(content.cover);
  return [
    ...(cover === null ? [] : [inFile(sample, ['cover'], cover)]),
    ...articleLangs.flatMap((lang) =>
      [...bodies[lang].text.matchAll(namedPicture)].flatMap(({ index, 1: name = '' }) => {
        const what = wrong(name);
        return what === null ? [] : [inBody(sample, lang, index, what)];
      }),
    ),
  ];
}

function beginningOf(path: string): Uint8Array {
  const bytes = new Uint8Array(16);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

const renderer = createRenderer();
/** Stands for each picture of the profile while its text is tried. */
const someId = 'c'.repeat(32);

/** What would keep it from being sent for review, and what nobody sees in it. */
function checkContent(sample: ReadSample): readonly Mistake[] {
  const ids = new Map([...sample.pictures.keys()].map((name) => [name, someId]));
  const problems = checkArticle(withPictures(sample.content, ids), renderer, () => true);
  return [
    ...problems
      .filter(({ level }) => level === 'stop')
      .map((problem) => located(sample, problem, sentence(problem))),
    ...unseen(sample),
  ];
}

function located(sample: ReadSample, { lang, field, code }: Problem, what: string): Mistake {
  if (lang === null) return inFile(sample, [field], what);
  if (field !== 'body') return inFile(sample, ['texts', lang, field], what);
  const at = code === 'picture_without_words' ? sample.bodies[lang].text.search(/!\[\s*\]\(/) : 0;
  return inBody(sample, lang, at, what);
}

function sentence({ code, max = 0 }: Problem): string {
  const words: Readonly<Partial<Record<Problem['code'], string>>> = {
    missing: 'is empty',
    too_long: `is longer than ${String(max)} characters`,
    too_many_bytes: `is longer than ${String(max)} bytes`,
    picture_without_words: 'has a picture without words for who does not see it',
    address_wrong: 'have an address that is none',
  };
  return words[code] ?? code;
}

/** Where characters stand that have no width or turn the order of others. */
function unseen(sample: ReadSample): readonly Mistake[] {
  const { content, bodies } = sample;
  const clean = cleanContent(content);
  const what = 'has characters that nobody sees, or more space than one sees';
  const fields = ['title', 'digest', 'coverAlt'] as const;
  return [
    ...(clean.author === content.author ? [] : [inFile(sample, ['author'], what)]),
    ...(clean.tags.join('\n') === content.tags.join('\n')
      ? []
      : [inFile(sample, ['tags'], `${what}, or one twice`)]),
    ...content.sources.flatMap(({ title, url }, at) => {
      const one = clean.sources[at];
      return one?.title === title && one.url === url ? [] : [inFile(sample, ['sources', at], what)];
    }),
    ...articleLangs.flatMap((lang) => {
      const named = fields
        .filter((field) => clean.texts[lang]?.[field] !== content.texts[lang]?.[field])
        .map((field) => inFile(sample, ['texts', lang, field], what));
      const lines = bodies[lang].text.split(/\r?\n/);
      const at = lines.findIndex((line) => neutralText(line) !== line);
      const { file } = bodies[lang];
      return [...named, ...(at < 0 ? [] : [{ file, line: at + 1, what: 'has characters that nobody sees' }])];
    }),
  ];
}
