import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkSamples } from '../../../runtime/articles/check-samples.js';
import { readSampleArticles } from '../../../runtime/articles/sample-articles.js';
import { inspectProfile } from '../../../runtime/profile.js';

const article = `slug: a-locked-door
kind: notice
author: 编辑部
tags: [消防, safety]
category: hazard
sources:
  - title: 消防法
    url: https://example.org/law
published: 2025-11-09
cover: cover.png
texts:
  zh:
    title: 推一推那扇门
    digest: 五分钟走一遍。
    coverAlt: 一扇门
  en:
    title: Try that door
    digest: Five minutes.
    coverAlt: A door
`;
const body = '## Look\n\nThe door is locked.\n\n![A plan](picture:plan.png)\n';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let profile: string;
let folder: string;

/** A profile with one article that is sound. */
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'profile-'));
  folder = join(profile, 'articles', 'a-locked-door');
  cpSync(join('profiles', 'integrity-line', 'articles', 'the-locked-exit'), folder, { recursive: true });
  write('article.yaml', article);
  for (const name of ['zh.md', 'en.md']) write(name, body);
  write('plan.png', png);
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});

const write = (name: string, content: string | Buffer): void => {
  writeFileSync(join(folder, name), content);
};
const change = (name: string, from: string, to: string): void => {
  const before = readFileSync(join(folder, name), 'utf8');
  expect(before).toContain(from);
  write(name, before.replace(from, to));
};
const found = (): readonly string[] =>
  checkSamples(readSampleArticles(profile), ['hazard', 'money']).map(
    ({ file, line, what }) => `${basename(file)}:${String(line)} ${what}`,
  );

describe('the articles of a profile', () => {
  test.each(['integrity-line', 'national-security'])('of %s are sound', (name) => {
    expect(readSampleArticles(join('profiles', name)).samples.length).toBeGreaterThan(2);
    expect(inspectProfile(join('profiles', name)).mistakes).toEqual([]);
  });

  test('are sound when nothing is wrong, and none where there is no folder', () => {
    expect(found()).toEqual([]);
    rmSync(join(profile, 'articles'), { recursive: true });
    expect(readSampleArticles(profile)).toEqual({ samples: [], mistakes: [] });
  });

  test.each([
    [
      'a kind that is none',
      'kind: notice',
      'kind: rumour',
      'article.yaml:2 kind must be one of case, law, advice, notice, figures',
    ],
    [
      'a field that is none',
      'kind: notice',
      'kind: notice\nopinion: x',
      'article.yaml:3 opinion is no field of an article',
    ],
    ['a day that is none', '2025-11-09', '2025-02-30', 'article.yaml:9 published must be a day, YYYY-MM-DD'],
    [
      'a language that is missing',
      '  en:\n    title: Try that door\n',
      '  fr:\n    title: La porte\n',
      'article.yaml:12 texts.en.title must be a text',
    ],
    ['a text that is a list', 'Five minutes.', '[x]', 'article.yaml:18 texts.en.digest must be a text'],
    ['tags that are no list', '[消防, safety]', 'safety', 'article.yaml:4 tags must be a list of texts'],
    [
      'a source without an address',
      '    url: https://example.org/law\n',
      '',
      'article.yaml:7 sources.0.url must be a text',
    ],
    [
      'an address that is none',
      'https://example.org/law',
      'javascript:alert(1)',
      'article.yaml:7 sources have an address that is none',
    ],
    [
      'another category',
      'category: hazard',
      'category: opinions',
      'article.yaml:5 category is no category of the questions',
    ],
    [
      'a slug that is none',
      'slug: a-locked-door',
      'slug: feed',
      'article.yaml:1 slug is no address: small letters, digits and hyphens, 3 to 60',
    ],
    [
      'a slug that is not its folder',
      'slug: a-locked-door',
      'slug: another-door',
      'article.yaml:1 slug must be the name of the folder, a-locked-door',
    ],
    [
      'a title that is too long',
      '推一推那扇门',
      '长'.repeat(33),
      'article.yaml:13 texts.zh.title is longer than 32 characters',
    ],
    [
      'a digest that is too long',
      'Five minutes.',
      'x'.repeat(129),
      'article.yaml:18 texts.en.digest is longer than 128 characters',
    ],
    [
      'a cover without words',
      'coverAlt: A door',
      "coverAlt: ''",
      'article.yaml:19 texts.en.coverAlt is empty',
    ],
    [
      'a tag that is too long',
      'safety',
      'x'.repeat(21),
      'article.yaml:4 tags.1 is longer than 20 characters',
    ],
    [
      'a tag that is there twice',
      'safety',
      '消防',
      'article.yaml:4 tags has characters that nobody sees, or more space than one sees, or one twice',
    ],
    [
      'an author that is too long',
      '编辑部',
      '部'.repeat(17),
      'article.yaml:3 author is longer than 16 characters',
    ],
    [
      'a cover that is not there',
      'cover: cover.png',
      'cover: other.png',
      'article.yaml:10 cover names the picture other.png, which is not there',
    ],
    [
      'an override of direction',
      'Try that door',
      '"Try that \\u202Edoor"',
      'article.yaml:17 texts.en.title has characters that nobody sees, or more space than one sees',
    ],
    ['YAML that is none', 'kind: notice', 'kind: [notice', 'article.yaml:3 '],
  ])('with %s are refused by file and line', (_, from, to, expected) => {
    change('article.yaml', from, to);
    expect(found().filter((one) => one.startsWith(expected))).toHaveLength(1);
  });

  test.each([
    [
      'a picture that is not there',
      'plan.png',
      'map.png',
      'en.md:5 names the picture map.png, which is not there',
    ],
    [
      'a picture without words',
      '![A plan]',
      '![ ]',
      'en.md:5 has a picture without words for who does not see it',
    ],
    ['nothing wide', 'is locked', 'is\u200B locked', 'en.md:3 has characters that nobody sees'],
    ['nothing in it', body, ' \n', 'en.md:1 is empty'],
    ['too much in it', 'is locked', 'x'.repeat(20_000), null],
  ])('with %s in a body are refused by file and line', (_, from, to, expected) => {
    change('en.md', from, to);
    expect(found()).toEqual(expected === null ? [] : [expected]);
    // what goes to the platform is the Chinese one
    change('zh.md', from, to);
    const zh = expected?.replace('en.md', 'zh.md') ?? 'zh.md:1 is longer than 20000 characters';
    expect(found()).toContain(zh);
  });

  test('need both bodies, and pictures that are pictures', () => {
    write('plan.png', Buffer.from('<svg/>'));
    expect(found()).toEqual(['zh.md:5', 'en.md:5'].map((at) => `${at} names plan.png, which is no picture`));
    rmSync(join(folder, 'en.md'));
    expect(found()).toEqual(['en.md:1 the file is missing']);
  });

  test('have each an address of its own', () => {
    cpSync(folder, join(profile, 'articles', 'b-copy'), { recursive: true });
    expect(found()).toEqual([
      'article.yaml:1 slug must be the name of the folder, b-copy',
      'article.yaml:1 slug is taken by another article',
    ]);
  });
});
