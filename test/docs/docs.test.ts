import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorKinds } from '../../domain/errors.js';
import { names } from '../../runtime/settings/settings.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies' | 'scripts', Readonly<Record<string, string>>>
>;
const pages = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const generated = new Set(['node_modules', 'dist', 'data', 'coverage']);
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !generated.has(entry.name))
  .map(({ name }) => name)
  .sort();
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('docs/errors.md', () => {
  test('has one heading for each error code, and no other', () => {
    expect(matches(read('docs/errors.md'), /^## (.+)$/gm).sort()).toEqual(Object.keys(errorKinds).sort());
  });

  test('says something about each code', () => {
    const sections = read('docs/errors.md').split(/^## /m).slice(1);
    expect(sections.filter((section) => section.trim().split('\n').length < 3)).toEqual([]);
  });
});

describe('docs/decisions', () => {
  test('give one sentence for each direct dependency, and for no other package', () => {
    const named = matches(read('docs/decisions/0006-dependencies.md'), /^\| `(.+?)` +\| \S.{9,}\|$/gm);
    const direct = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(named.sort()).toEqual(direct.sort());
  });

  test('are numbered without a gap, each with its number in the title', () => {
    const files = readdirSync(join(root, 'docs/decisions')).sort();
    expect(files.map((file) => file.slice(0, 4))).toEqual(
      files.map((_file, at) => String(at + 1).padStart(4, '0')),
    );
    for (const file of files)
      expect(read(`docs/decisions/${file}`)).toMatch(new RegExp(`^# ${file.slice(0, 4)} `));
  });
});

describe('the threat model', () => {
  const table = /## Who is protected[^]*?(?=\n## )/.exec(read('docs/threat-model.md'))?.[0] ?? '';
  const rows = matches(table, /^\|(.+)\|$/gm)
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()));

  test('has a row for what may be lost, with a test or the reason why there is none', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const [lost, , , backing = ''] of rows)
      expect([lost, /`test\/|^not tested, because /.test(backing)]).toEqual([lost, true]);
  });

  test('names only tests that exist', () => {
    const tests = rows.flatMap(([, , , backing = '']) => matches(backing, /`(test\/[^`]+)`/g));
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('lists exactly the clear fields of a stored report', () => {
    const fields = /## What is in clear[^]*?(?=\n## )/.exec(read('docs/threat-model.md'))?.[0] ?? '';
    const named = matches(fields, /^\| (`.+?) \|/gm).flatMap((cell) => matches(cell, /`(\w+)`/g));
    const document =
      /interface ReportDocument \{([^]*?)\n\}/.exec(read('models/report.schema.ts'))?.[1] ?? '';
    expect(named.sort()).toEqual(matches(document, /^ {2}(\w+)\??:/gm).sort());
  });
});

describe('the readmes', () => {
  test.each(['README.md', 'README.zh-CN.md'])('%s has one line for each folder, and for no other', (page) => {
    expect(matches(read(page), /^([a-z-]+)\/ +\S/gm).sort()).toEqual(folders);
  });

  test.each(['README.md', 'README.zh-CN.md'])('%s has the two commands on the first screen', (page) => {
    const screen = read(page).split('\n').slice(0, 25).join('\n');
    expect(screen).toContain('npm install && npm start');
    expect(screen).toContain('npm install && npm test');
  });
});

describe('the architecture', () => {
  const page = read('docs/architecture.md');

  test('describes each folder with rules of its own, as the dependency rules name them', () => {
    const rules = /const may = \{([^]*?)\n\};/.exec(read('.dependency-cruiser.cjs'))?.[1] ?? '';
    const ruled = matches(rules, /^ {2}'?([a-z/-]+)'?: \[/gm);
    const section = /## Who may import what[^]*?(?=\n## )/.exec(page)?.[0] ?? '';
    const described = matches(section, /^\| (`.+?) \|/gm).flatMap((cell) => matches(cell, /`([a-z/-]+)`/g));
    expect(
      described.filter((folder) => !['runtime', 'test', 'bench', 'tools'].includes(folder)).sort(),
    ).toEqual(ruled.sort());
  });

  test('has a line for each folder of the tree', () => {
    const section = /## Folders[^]*?(?=\n## )/.exec(page)?.[0] ?? '';
    const described = new Set(matches(section, /^\| `([a-z-]+)\//gm));
    expect([...described].sort()).toEqual(folders);
  });
});

describe.each(pages)('%s', (page) => {
  test('links only to what is there', () => {
    const targets = matches(read(page), /\]\((?!https?:|#)([^)#]+)/g);
    const missing = targets.filter((target) => !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  test('names only files of the tree that are there', () => {
    const paths = matches(read(page), /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|cjs|mjs|yaml|json))`/g);
    const inTree = paths.filter((path) => folders.includes(path.split('/')[0] ?? ''));
    expect(inTree.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names only commands that exist, unless it says that one does not', () => {
    const commands = matches(read(page), /npm run ([\w:]+)/g);
    const missing = commands.filter((name) => !(name in manifest.scripts));
    expect(missing.filter((name) => !read(page).includes(`There is no \`npm run ${name}\` yet`))).toEqual([]);
  });

  test('names only settings that exist', () => {
    const settings = matches(read(page), /`((?:WECHAT|LINE|LIMIT|STAFF)_[A-Z_]*[A-Z])(?:=[^`]*)?`/g);
    expect(settings.filter((name) => !names.some((known) => known === name))).toEqual([]);
  });

  test('names no path of a machine', () => {
    expect(read(page)).not.toMatch(/(^|[\s(`])\/(home|root|tmp|work|Users)\//m);
  });
});
