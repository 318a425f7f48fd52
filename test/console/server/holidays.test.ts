/** The holiday routes of the console, on memory stores: each answer's exact keys, each refusal. */
import { describe, expect, test } from '@jest/globals';
import { holidayRoutes } from '../../../console/server/routes/holidays/holidays.js';
import type { Role } from '../../../domain/access.js';
import { createEnterHolidays } from '../../../domain/calendar/enter-holidays.js';
import type { PublicDay } from '../../../domain/calendar/public-days.js';
import { keepHolidays } from '../../../runtime/calendar/keep-holidays.js';
import { memoryEnteredYears, someHolidayYear } from '../../support/fakes/holidays.js';
import { staffLine } from '../../support/staff-line.js';
import { consoleLine, refusal } from './console.js';

const newYear = { zh: '元旦', en: 'New Year' };
const body = {
  off: [
    { from: '2026-12-31', to: '2027-01-03', name: newYear },
    { from: '2027-04-15', to: '2027-04-15', name: null },
  ],
  worked: ['2027-01-10'],
};
const day: PublicDay = {
  ...{ id: 'education-day', name: { zh: '教育日', en: 'Education day' } },
  rule: { rule: { kind: 'yearly', month: 4, day: 15, since: 2016 }, moved: 'before' },
};

/** A desk on 4 January 2027; the package has 2026, and the law fixes 1 January. */
async function desk() {
  const line = staffLine();
  const { clock, record } = line;
  const years = memoryEnteredYears();
  const keeper = keepHolidays({
    ...{ years, clock, failed: () => undefined },
    given: {
      profile: [],
      published: (year) => (year === 2026 ? someHolidayYear(year, ['2026-01-01']) : null),
      expected: (year) => [{ day: `${year}-01-01`, name: newYear }],
    },
  });
  const table = holidayRoutes({
    ...{ ...keeper, years, clock, rules: async () => [day], nameStaff: line.cases.nameStaff },
    enterHolidays: createEnterHolidays({ years, clock, record }),
  });
  const server = consoleLine({ more: [table], staff: line.cases }, line);
  const as = async (name: string, role: Role) => {
    const { me } = await server.hire(name, role);
    const cookie = await server.enter(me);
    return (method: 'get' | 'put' | 'post', path: string, sent?: unknown) =>
      server.ask(method, path, { cookie, ...(sent === undefined ? {} : { body: sent }) });
  };
  return { years, keeper, clock, server, as, ada: await as('Ada', 'editor'), acts: line.acts };
}

const routes = [
  ['get', '/api/holidays', undefined],
  ['get', '/api/holidays/2027', undefined],
  ['put', '/api/holidays/2027', { revision: 0, ...body }],
  ['post', '/api/holidays/2027/preview', body],
] as const;

describe('who may', () => {
  test.each(routes)('%s %s needs somebody who is signed in', async (method, path, sent) => {
    const { server, years } = await desk();
    const answer = await server.ask(method, path, sent === undefined ? {} : { body: sent });
    expect(answer).toMatchObject(refusal(401, 'session.required'));
    expect(years.stored.size).toBe(0);
  });

  test.each(routes)('%s %s is for editors, reading it for supervisors too', async (method, path, sent) => {
    const { as, ada, years } = await desk();
    for (const role of ['handler', 'auditor', 'administrator'] as const) {
      const other = await as(role, role);
      expect(await other(method, path, sent)).toMatchObject(refusal(403, 'access.denied'));
    }
    const supervisor = await as('Sue', 'supervisor');
    expect((await supervisor(method, path, sent)).status).toBe(method === 'put' ? 403 : 200);
    expect(years.stored.size).toBe(0);
    expect((await ada(method, path, sent)).status).toBe(200);
  });
});

