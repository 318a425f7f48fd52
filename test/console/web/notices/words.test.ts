import { describe, expect, test } from '@jest/globals';
import type { NoticeTexts } from '../../../../console/web/api/notice-types.js';
import { asFormField } from '../../../../console/web/notices/words/as-form-field.js';
import { countsItself } from '../../../../console/web/notices/words/counts-itself.js';
import { dayValues, ordinalOf } from '../../../../console/web/notices/words/day-values.js';
import { fillTemplate, unfilled } from '../../../../console/web/notices/words/fill-template.js';
import {
  mostBody,
  mostTemplate,
  mostTitle,
  stops,
  withLive,
  wordProblems,
} from '../../../../console/web/notices/words/live-problems.js';
import { nameOfDefinition } from '../../../../console/web/notices/words/name-of-definition.js';
import { valuesFor } from '../../../../domain/calendar/day-values.js';
import { checkTemplate, fillTemplate as serverFills } from '../../../../domain/calendar/template.js';
import { checkWords } from '../../../../domain/notices/check-words.js';
import { noticeLimits } from '../../../../domain/notices/notice.js';
import { asThing } from '../../../../wechat/template-fields.js';
import { notice } from './notice-samples.js';

const langs = ['zh', 'en'] as const;
const days = [
  { on: '2027-04-15', nominal: '2027-04-15' },
  { on: '2028-02-29', nominal: '2028-02-29' },
  { on: '2026-12-31', nominal: '2027-01-01' },
  { on: '2027-10-10', nominal: '2027-10-10' },
];

describe('the values of placeholders', () => {
  test('are those that the server fills in', () => {
    for (const day of days)
      for (const since of [null, 2027, 2026, 2016, 2007, 1997, 1927, 2040])
        for (const lang of langs)
          expect({ ...dayValues({ ...day, since }, lang) }).toEqual({
            ...valuesFor(day.on, since, lang, day.nominal),
          });
  });

  test('count as the server counts, for two hundred years', () => {
    for (let year = 1828; year <= 2027; year += 1)
      for (const lang of langs) {
        const day = { on: '2027-04-15', nominal: '2027-04-15', since: year };
        expect(dayValues(day, lang)).toEqual(valuesFor(day.on, year, lang, day.nominal));
      }
  });

  test('are not there for a count that had not begun', () => {
    expect(ordinalOf({ nominal: '2015-04-15', since: 2016 })).toBeNull();
    expect(ordinalOf({ nominal: '2016-04-15', since: 2016 })).toBe(1);
    expect(ordinalOf({ nominal: '2016-04-15', since: null })).toBeNull();
  });
});

describe('a template', () => {
  const values = { year: '2027', date: '{year}' };
  test.each([
    '{year}',
    'a {year} b {date}',
    '{ year }',
    '{unknown}',
    '{{year}}',
    '{',
    '}',
    '{a\nb}',
    '{}',
    '',
  ])('is filled as the server fills it: %j', (template) => {
    expect(fillTemplate(template, values)).toBe(serverFills(template, values));
    const found = checkTemplate(template, Object.keys(values)).map(({ text }) => text);
    expect(unfilled(template, values)).toEqual([...new Set(found)]);
  });
});

describe('what is wrong with words', () => {
  const words = (title: string, body: string): NoticeTexts => ({
    ...{ zh: { title, body }, en: { title: 'Title', body: 'Text' } },
  });
  test.each([
    ['第{nth}个教育日', '今天是{date}。'],
    ['', ''],
    [' ', '{unknown}'],
    ['{ordinalWord}{ordinalWord}{ordinalWord}{ordinalWord}{weekday}{weekday}', '字'.repeat(201)],
    ['a'.repeat(21), 'a'.repeat(600)],
    ['{', '}'],
  ])('is what the server finds: %j %j', (title, body) => {
    const day = { on: '2027-04-15', nominal: '2027-04-15', since: 2016 };
    const key = ({ lang, field, code }: { lang: unknown; field: string; code: string }) =>
      `${String(lang)} ${field} ${code}`;
    const served = checkWords(words(title, body), day).map(key);
    expect(wordProblems(words(title, body), day).map(key).toSorted()).toEqual(served.toSorted());
  });

  test('takes the place of what the server said of the words before', () => {
    const day = { on: '2027-04-15', nominal: '2027-04-15', since: null };
    const served = [
      { level: 'stop', lang: 'zh', field: 'title', code: 'missing' },
      { level: 'warn', lang: null, field: 'article', code: 'article_not_public' },
    ] as const;
    const live = withLive(served, words('标题', '正文'), day);
    expect(live.map(({ code }) => code)).toEqual(['article_not_public']);
    expect(stops(live)).toEqual([]);
  });

  test('is measured by the server’s limits', () => {
    expect([mostTitle, mostBody, mostTemplate]).toEqual([
      ...[noticeLimits.title, noticeLimits.body, noticeLimits.template],
    ]);
  });
});

describe('a field of the platform’s forms', () => {
  test.each(['', ' a\n b ', '字'.repeat(20), '字'.repeat(21), `${'a'.repeat(18)}😀b`])(
    'shows a text as it is sent: %j',
    (text) => {
      expect(asFormField(text)).toBe(asThing(text));
    },
  );
});

describe('the name of what recurs', () => {
  const named = (zh: string, en = 'Day') => notice({ name: { zh, en } });
  test('has no count of any year in it', () => {
    expect(nameOfDefinition(named('第{ordinalWord}个教育日'), 'zh')).toBe('教育日');
    expect(nameOfDefinition(named('{nth}个教育日', '{nth} Education Day'), 'en')).toBe('Education Day');
    expect(nameOfDefinition(named('规定施行{ordinalWord}周年'), 'zh')).toBe('规定施行…周年');
    expect(nameOfDefinition(named('', '{nth} anniversary of {year}'), 'en')).toBe('Anniversary of');
    expect(nameOfDefinition(named('{nth}'), 'zh')).toBe('{nth}');
  });

  test('counts by itself where it has a placeholder that does', () => {
    expect([countsItself('{nth} Day'), countsItself('Day {year}')]).toEqual([true, false]);
  });
});
