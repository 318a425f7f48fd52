/** `/days.ics` on the public app. */
import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { HolidayYear } from '../../../domain/calendar/holidays.js';
import type { PublicDay } from '../../../domain/calendar/public-days.js';
import { createDaysPage } from '../../../miniprogram-api/pages/days.js';
import { home, publicUrl } from '../articles.js';
import { appWith } from '../serve.js';
import { handClock } from '../../support/fakes/clock.js';
import { someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const both = (zh: string, en: string) => ({ zh, en });
const days: readonly PublicDay[] = [
  {
    ...{ id: 'education-day', name: both('第{ordinalWord}个教育日', '{nth} education day') },
    rule: { rule: { kind: 'yearly', month: 4, day: 15, since: 2016 }, moved: 'before' },
  },
  { id: 'film', name: both('宣传片', 'Film'), rule: { rule: { kind: 'once', on: '2026-01-05' } } },
  { id: 'earlier', name: both('以前', 'Earlier'), rule: { rule: { kind: 'once', on: '2025-12-31' } } },
];

function app(changes: { readonly days?: readonly PublicDay[] } = {}) {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  let holidays = someHolidays(someHolidayYear(2026));
  const page = createDaysPage({
    ...{ days, home, publicUrl, clock, holidays: async () => holidays },
    ...changes,
  });
  const announce = (...years: readonly HolidayYear[]) => {
    holidays = someHolidays(someHolidayYear(2026), ...years);
  };
  return { ...appWith({ more: [page] }), clock, announce };
}

const calendarIn = (text: string) => new ICAL.Component(ICAL.parse(text) as never[]);
const eventsIn = (text: string) =>
  calendarIn(text)
    .getAllSubcomponents('vevent')
    .map((one) => {
      const { uid, summary, description, startDate } = new ICAL.Event(one);
      const [status, url] = ['status', 'url'].map((name) => one.getFirstPropertyValue(name));
      return { uid, summary, description, on: String(startDate), status, url };
    });

describe('the calendar of the line’s days', () => {
  test('has those of this year and the next two, in order, each with its number', async () => {
    const { text, status, headers } = await app().http.get('/days.ics?lang=en');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      ...[200, 'text/calendar; charset=utf-8', 'inline; filename="days.ics"'],
    ]);
    const url = `${publicUrl}/?lang=en`;
    const mayMove = 'The year’s public holidays are not announced yet, so it may still move.';
    expect(eventsIn(text)).toEqual([
      {
        ...{ uid: 'film.2026-01-05@line.example', on: '2026-01-05', summary: 'Film', description: null },
        ...{ status: 'CONFIRMED', url },
      },
      {
        ...{ uid: 'education-day.2026-04-15@line.example', on: '2026-04-15', summary: '11th education day' },
        ...{ description: null, status: 'CONFIRMED', url },
      },
      {
        ...{ uid: 'education-day.2027-04-15@line.example', on: '2027-04-15', summary: '12th education day' },
        ...{ description: mayMove, status: 'TENTATIVE', url },
      },
      {
        ...{ uid: 'education-day.2028-04-15@line.example', on: '2028-04-14', summary: '13th education day' },
        description: `It falls on 15 April 2028, a day off, and is moved to this one. ${mayMove}`,
        ...{ status: 'TENTATIVE', url },
      },
    ]);
  });

  test('is in Chinese where that is asked for, and says that a sample is one', async () => {
    const { text, headers } = await app().http.get('/days.ics?lang=zh');
    const calendar = calendarIn(text);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('示例热线：重要日子');
    expect(calendar.getFirstPropertyValue('description')).toBe('示例系统，非官方渠道。');
    expect(eventsIn(text).at(-1)).toMatchObject({
      summary: '第十三个教育日',
      description: '原是2028年4月15日，那天放假，改到这一天。当年的放假安排还没有公布，日期可能会变。',
      url: `${publicUrl}/?lang=zh`,
    });
    expect(headers['vary']).toBe('Accept-Language');
  });

  test('is in the language of the reader’s program where none is asked for', async () => {
    const { text } = await app().http.get('/days.ics').set('Accept-Language', 'en-GB');
    expect(calendarIn(text).getFirstPropertyValue('x-wr-calname')).toBe('Sample line: days to know');
  });

  test('keeps the name of a day that moves: whoever subscribed finds it moved, not twice', async () => {
    const { http, announce } = app();
    const before = eventsIn((await http.get('/days.ics?lang=en')).text);
    announce(someHolidayYear(2027, ['2027-04-15']));
    const after = eventsIn((await http.get('/days.ics?lang=en')).text);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after[2]).toMatchObject({ on: '2027-04-14', status: 'CONFIRMED' });
  });

  test('is sent once to who has it, and again when it is another', async () => {
    const { http, clock, announce } = app();
    const first = await http.get('/days.ics?lang=en');
    const tag = first.headers['etag'] ?? '';
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = () => http.get('/days.ics?lang=en').set('If-None-Match', tag);
    clock.advance(3_600_000);
    expect(await again()).toMatchObject({ status: 304, text: '' });
    announce(someHolidayYear(2027, ['2027-04-15']));
    expect((await again()).status).toBe(200);
  });

  test('of a line without days is a calendar without events', async () => {
    const { text } = await app({ days: [] }).http.get('/days.ics');
    expect(eventsIn(text)).toEqual([]);
  });

  test('answers HEAD without a body, and no other method', async () => {
    const { http } = app();
    expect(await http.head('/days.ics')).toMatchObject({ status: 200 });
    const refused = await http.post('/days.ics');
    expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect((await http.get('/days.icsx')).status).toBe(404);
  });
});
