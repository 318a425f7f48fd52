/** The blocks `calendar` and `days` of a profile. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarOf, publicDaysOf } from '../../../bot/flows/load-calendar.js';
import { Shape } from '../../../bot/flows/shape.js';
import { readYaml, type Mistake } from '../../../bot/flows/yaml-file.js';
import { namedDays } from '../../../domain/calendar/public-days.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import { profileNamed } from '../../support/line.js';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(yaml: string) {
  const path = join(folder, 'profile.yaml');
  writeFileSync(path, yaml);
  const mistakes: Mistake[] = [];
  const file = readYaml(path, mistakes);
  const shape = new Shape(mistakes);
  const calendar = calendarOf(file, shape);
  const days = publicDaysOf(file, shape);
  return { calendar, days, mistakes: mistakes.map(({ line, what }) => `${line}: ${what}`) };
}
const day = (...lines: readonly string[]) =>
  read(
    ['days:', '  - id: a', '    name: { zh: 甲, en: A }', ...lines.map((line) => `    ${line}`)].join('\n'),
  );

describe('whose holidays a line keeps', () => {
  test('are China’s where nothing is said', () => {
    expect(read('name: x')).toEqual({ calendar: { china: true, years: [] }, days: [], mistakes: [] });
  });

  test('are China’s with years that are others, or only its own', () => {
    const years = [
      '  years:',
      '    - year: 2027',
      '      off:',
      '        - { from: 2027-01-01, to: 2027-01-02, name: { zh: 元旦, en: New Year } }',
      '        - { from: 2027-05-03, to: 2027-05-03 }',
      '      worked: [2027-01-03]',
    ];
    const name = { zh: '元旦', en: 'New Year' };
    const own = {
      ...{ year: 2027, source: 'profile', worked: ['2027-01-03'] },
      off: [
        { day: '2027-01-01', name },
        { day: '2027-01-02', name },
        { day: '2027-05-03', name: null },
      ],
    };
    expect(read(['calendar:', '  holidays: china', ...years].join('\n'))).toEqual({
      ...{ calendar: { china: true, years: [own] }, days: [], mistakes: [] },
    });
    expect(read(['calendar:', '  holidays: own', ...years].join('\n')).calendar.china).toBe(false);
  });

  test.each([
    ['calendar: { holidays: france }', '1: calendar.holidays must be china or own'],
    ['calendar: { years: 2027 }', '1: calendar.years must be a list'],
    ['calendar:\n  years:\n    - off: []', '3: calendar.years.0.year must be a whole number above 0'],
    [
      'calendar:\n  years:\n    - year: 2027\n      off:\n        - { from: 2028-01-01, to: 2028-01-01 }',
      '5: calendar.years.0.off.0 is wrong: not in year',
    ],
    [
      'calendar:\n  years:\n    - year: 2027\n      worked: [2027-01-04]',
      '4: calendar.years.0.worked.0 is wrong: not a weekend',
    ],
    [
      'calendar:\n  years:\n    - { year: 2027, worked: [2027-01-03] }\n    - { year: 2027, worked: [2027-01-03] }',
      '3: calendar.years has a year twice',
    ],
  ])('%j is named with its line', (yaml, mistake) => {
    expect(read(yaml).mistakes).toEqual([mistake]);
  });
});

describe('a day that a line tells about', () => {
  test.each([
    [["on: '04-15'"], { kind: 'yearly', month: 4, day: 15 }],
    [["on: '04-15'", 'since: 2016'], { kind: 'yearly', month: 4, day: 15, since: 2016 }],
    [["on: '02-29'", 'leap: skip'], { kind: 'yearly', month: 2, day: 29, leap: 'skip' }],
    [['on: 2024-01-05'], { kind: 'once', on: '2024-01-05' }],
    // the first anniversary is a year later
    [['anniversaryOf: 2021-04-26'], { kind: 'yearly', month: 4, day: 26, since: 2022 }],
    [["lunar: '08-15'"], { kind: 'lunar', month: 8, day: 15 }],
    [["lunar: '12-last'", 'since: 2020'], { kind: 'lunar', month: 12, day: 'last', since: 2020 }],
    [['weekday: { month: 3, nth: last, day: 1 }'], { kind: 'weekday', month: 3, weekday: 1, nth: -1 }],
    [['weekday: { month: 3, nth: 5, day: 7 }'], { kind: 'weekday', month: 3, weekday: 7, nth: 5 }],
  ])('with %j is a rule', (lines, rule) => {
    expect(day(...lines)).toMatchObject({
      ...{ mistakes: [], days: [{ id: 'a', name: { zh: '甲', en: 'A' }, rule: { rule } }] },
    });
    expect(day(...lines).days[0]?.rule).toEqual({ rule });
  });

  test('may be moved', () => {
    expect(day("on: '04-15'", 'moved: before').days[0]?.rule.moved).toBe('before');
  });

  const when = 'must say when it is: one of on, anniversaryOf, lunar, weekday';
  test.each([
    [[], `2: days.0 ${when}`],
    [["on: '04-15'", "lunar: '08-15'"], `2: days.0 ${when}`],
    [["on: '4-15'"], `2: days.0 ${when}`],
    [["on: '04-last'"], `2: days.0 ${when}`],
    [["on: '04-31'"], '2: days.0 names no day: day'],
    [["on: '04-15'", 'since: never'], '2: days.0 names no day: since'],
    [['anniversaryOf: 2021-02-30'], '2: days.0 names no day: day'],
    [["lunar: '13-01'"], '2: days.0 names no day: month'],
    [['weekday: { month: 3, nth: 6, day: 1 }'], '2: days.0 names no day: nth'],
    [['weekday: { month: 3, nth: 1 }'], '2: days.0 names no day: weekday'],
    [["on: '04-15'", 'moved: away'], '5: days.0.moved must be before or after'],
  ])('with %j is named with its line', (lines, mistake) => {
    expect(day(...lines)).toMatchObject({ days: [], mistakes: [mistake] });
  });

  test('has a word of its own, and a name that can be filled', () => {
    const { mistakes } = read(
      [
        'days:',
        "  - { id: a, on: '04-15', name: { zh: '第{ordinal}个', en: 'The {nth} one' } }",
        "  - { id: a, on: '04-15', since: 2016, name: { zh: '第{ordinal}个', en: 'The {nht} one' } }",
      ].join('\n'),
    );
    expect(mistakes).toEqual([
      '2: days.0.name.zh has {ordinal}, which nothing fills',
      '2: days.0.name.en has {nth}, which nothing fills',
      '3: days.1.id must be a word of its own: small letters, digits, hyphens',
      '3: days.1.name.en has {nht}, which nothing fills',
    ]);
  });
});

describe('the days of the profiles here', () => {
  const shown = (profile: string, year: number) =>
    namedDays(profileNamed(profile).days, `${year}-01-01`, `${year}-12-31`, plainHolidays()).map(
      ({ on, name }) => `${on} ${name.zh} / ${name.en}`,
    );

  test('are those of national security, counted', () => {
    expect(shown('national-security', 2026)).toEqual([
      '2026-04-15 第十一个全民国家安全教育日 / 11th National Security Education Day',
      '2026-04-26 《反间谍安全防范工作规定》施行五周年 / 5th anniversary of the Security Prevention Regulations',
      '2026-07-01 修订后的《反间谍法》施行三周年 / 3rd anniversary of the revised Counter-Espionage Law',
    ]);
    expect(shown('national-security', 2021)).toEqual([
      '2021-04-15 第六个全民国家安全教育日 / 6th National Security Education Day',
    ]);
  });

  test('are those of a university', () => {
    expect(shown('integrity-line', 2026)).toEqual([
      '2026-04-28 世界安全生产与健康日 / World Day for Safety and Health at Work',
      '2026-11-09 全国消防日 / National Fire Safety Day',
      '2026-12-09 国际反腐败日 / International Anti-Corruption Day',
    ]);
  });
});
