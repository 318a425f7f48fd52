import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/wechat.md');

/** The rows of the table whose head begins with this word. */
function rows(head: string): readonly (readonly string[])[] {
  const table = new RegExp(`^\\| ${head} +\\|[^]*?(?=\\n\\n|$(?![^]))`, 'm').exec(page)?.[0] ?? '';
  const lines = table.split('\n').slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
const firstOf = (head: string): readonly string[] => rows(head).map(([first = '']) => first);
const matches = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];
const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

describe('docs/wechat.md', () => {
  test('lists exactly the calls that are in the code', () => {
    const code = [...sources('wechat'), ...sources('runtime')].map(read).join('\n');
    const paths = matches(code, /['`}](\/(?:cgi-bin|wxa|wxaapi|sns)\/[\w/]+)/g);
    expect([...firstOf('Path')].sort()).toEqual([...paths].sort());
  });

  test('says of each call where it is used, and the calls are there', () => {
    for (const [path = '', , where = ''] of rows('Path')) {
      expect([path, existsSync(join(root, where))]).toEqual([path, true]);
      const family = matches(read(where), /(\/(?:cgi-bin|wxa|wxaapi|sns)\/[\w/]+)/g);
      const imports = matches(read(where), /from '(?:\.\.\/|\.\/)+((?:wechat\/)?[\w-]+)\.js'/g);
      expect([path, family.includes(path) || imports.some((name) => /wechat/.test(name))]).toEqual([
        path,
        true,
      ]);
    }
  });

  test('names tests that are there', () => {
    const heads = ['Path', 'Message', 'Event', 'Push of the mini-program'];
    const tests = heads.flatMap((head) => rows(head).map((row) => row.at(-1) ?? ''));
    expect(rows('Push of the mini-program')).toHaveLength(3);
    expect(
      tests.filter((path) => !/^test\/.+\.test\.ts$/.test(path) || !existsSync(join(root, path))),
    ).toEqual([]);
  });

  test('lists the kinds of message that are read', () => {
    const inbound = read('bot/official-account/inbound.ts');
    const kinds = matches(/function sent[^]*?\n\}/.exec(inbound)?.[0] ?? '', /case '(\w+)':/g);
    expect([...firstOf('Message')].sort()).toEqual([...kinds, 'any other'].sort());
  });

  test('lists the events that do something, each with a test that pushes or reads it', () => {
    const code = ['inbound', 'send-results'].map((name) => read(`bot/official-account/${name}.ts`));
    const bodies = code.map((text) => /function (?:happened|sendResults)[^]*?\n\}/.exec(text)?.[0] ?? '');
    const handled = matches(bodies.join('\n'), /case '(\w+)':/g);
    const listed = firstOf('Event');
    expect(handled.filter((event) => !listed.some((one) => one.toLowerCase() === event))).toEqual([]);
    expect(handled.length).toBeGreaterThan(7);
    const all = [...rows('Event'), ...rows('Push of the mini-program')];
    for (const [event = '', , path = ''] of all.filter(([first]) => first !== 'any other'))
      expect([event, read(path).includes(`'${event}'`)]).toEqual([event, true]);
  });

  test('has a line for each number that asks for a person, among others', () => {
    const named = firstOf('Number').join(' ');
    for (const number of ['40164', '48001', '48003', '45009', '40001', '43101', '47003'])
      expect(named).toContain(number);
  });
});

describe('going live', () => {
  const shape = (path: string): readonly string[] =>
    read(path)
      .split('\n')
      .map((line) => /^(## \d|- \[ \]|\d\.|- )/.exec(line)?.[0] ?? '')
      .filter((mark) => mark !== '');

  test('has the same sections, steps and ticks in both languages', () => {
    const english = shape('docs/going-live.md');
    expect(shape('docs/going-live.zh-CN.md')).toEqual(english);
    expect(english.filter((mark) => mark === '- [ ]').length).toBeGreaterThan(10);
  });
});
