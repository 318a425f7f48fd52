import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diffMenu, keepLine } from '../../../runtime/wechat/menu.js';
import { fieldText, readWechatProfile } from '../../../runtime/wechat/profile.js';
import { profileNamed } from '../../support/line.js';

const folder = mkdtempSync(join(tmpdir(), 'fairline-wechat-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const sample = profileNamed('national-security');
let count = 0;

function read(wechat: string | null) {
  const at = join(folder, String((count += 1)));
  mkdirSync(at);
  writeFileSync(join(at, 'profile.yaml'), 'days: [{ id: a-day }]\n');
  if (wechat !== null) writeFileSync(join(at, 'wechat.yaml'), wechat);
  return readWechatProfile(at, sample);
}
const three = 'menu: [{ line: report }, { line: check }, { line: learn }]\n';
const mistakesOf = (wechat: string) => read(wechat).mistakes.map(({ what }) => what);
const notice = (fields: string) =>
  `${three}notices: { a-day: { officialAccount: { template: T, fields: { ${fields} } } } }\n`;

describe('wechat.yaml', () => {
  test.each(readdirSync(resolve('profiles')))('of %s is sound', (name) => {
    const { mistakes, menu } = readWechatProfile(resolve('profiles', name), profileNamed(name));
    expect(mistakes).toEqual([]);
    expect(menu).toHaveLength(3);
  });

  test('left out means the three ways in, in the first language', () => {
    const { menu, notices, mistakes } = read(null);
    expect(menu).toEqual([
      { type: 'click', name: '我要举报', key: 'report' },
      { type: 'click', name: '查询进度', key: 'check' },
      { type: 'click', name: '宣传文章', key: 'learn' },
    ]);
    expect([notices, mistakes]).toEqual([[], []]);
  });

  test('keeps entries of others, alone and in a group', () => {
    const view = '{ type: view, name: 关于, url: "https://a.test/" }';
    const { menu, mistakes } = read(
      `menu: [{ line: report }, { line: check }, { name: 更多, under: [{ line: learn }, { keep: ${view} }] }]`,
    );
    expect(mistakes).toEqual([]);
    expect(menu[2]).toEqual({
      name: '更多',
      sub_button: [
        { type: 'click', name: '宣传文章', key: 'learn' },
        { type: 'view', name: '关于', url: 'https://a.test/' },
      ],
    });
  });

  test.each([
    ['menu: []', 'menu must be a list of one to 3 entries'],
    ['menu: [{ line: report }, { line: check }]', 'menu must have the entry line: learn once'],
    [three.replace('learn', 'report'), 'menu must have the entry line: report once'],
    [
      'menu: [{ line: report }, { line: check }, { name: 一二三四五六, under: [{ line: learn }] }]',
      'menu.2 needs a name of at most 16 bytes',
    ],
    [
      'menu: [{ line: report }, { line: check }, { lines: learn }]',
      'menu.2 must have one of line (report, check, learn), keep, or name and under',
    ],
    [`${three}notices: { other: {} }`, 'notices.other is no day of profile.yaml'],
    [
      `${three}notices: { a-day: { sms: {} } }`,
      'notices.a-day.sms must be one of officialAccount, miniProgram',
    ],
  ])('%s: %s', (wechat, mistake) => {
    expect(mistakesOf(wechat)).toContain(mistake);
  });

  test('each field is held to the rule of its kind, in each language', () => {
    expect(mistakesOf(notice('thing1: { zh: 宣传日, en: "Awareness day" }'))).toEqual([]);
    expect(mistakesOf(notice(`thing1: { zh: 宣传日, en: "${'x'.repeat(21)}" }`))).toEqual([
      'notices.a-day.officialAccount.fields.thing1.en is not what the platform takes in such a field',
    ]);
    expect(mistakesOf(notice('phrase1: { zh: 宣传日, en: day }'))).toHaveLength(1);
    expect(mistakesOf(notice('time1: { zh: "{day} 09:00", en: "{day}" }'))).toHaveLength(1);
    expect(mistakesOf(notice('date1: { zh: "{day}", en: "{day}" }'))).toEqual([]);
  });

  test('a day is written as the forms want it', () => {
    expect(fieldText('{day} 09:00', '2027-04-05')).toBe('2027年4月5日 09:00');
  });
});

describe('the menu beside the profile', () => {
  const [report, check] = [
    { type: 'click', name: '我要举报', key: 'report' },
    { type: 'click', name: '查询进度', key: 'check' },
  ] as const;
  const view = { type: 'view', name: '关于', url: 'https://a.test/', sub_button: [] };

  test('is the same whatever order fields come in and whatever empty lists the platform adds', () => {
    const there = [{ key: 'report', name: '我要举报', sub_button: [], type: 'click' }];
    expect(diffMenu(there, [report])).toEqual({
      same: true,
      foreign: [],
      lines: ['= 我要举报 (click report)'],
    });
  });

  test('another order is another menu', () => {
    expect(diffMenu([check, report], [report, check]).same).toBe(false);
  });

  test('what goes is told apart by whose it is', () => {
    const { same, foreign, lines } = diffMenu([check, view], [report]);
    expect(same).toBe(false);
    expect(foreign.map(keepLine)).toEqual(['- keep: {"type":"view","name":"关于","url":"https://a.test/"}']);
    expect(lines).toEqual([
      '+ 我要举报 (click report)',
      '- 查询进度 (click check)',
      '- 关于 (view https://a.test/)',
    ]);
  });

  test('no menu at all is all new', () => {
    expect(diffMenu(null, [report])).toMatchObject({ same: false, foreign: [] });
  });

  test('an entry that moved into a group has changed its place', () => {
    const grouped = [{ name: '更多', sub_button: [{ ...view }] }];
    expect(diffMenu(grouped, [view]).lines).toEqual([
      '+ 关于 (view https://a.test/)',
      '- 更多 › 关于 (view https://a.test/)',
    ]);
  });
});
