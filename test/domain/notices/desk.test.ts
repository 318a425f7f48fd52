/** What stands beside the planning: the private link, previews and tests. */
import { describe, expect, test } from '@jest/globals';
import { createFeedCases } from '../../../domain/notices/feed.js';
import { createPlannedCalendar } from '../../../domain/notices/planned-calendar.js';
import { createPreviewNotices, monthsLater } from '../../../domain/notices/preview-notices.js';
import type { ProfileNotice } from '../../../domain/notices/seed-notices.js';
import { rulesOfNotices } from '../../../domain/notices/rules-of-notices.js';
import { createTestOccurrence } from '../../../domain/notices/test-occurrence.js';
import { memoryNoticeFeeds } from '../../support/fakes/notices.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { massToAll, someNotice, someNoticeContent, someOccurrence } from '../../support/notices.js';
import { someMember } from '../../support/staff-people.js';
import { setUp } from './set-up.js';

describe('the link to the calendar', () => {
  const ann = someMember('Ann');
  function feeds(...staff: readonly ReturnType<typeof someMember>[]) {
    const { clock, record, acts } = setUp();
    const kept = memoryNoticeFeeds();
    let made = 0;
    const keys = {
      make: () => ({ key: `key-${++made}`, hash: `hash of key-${made}` }),
      hash: (key: string) => (key.startsWith('key-') ? `hash of ${key}` : null),
    };
    const ports = { feeds: kept, keys, clock, record };
    return { ...createFeedCases({ ...ports, staff: memoryStaff(...staff) }), ports, acts, kept };
  }

  test('opens for whoever has its key, until another one is made or it is ended', async () => {
    const { make, open, of, end, acts } = feeds(ann);
    expect(await of(ann.id)).toBeNull();
    const first = await make(ann.id);
    expect(await open(first.key)).toBe(ann.id);
    const second = await make(ann.id);
    await expect(open(first.key)).rejects.toMatchObject({ code: 'request.not_found' });
    expect(await open(second.key)).toBe(ann.id);
    expect(await of(ann.id)).toMatchObject({ madeOn: '2026-11-23' });
    await end(ann.id);
    await end(ann.id);
    await expect(open(second.key)).rejects.toMatchObject({ code: 'request.not_found' });
    expect(acts.map(({ act }) => act)).toEqual(['notice.feed', 'notice.feed', 'notice.feed_end']);
  });

  test('keeps no key', async () => {
    const { make, kept } = feeds(ann);
    const { key } = await make(ann.id);
    expect(Object.values((await kept.of(ann.id)) ?? {})).not.toContain(key);
  });

  test.each([
    ['whose account ended', someMember('Ann', { state: 'ended' })],
    ['who may not read notices any more', someMember('Ann', { roles: ['auditor'] })],
  ])('of somebody %s opens nothing', async (_who, member) => {
    const { make, ports } = feeds(ann);
    const { key } = await make(ann.id);
    const { open } = createFeedCases({ ...ports, staff: memoryStaff(member) });
    await expect(open(key)).rejects.toMatchObject({ code: 'request.not_found' });
    await expect(open('nonsense')).rejects.toMatchObject({ code: 'request.not_found' });
  });
});

describe('the calendar file', () => {
  test('shows what is planned and was sent, and nothing that was called off', async () => {
    const notice = someNotice({ id: 'edu' });
    const [draft, lead, gone] = [
      someOccurrence({ notice: 'edu' }),
      someOccurrence({ notice: 'edu', lead: 7, state: 'scheduled' }),
      someOccurrence({ notice: 'edu', nominal: '2027-04-16', state: 'cancelled' }),
    ];
    const { notices, occurrences, clock, zone } = setUp({
      notices: [notice],
      occurrences: [draft, lead, gone],
    });
    const calendar = createPlannedCalendar({
      ...{ notices, occurrences, clock, zone, consoleUrl: 'https://desk.example:8443' },
      lineName: { zh: '示例线', en: 'Sample line' },
    });
    const file = await calendar('en');
    expect(file.match(/^SUMMARY.*$/gm)).toEqual([
      'SUMMARY;LANGUAGE=en:12th education day (not confirmed)',
      'SUMMARY;LANGUAGE=en:12th education day (7 days before)',
    ]);
    expect(file.match(/^STATUS.*$/gm)).toEqual(['STATUS:TENTATIVE', 'STATUS:CONFIRMED']);
    expect(file).toContain('UID:edu.2027-04-15.0@desk.example\r\n');
    expect(file).toContain('DTSTART:20270415T010000Z');
    expect(await calendar('zh')).toContain('第十二个教育日（待确认）');
  });
});

