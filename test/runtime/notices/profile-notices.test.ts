import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkNotice } from '../../../domain/notices/check-notice.js';
import { filled, nameOn } from '../../../domain/notices/notice-words.js';
import { readProfileNotices } from '../../../runtime/notices/profile-notices.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import { profileNamed } from '../../support/line.js';

const folder = mkdtempSync(join(tmpdir(), 'fairline-notices-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;

const days = [
  {
    id: 'a-day',
    name: { zh: '第{ordinal}天', en: 'Day {ordinal}' },
    rule: { rule: { kind: 'yearly', month: 4, day: 15, since: 2016 } },
  },
] as const;

function read(notices: string | null) {
  const at = join(folder, String((count += 1)));
  mkdirSync(at);
  if (notices !== null) writeFileSync(join(at, 'notices.yaml'), notices);
  return readProfileNotices(at, { days });
}

const texts = `texts: { zh: { title: 日, body: '第{ordinal}个' }, en: { title: Day, body: '{ordinal}' } }`;
const rest = `at: '09:00', leads: [0], ways: { mass: none, account: true, mini: false }`;
const one = (about: string, more = `${rest}, ${texts}`) => `notices: [{ ${about}, ${more} }]\n`;
const mistakesOf = (notices: string) => read(notices).mistakes.map(({ what }) => what);

describe('notices.yaml', () => {
  test.each(readdirSync(resolve('profiles')))('of %s is sound', (name) => {
    const profile = profileNamed(name);
    const { notices, mistakes } = readProfileNotices(resolve('profiles', name), profile);
    expect(mistakes).toEqual([]);
    expect(notices.length).toBeGreaterThan(0);
    // says of itself in both languages that it is a sample
    for (const { texts: words } of notices) {
      expect(words.zh.body).toMatch(/示例系统/);
      expect(words.en.body).toMatch(/from a sample/);
    }
    const holidays = plainHolidays();
    for (const notice of notices)
      expect(checkNotice({ windowHours: 24, ...notice }, { today: '2026-11-23', holidays })).toEqual([]);
  });

  test('of the sample names the days of the scenario, counted as they are', () => {
    const { notices } = readProfileNotices(
      resolve('profiles/national-security'),
      profileNamed('national-security'),
    );
    const shown = notices.map(({ id, name, since, texts: words }) => {
      const on =
        { 'education-day': '2027-04-15', 'prevention-regulations': '2027-04-26' }[id] ?? '2027-07-01';
      const day = { on, nominal: on, since };
      return [id, nameOn(name, day).en, filled(words, day).zh.title];
    });
    expect(shown).toEqual([
      ['education-day', '12th National Security Education Day', '第十二个全民国家安全教育日'],
      [
        'prevention-regulations',
        '6th anniversary of the Security Prevention Regulations',
        '《反间谍安全防范工作规定》施行六周年',
      ],
      [
        'revised-law',
        '4th anniversary of the revised Counter-Espionage Law',
        '修订后的《反间谍法》施行四周年',
      ],
    ]);
  });

  test('left out means no notices', () => {
    expect(read(null)).toEqual({ notices: [], mistakes: [] });
  });

  test('takes rule and name from a day of the profile, or has its own', () => {
    const { notices, mistakes } = read(
      `notices:
  - { day: a-day, ${rest}, ${texts} }
  - { id: own, lunar: '12-last', moved: before, since: 2020, name: { zh: 除夕, en: New Year’s Eve }, windowHours: 6, ${rest.replace('none', '7').replace('true', 'false')}, ${texts} }
`,
    );
    expect(mistakes).toEqual([]);
    expect(notices).toMatchObject([
      { id: 'a-day', since: 2016, name: days[0].name, rule: days[0].rule, article: null, leads: [0] },
      {
        ...{
          id: 'own',
          since: 2020,
          windowHours: 6,
          ways: { mass: { tag: 7 }, account: false, mini: false },
        },
        rule: { rule: { kind: 'lunar', month: 12, day: 'last', since: 2020 }, moved: 'before' },
      },
    ]);
  });

  test('a day that lies behind is no mistake', () => {
    const plain = texts.replaceAll('{ordinal}', '{year}');
    const past = one(`id: film, on: 2024-01-05, name: { zh: 片, en: Film }`, `${rest}, ${plain}`);
    expect(mistakesOf(past)).toEqual([]);
  });

  test.each([
    ['notices: none', /must be a list/],
    [one('day: nowhere'), /is no day of profile.yaml/],
    [one('id: "A day", on: "04-15", name: { zh: 日, en: Day }'), /must be a word/],
    [one('id: x, name: { zh: 日, en: Day }'), /must say when it is/],
    [one('id: x, since: 2016, on: "13-15", name: { zh: 日, en: Day }'), /names no day/],
    [
      `notices: [{ day: a-day, ${rest}, ${texts} }, { day: a-day, ${rest}, ${texts} }]`,
      /second one of a-day/,
    ],
    [one('day: a-day', `${rest.replace('09:00', '9')}, ${texts}`), /at is wrong: malformed/],
    [one('day: a-day', `${rest.replace('[0]', '[0, 0]')}, ${texts}`), /leads is wrong/],
    [
      one('day: a-day', `${rest.replace('none', 'some')}, ${texts}`),
      /must be all, none or the number of a tag/,
    ],
    [one('day: a-day', `${rest.replace('none', 'all')}, ${texts}`), /ways is wrong: gets it twice/],
    [one('day: a-day', `${rest.replace('true', 'maybe')}, ${texts}`), /must be true or false/],
    [one('day: a-day', `windowHours: 0, ${rest}, ${texts}`), /windowHours is wrong/],
    [
      one('day: a-day', `${rest}, ${texts.replace('title: Day', 'title: A title that is too long')}`),
      /en.title is wrong: too long \(at most 20\)/,
    ],
    [
      one('day: a-day', `${rest}, ${texts.replace('第{ordinal}个', '第{ordnal}个')}`),
      /zh.body is wrong: placeholder unknown/,
    ],
    // fine now, too long for the twenty-first
    [
      one('day: a-day', `${rest}, ${texts.replace('title: Day', 'title: "{ordinalWord} safety day"')}`),
      /en.title is wrong: too long/,
    ],
  ])('%s: %s', (notices, mistake) => {
    expect(mistakesOf(notices).join('\n')).toMatch(mistake);
  });

  test('mistakes are named by their lines', () => {
    const lines = ['notices:', '  - day: a-day', "    at: '9'", '    leads: [0]'];
    const ways = '    ways: { mass: none, account: true, mini: false }';
    expect(read([...lines, ways, `    ${texts}`].join('\n')).mistakes).toMatchObject([{ line: 3 }]);
  });
});
