/** The calendar files, read by a library that others read calendars with. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import {
  calendarFile,
  type CalendarEvent,
  type CalendarFile,
} from '../../../domain/calendar/calendar-file.js';
import { fold } from '../../../domain/calendar/fold-line.js';

const stamp = Date.parse('2026-11-22T02:00:00Z');
const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'education-day.2027-04-15@line.example', stamp, when: { day: '2027-04-15' } },
  title: '第十二个全民国家安全教育日',
  ...changes,
});
const file = (events: readonly CalendarEvent[], changes: Partial<CalendarFile> = {}): string =>
  calendarFile({ name: '示例热线：重要日子', lang: 'zh-CN', refreshHours: 24, events, ...changes });

const calendarIn = (text: string) => new ICAL.Component(ICAL.parse(text) as never[]);
const eventsIn = (text: string) =>
  calendarIn(text)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('a calendar file', () => {
  test('says what it is, its name, its language, and when to ask again', () => {
    const calendar = calendarIn(file([], { about: '示例系统，非官方渠道。' }));
    const value = (name: string) => calendar.getFirstPropertyValue(name);
    expect([value('version'), value('calscale'), value('method')]).toEqual(['2.0', 'GREGORIAN', 'PUBLISH']);
    expect(value('prodid')).toBe('-//Fairline//Fairline//EN');
    expect([value('name'), value('x-wr-calname')]).toEqual(['示例热线：重要日子', '示例热线：重要日子']);
    expect([value('description'), value('x-wr-caldesc')]).toEqual([
      ...['示例系统，非官方渠道。', '示例系统，非官方渠道。'],
    ]);
    expect(calendar.getFirstProperty('name')?.getFirstParameter('language')).toBe('zh-CN');
    expect(String(value('refresh-interval'))).toBe('PT24H');
    expect(value('x-published-ttl')).toBe('PT24H');
  });

  test('of nothing is a calendar all the same', () => {
    expect(eventsIn(file([]))).toEqual([]);
    expect(calendarIn(file([])).getFirstPropertyValue('description')).toBeNull();
  });

  test('has whole days, which end when the next one begins', () => {
    const [shown] = eventsIn(file([event({ when: { day: '2027-12-31' } })]));
    expect([shown?.startDate.isDate, String(shown?.startDate), String(shown?.endDate)]).toEqual([
      ...[true, '2027-12-31', '2028-01-01'],
    ]);
  });

  test('has moments, in UTC, whatever the machine’s zone', () => {
    const when = {
      from: Date.parse('2027-04-15T08:00:00+08:00'),
      to: Date.parse('2027-04-16T08:00:00+08:00'),
    };
    const [shown] = eventsIn(file([event({ when })]));
    expect([shown?.startDate.isDate, String(shown?.startDate), String(shown?.endDate)]).toEqual([
      ...[false, '2027-04-15T00:00:00Z', '2027-04-16T00:00:00Z'],
    ]);
  });

  test('has what an event says, in its language, and takes up nobody’s time', () => {
    const text = 'A day; of "all", even\n1 \\ 2\tthings';
    const url = 'https://line.example/a/?lang=zh&q=a,b;c';
    const [shown] = eventsIn(file([event({ text, url, status: 'tentative' })]));
    const value = (name: string) => shown?.component.getFirstPropertyValue(name);
    expect([shown?.uid, shown?.summary, shown?.description]).toEqual([
      ...['education-day.2027-04-15@line.example', '第十二个全民国家安全教育日', text],
    ]);
    expect(shown?.component.getFirstProperty('summary')?.getFirstParameter('language')).toBe('zh-CN');
    expect([value('url'), value('status'), value('transp')]).toEqual([url, 'TENTATIVE', 'TRANSPARENT']);
    expect(String(value('dtstamp'))).toBe('2026-11-22T02:00:00Z');
  });

  test('is confirmed where nothing else is said, and has no empty text', () => {
    const [shown] = eventsIn(file([event({ text: '' })]));
    expect(shown?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(shown?.component.hasProperty('description')).toBe(false);
  });

  test('has lines of at most 75 bytes that end with CR LF', () => {
    const text = file([event({ title: '教育'.repeat(100), text: 'x'.repeat(500) })]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
  });

  test('no text can begin another line, property or event', () => {
    const title = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:other\u0007\u2028x';
    const [shown, ...more] = eventsIn(
      file([event({ title, uid: 'one\r\nSUMMARY:x', url: 'https://a/\r\nUID:b c' })]),
    );
    expect(more).toEqual([]);
    expect([shown?.uid, shown?.summary]).toEqual([
      'one\nSUMMARY:x',
      'a\nEND:VEVENT\nBEGIN:VEVENT\nUID:other\u2028x',
    ]);
    expect(shown?.component.getFirstPropertyValue('url')).toBe('https://a/%0D%0AUID:b%20c');
  });

  test('marks what has a meaning there, and knows all three ends of a line', () => {
    expect(file([event({ title: 'a,b;c\\d\r\ne\rf\ng' })])).toContain(
      'SUMMARY;LANGUAGE=zh-CN:a\\,b\\;c\\\\d\\ne\\nf\\ng\r\n',
    );
  });

  test('brings any text back as it was, signs that no text has aside', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const plain = (value: string) => value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        const [shown] = eventsIn(file([event({ title: `t${title}`, text: `t${text}` })]));
        expect([shown?.summary, shown?.description]).toEqual([plain(`t${title}`), plain(`t${text}`)]);
      }),
    );
  });
});

describe('a folded line', () => {
  test('is whole again when it is unfolded, and breaks no sign', () => {
    const signs = fc.constantFrom('a', 'é', '国', '😀', ' ', ';');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 400, size: 'max' }), (parts) => {
        const line = parts.join('');
        const folded = fold(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        const bytes = folded.split('\r\n').map((part) => Buffer.byteLength(part));
        expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
        // no line is left shorter than it must be
        expect(bytes.slice(0, -1).filter((size) => size < 72)).toEqual([]);
        expect(folded).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test('of exactly 75 bytes stays as it is', () => {
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });
});