describe('the preview', () => {
  const people = { account: 5, mini: 7, followers: 100 };
  const once = (on: string) => ({ rule: { kind: 'once', on } }) as const;
  function preview(given: readonly ProfileNotice[], desk: ReturnType<typeof setUp>) {
    const { notices, occurrences, clock, zone, readHolidays } = desk;
    return createPreviewNotices({
      ...{ notices, occurrences, clock, zone, readHolidays, given },
      reach: async () => people,
    });
  }

  test('shows the coming months with words, time and how many', async () => {
    const desk = setUp({
      notices: [
        someNotice({ id: 'edu', ways: { ...massToAll, mini: true } }),
        someNotice({ id: 'law', rule: once('2027-07-01') }),
        someNotice({ id: 'tag', rule: once('2027-03-01'), ways: { ...massToAll, mass: { tag: 4 } } }),
        someNotice({ id: 'off', rule: once('2027-03-02') }),
        someNotice({ id: 'rests', rule: once('2027-03-03'), active: false }),
        someNotice({ id: 'far', rule: once('2027-11-24') }),
      ],
      occurrences: [someOccurrence({ notice: 'off', nominal: '2027-03-02', state: 'cancelled' })],
    });
    const show = preview([], desk);
    const shown = await show(12);
    expect(shown.map(({ notice, on, recipients }) => [notice, on, recipients])).toEqual([
      ['tag', '2027-03-01', null],
      ['edu', '2027-04-15', 107],
      ['law', '2027-07-01', 12],
    ]);
    expect(shown[1]).toMatchObject({
      at: Date.parse('2027-04-15T01:00:00Z'),
      state: 'draft',
      audience: [
        { way: 'mass', tag: null, recipients: 100 },
        { way: 'mini', tag: null, recipients: 7 },
      ],
      text: { en: { title: '12th education day' } },
    });
    expect([(await show(4)).length, (await show(24)).map(({ on }) => on)]).toEqual([
      1,
      ['2027-03-01', '2027-04-15', '2027-07-01', '2027-11-24', '2028-04-15'],
    ]);
  });

  test('shows what stands there as it stands, and writes nothing', async () => {
    const desk = setUp({
      notices: [someNotice({ id: 'edu' })],
      occurrences: [someOccurrence({ notice: 'edu', state: 'scheduled', touched: true })],
    });
    const before = structuredClone([...desk.occurrences.stored.values()]);
    const shown = await preview([], desk)(12);
    expect(shown.map(({ state }) => state)).toEqual(['scheduled']);
    expect([...desk.occurrences.stored.values()]).toEqual(before);
  });

  test('shows a profile’s notices on an empty database, and those of the database in their place', async () => {
    const given = [
      { id: 'edu', ...someNoticeContent() },
      { id: 'law', ...someNoticeContent() },
    ];
    expect((await preview(given, setUp())(12)).map(({ notice }) => notice)).toEqual(['edu', 'law']);
    const rests = setUp({ notices: [someNotice({ id: 'edu', active: false })] });
    expect((await preview(given, rests)(12)).map(({ notice }) => notice)).toEqual(['law']);
  });

  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-01-31', 13, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-12-15', 0, '2026-12-15'],
  ])('%s and %s months: %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});

describe('the rules that holidays move', () => {
  test('are those of the notices, and of the days that no notice is about', async () => {
    const name = { zh: '日', en: 'Day' };
    const rule = { rule: { kind: 'yearly', month: 4, day: 15 } } as const;
    const { notices } = setUp({
      notices: [
        someNotice({ id: 'edu', rule: { ...rule, moved: 'after' } }),
        someNotice({ id: 'rests', active: false }),
      ],
    });
    const days = ['edu', 'film', 'rests'].map((id) => ({ id, name, rule }));
    const rules = await rulesOfNotices(notices, days);
    expect(rules.map(({ id, rule: { moved } }) => [id, moved])).toEqual([
      ['film', undefined],
      ['rests', undefined],
      ['edu', 'after'],
    ]);
  });
});

describe('a test on one’s own phone', () => {
  test('shows the article that it leads to', async () => {
    const sent: string[] = [];
    const [linked, plain] = [someOccurrence({ article: 'a'.repeat(32) }), someOccurrence()];
    const { occurrences } = setUp({ occurrences: [linked, plain] });
    const testIt = createTestOccurrence({
      occurrences,
      sendTest: async (who, article) => void sent.push(`${who} ${article}`),
    });
    await testIt('ada', linked.id);
    expect(sent).toEqual([`ada ${'a'.repeat(32)}`]);
    await expect(testIt('ada', plain.id)).rejects.toMatchObject({
      code: 'phone.refused',
      details: { reason: 'no_article' },
    });
    await expect(testIt('ada', 'none')).rejects.toMatchObject({ code: 'notice.unknown' });
  });
});