describe('the years', () => {
  test('are this one and the next two, with where they come from', async () => {
    const { ada } = await desk();
    const unknown = { source: null, confirmed: false, revision: 0, enteredBy: null, enteredAt: null };
    expect((await ada('get', '/api/holidays')).body).toEqual({
      items: [2027, 2028, 2029].map((year) => ({ year, ...unknown })),
      nextCursor: null,
    });
  });

  test('include those that somebody entered, with who and when', async () => {
    const { ada, years, clock } = await desk();
    await years.put({ ...body, year: 2026, revision: 1, enteredBy: 'host', enteredAt: clock.now() });
    const { items } = (await ada('get', '/api/holidays')).body as { items: { year: number }[] };
    expect(items.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
    expect(items[0]).toEqual({
      ...{ year: 2026, source: 'hand', confirmed: true, revision: 1 },
      ...{ enteredBy: { id: 'host', name: 'host' }, enteredAt: '2027-01-04T09:00:00.000Z' },
    });
  });

  test('one of them is whole: the package’s, or unconfirmed with what the law fixes', async () => {
    const { ada } = await desk();
    const nobody = { revision: 0, enteredBy: null, enteredAt: null, worked: [] };
    expect((await ada('get', '/api/holidays/2026')).body).toEqual({
      ...{ year: 2026, source: 'package', confirmed: true, ...nobody },
      off: [{ from: '2026-01-01', to: '2026-01-01', name: null }],
    });
    expect((await ada('get', '/api/holidays/2027')).body).toEqual({
      ...{ year: 2027, source: null, confirmed: false, ...nobody },
      off: [{ from: '2027-01-01', to: '2027-01-01', name: newYear }],
    });
  });

  test.each(['1999', '2100', '27', 'next', '2027a'])('%s is none', async (year) => {
    const { ada } = await desk();
    for (const [method, path, sent] of [
      ['get', `/api/holidays/${year}`, undefined],
      ['put', `/api/holidays/${year}`, { revision: 0, ...body }],
      ['post', `/api/holidays/${year}/preview`, body],
    ] as const)
      expect(await ada(method, path, sent)).toMatchObject(refusal(404, 'request.not_found'));
  });
});

describe('entering a year', () => {
  test('answers with it, says who and when, and it holds at once', async () => {
    const { ada, keeper, acts } = await desk();
    await keeper.read();
    const { status, body: shown } = await ada('put', '/api/holidays/2027', { revision: 0, ...body });
    expect([status, shown]).toEqual([
      200,
      {
        ...{ year: 2027, source: 'hand', confirmed: true, revision: 1, ...body },
        enteredBy: { id: expect.any(String) as unknown, name: 'Ada' },
        enteredAt: '2027-01-04T09:00:00.000Z',
      },
    ]);
    expect((await ada('get', '/api/holidays/2027')).body).toEqual(shown);
    expect((await keeper.read()).year(2027)?.source).toBe('hand');
    expect(acts().map(([, act, object]) => [act, object])).toEqual([['holidays.enter', 'holidays:2027']]);
  });

  test('with nothing in it takes it back', async () => {
    const { ada } = await desk();
    await ada('put', '/api/holidays/2027', { revision: 0, ...body });
    const { body: shown } = await ada('put', '/api/holidays/2027', { revision: 1, off: [], worked: [] });
    expect(shown).toMatchObject({ source: null, confirmed: false, revision: 2, enteredBy: { name: 'Ada' } });
  });

  test('over somebody else’s is refused, with their name', async () => {
    const { ada, as } = await desk();
    const ben = await as('Ben', 'editor');
    await ben('put', '/api/holidays/2027', { revision: 0, ...body });
    const stale = refusal(409, 'holidays.stale', {
      ...{ revision: 1, enteredBy: { id: expect.any(String) as unknown, name: 'Ben' } },
      enteredAt: '2027-01-04T09:00:00.000Z',
    });
    expect(await ada('put', '/api/holidays/2027', { revision: 0, ...body })).toMatchObject(stale);
    const none = refusal(409, 'holidays.stale', { revision: 0, enteredBy: null, enteredAt: null });
    expect(await ada('put', '/api/holidays/2028', { revision: 3, off: [], worked: [] })).toMatchObject(none);
  });

  test('that cannot be an announcement is refused, field by field, also as a preview', async () => {
    const { ada } = await desk();
    const wrong = { off: [{ from: '2027-02-30', to: '2027-02-30', name: null }], worked: ['2027-01-04'] };
    const refused = refusal(422, 'request.invalid', {
      problems: [
        { field: 'off.0', what: 'not_a_day' },
        { field: 'worked.0', what: 'not_a_weekend' },
      ],
    });
    expect(await ada('put', '/api/holidays/2027', { revision: 0, ...wrong })).toMatchObject(refused);
    expect(await ada('post', '/api/holidays/2027/preview', wrong)).toMatchObject(refused);
    const far = refusal(422, 'request.invalid', { problems: [{ field: 'year', what: 'out_of_reach' }] });
    expect(await ada('put', '/api/holidays/2030', { revision: 0, ...body })).toMatchObject(far);
  });

  test.each([
    ['an unknown field', { more: 1 }, 'more'],
    ['no revision', { revision: undefined }, 'revision'],
    ['a revision below 0', { revision: -1 }, 'revision'],
    ['days off that are no list', { off: 'all' }, 'off'],
    ['a range that is none', { off: ['2027-01-01'] }, 'off'],
    ['a day in another form', { off: [{ from: '1.1.2027', to: '2027-01-01', name: null }] }, 'off.0.from'],
    ['an unknown field in a range', { off: [{ ...body.off[0], more: 1 }] }, 'off.0.more'],
    ['no name', { off: [{ from: '2027-01-01', to: '2027-01-01' }] }, 'off.0.name'],
    ['a name in one language', { off: [{ ...body.off[0], name: { zh: '元旦' } }] }, 'off.0.name.en'],
    [
      'an unknown field in a name',
      { off: [{ ...body.off[0], name: { ...newYear, fr: 'x' } }] },
      'off.0.name.fr',
    ],
    ['a day worked that is none', { worked: [20_270_110] }, 'worked'],
    ['too many of them', { worked: Array.from({ length: 41 }, () => '2027-01-10') }, 'worked'],
  ])('%s is refused by its field', async (_what, changes, field) => {
    const { ada, years } = await desk();
    const answer = await ada('put', '/api/holidays/2027', { revision: 0, ...body, ...changes });
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    const { details } = answer.body as { details: { fields: object } };
    expect(Object.keys(details.fields)[0]).toBe(field);
    expect(years.stored.size).toBe(0);
  });
});

describe('the preview', () => {
  test('says what would move from where to where, and stores nothing', async () => {
    const { ada, years, acts } = await desk();
    expect(await ada('post', '/api/holidays/2027/preview', body)).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            ...{ id: 'education-day', name: day.name },
            ...{ nominal: '2027-04-15', from: '2027-04-15', to: '2027-04-14' },
          },
        ],
      },
    });
    expect([years.stored.size, acts()]).toEqual([0, []]);
  });

  test('is against what holds: the same again moves nothing, and taking it back moves the day back', async () => {
    const { ada } = await desk();
    await ada('put', '/api/holidays/2027', { revision: 0, ...body });
    expect((await ada('post', '/api/holidays/2027/preview', body)).body).toEqual({ items: [] });
    const { body: back } = await ada('post', '/api/holidays/2027/preview', { off: [], worked: [] });
    expect(back).toMatchObject({ items: [{ from: '2027-04-14', to: '2027-04-15' }] });
  });

  test('takes no revision', async () => {
    const { ada } = await desk();
    const answer = await ada('post', '/api/holidays/2027/preview', { revision: 0, ...body });
    expect(answer).toMatchObject(
      refusal(422, 'request.invalid', { fields: { revision: ['whitelistValidation'] } }),
    );
  });
});
