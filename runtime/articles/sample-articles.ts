/** The articles that a profile brings: `articles/<slug>/article.yaml`, `zh.md`, `en.md` and pictures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shape } from '../../bot/flows/shape.js';
import { readYaml, type Mistake, type YamlFile } from '../../bot/flows/yaml-file.js';
import {
  articleKinds,
  articleLangs,
  type ArticleLang,
  type ArticleText,
  type Content,
  type Source,
} from '../../domain/articles/article.js';
import { isDay } from '../../domain/days.js';

/** An article as it lies in the profile; pictures are named by their files. */
export interface SampleArticle {
  readonly slug: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly content: Content;
  /** file name to path */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The same with the files it was read from, so that what is wrong with it can be named by file and line. */
export interface ReadSample extends SampleArticle {
  /** the name of its folder */
  readonly folder: string;
  readonly file: YamlFile;
  readonly bodies: Readonly<Record<ArticleLang, { readonly file: string; readonly text: string }>>;
}

export interface ReadSamples {
  /** The oldest first. */
  readonly samples: readonly ReadSample[];
  /** What has not the form it should have; an article with such a mistake is not among `samples`. */
  readonly mistakes: readonly Mistake[];
}

/** Reads a profile's articles; without the folder there are none. */
export function readSampleArticles(profileFolder: string): ReadSamples {
  const folder = join(profileFolder, 'articles');
  if (!existsSync(folder)) return { samples: [], mistakes: [] };
  const read = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name }) => readArticle(folder, name));
  return {
    samples: read
      .flatMap(({ sample, mistakes }) => (sample === null || mistakes.length > 0 ? [] : [sample]))
      .toSorted((one, other) => (one.published < other.published ? -1 : 1)),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

const fields = ['slug', 'kind', 'author', 'tags', 'category', 'sources', 'published', 'cover', 'texts'];

function readArticle(
  parent: string,
  folder: string,
): { readonly sample: ReadSample | null; readonly mistakes: readonly Mistake[] } {
  const place = join(parent, folder);
  const mistakes: Mistake[] = [];
  const file = readYaml(join(place, 'article.yaml'), mistakes);
  if (mistakes.length > 0) return { sample: null, mistakes };
  const shape = new Shape(mistakes);
  for (const name of Object.keys(shape.fields(file, [])))
    if (!fields.includes(name)) shape.mistake(file, [name], 'is no field of an article');
  const bodyIn = (lang: ArticleLang) => readText(join(place, `${lang}.md`), mistakes);
  const bodies = { zh: bodyIn('zh'), en: bodyIn('en') };
  const names = existsSync(place)
    ? readdirSync(place).filter((name) => /\.(png|jpe?g|webp)$/.test(name))
    : [];
  const sample = {
    ...{ folder, file, bodies, slug: shape.text(file, ['slug']), published: shape.text(file, ['published']) },
    content: contentOf({ file, shape, bodies }),
    pictures: new Map(names.map((name) => [name, join(place, name)])),
  };
  if (!isDay(sample.published)) shape.mistake(file, ['published'], 'must be a day, YYYY-MM-DD');
  return { sample, mistakes };
}

type Reading = Pick<ReadSample, 'file' | 'bodies'> & { readonly shape: Shape };

function contentOf(reading: Reading): Content {
  const { file, shape } = reading;
  const word = shape.text(file, ['kind']);
  const kind = articleKinds.find((one) => one === word);
  if (kind === undefined) shape.mistake(file, ['kind'], `must be one of ${articleKinds.join(', ')}`);
  const category = shape.at(file, ['category']) ?? null;
  return {
    ...{ kind: kind ?? 'notice', author: shape.text(file, ['author']), cover: shape.text(file, ['cover']) },
    texts: { zh: textIn(reading, 'zh'), en: textIn(reading, 'en') },
    tags: shape.list(file, ['tags']),
    category: category === null ? null : shape.text(file, ['category']),
    sources: sourcesOf(reading),
  };
}

function textIn({ file, shape, bodies }: Reading, lang: ArticleLang): ArticleText {
  const text = (name: string): string => shape.text(file, ['texts', lang, name]);
  const body = bodies[lang].text.trim();
  return { title: text('title'), digest: text('digest'), coverAlt: text('coverAlt'), body };
}

function sourcesOf({ file, shape }: Reading): readonly Source[] {
  const list = shape.at(file, ['sources']) ?? [];
  if (!Array.isArray(list)) shape.mistake(file, ['sources'], 'must be a list');
  return (Array.isArray(list) ? list : []).map((_source, at) => ({
    title: shape.text(file, ['sources', at, 'title']),
    url: shape.text(file, ['sources', at, 'url']),
  }));
}

function readText(file: string, mistakes: Mistake[]): { readonly file: string; readonly text: string } {
  if (existsSync(file)) return { file, text: readFileSync(file, 'utf8') };
  mistakes.push({ file, line: 1, what: 'the file is missing' });
  return { file, text: '' };
}

/** A picture of the profile in a body: named by its file. */
export const namedPicture = /\]\(picture:([\w.-]+)/g;

/** The content with pictures named by their ids. */
export function withPictures(content: Content, ids: ReadonlyMap<string, string>): Content {
  const named = (body: string): string =>
    body.replace(namedPicture, (all, name: string) =>
      ids.has(name) ? `](picture:${ids.get(name) ?? name}` : all,
    );
  const [zh, en] = articleLangs.map((lang): ArticleText | null => {
    const text = content.texts[lang];
    return text && { ...text, body: named(text.body) };
  });
  return {
    ...content,
    cover: content.cover === null ? null : (ids.get(content.cover) ?? content.cover),
    texts: { zh: zh ?? null, en: en ?? null },
  };
}
