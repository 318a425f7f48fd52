/** The articles that a profile brings: `articles/<slug>/article.yaml`, `zh.md`, `en.md` and pictures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  articleKinds,
  articleLangs,
  type ArticleLang,
  type ArticleText,
  type Content,
} from '../../domain/articles/article.js';
import { Refusal } from '../exit.js';

/** An article as it lies in the profile; pictures are named by their files. */
export interface SampleArticle {
  readonly slug: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly content: Content;
  /** file name to path */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Reads them, the oldest first. @throws Refusal naming the file that is wrong */
export function readSampleArticles(profileFolder: string): readonly SampleArticle[] {
  const folder = join(profileFolder, 'articles');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readArticle(join(folder, name)))
    .toSorted((one, other) => (one.published < other.published ? -1 : 1));
}

type Fields = Readonly<Record<string, unknown>>;

function readArticle(folder: string): SampleArticle {
  const path = join(folder, 'article.yaml');
  const wrong = (what: string): never => {
    throw new Refusal(`${path}: ${what}.`, 'Correct the article of the profile.');
  };
  const fields = fieldsOf(parse(readFileSync(path, 'utf8'))) ?? wrong('is no set of fields');
  const text = (of: Fields, name: string): string => {
    const value = of[name];
    return typeof value === 'string' ? value : wrong(`${name} is no text`);
  };
  const texts = fieldsOf(fields['texts']) ?? wrong('texts are missing');
  const inLang = (lang: ArticleLang): ArticleText | null => {
    const of = fieldsOf(texts[lang]);
    if (of === null) return null;
    const body = readFileSync(join(folder, `${lang}.md`), 'utf8').trim();
    return { title: text(of, 'title'), digest: text(of, 'digest'), coverAlt: text(of, 'coverAlt'), body };
  };
  const names = readdirSync(folder).filter((name) => /\.(png|jpe?g|webp)$/.test(name));
  const [zh, en] = articleLangs.map(inLang);
  const content: Content = {
    kind: articleKinds.find((kind) => kind === fields['kind']) ?? wrong('kind is none'),
    texts: { zh: zh ?? null, en: en ?? null },
    author: text(fields, 'author'),
    cover: typeof fields['cover'] === 'string' ? fields['cover'] : null,
    tags: listOf(fields['tags']).filter((tag) => typeof tag === 'string'),
    category: typeof fields['category'] === 'string' ? fields['category'] : null,
    sources: listOf(fields['sources']).map((one) => {
      const source = fieldsOf(one) ?? wrong('a source has no fields');
      return { title: text(source, 'title'), url: text(source, 'url') };
    }),
  };
  return {
    slug: text(fields, 'slug'),
    published: text(fields, 'published'),
    content,
    pictures: new Map(names.map((name) => [name, join(folder, name)])),
  };
}

/** The content with pictures named by their ids. */
export function withPictures(content: Content, ids: ReadonlyMap<string, string>): Content {
  const named = (body: string): string =>
    body.replace(/\]\(picture:([\w.-]+)/g, (all, name: string) =>
      ids.has(name) ? `](picture:${ids.get(name) ?? name}` : all,
    );
  const inLang = (lang: ArticleLang): ArticleText | null => {
    const text = content.texts[lang];
    return text && { ...text, body: named(text.body) };
  };
  return {
    ...content,
    cover: content.cover === null ? null : (ids.get(content.cover) ?? content.cover),
    texts: { zh: inLang('zh'), en: inLang('en') },
  };
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
