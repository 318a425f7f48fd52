import { describe, expect, test } from '@jest/globals';
import { createEnterHolidays, type Entering } from '../../../domain/calendar/enter-holidays.js';
import { DomainError } from '../../../domain/errors.js';
import { auditLog } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryEnteredYears } from '../../support/fakes/holidays.js';

function desk() {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const { record, acts } = auditLog(clock);
  const years = memoryEnteredYears();
  return { clock, years, acts, enter: createEnterHolidays({ years, clock, record }) };
}

const entering = (changes: Partial<Entering> = {}): Entering => ({
  ...{ who: 'ann', year: 2027, revision: 0, worked: ['2027-01-03'] },
  off: [{ from: '2027-01-01', to: '2027-01-02', name: null }],
  ...changes,
});

describe('entering a year', () => {
  test('stores it with who and when, and writes the act down first', async () => {
    const { clock, years, acts, enter } = desk();
    const stored = {
      ...{ year: 2027, revision: 1, off: entering().off, worked: ['2027-01-03'] },
      ...{ enteredBy: 'ann', enteredAt: clock.now() },
    };
    expect(await enter(entering())).toEqual(stored);
    expect([...years.stored.values()]).toEqual([stored]);
    expect(acts()).toEqual([['ann', 'holidays.enter', 'holidays:2027']]);
  });

  test('over what was read gives the next revision', async () => {
    const { enter } = desk();
    await enter(entering());
    expect(await enter(entering({ who: 'bob', revision: 1, worked: [] }))).toMatchObject({
      ...{ revision: 2, enteredBy: 'bob', worked: [] },
    });
  });

  test('over somebody else’s is refused, with who and when, and changes nothing', async () => {
    const { clock, years, acts, enter } = desk();
    await enter(entering());
    for (const revision of [0, 2])
      await expect(enter(entering({ who: 'bob', revision }))).rejects.toMatchObject({
        code: 'holidays.stale',
        details: { revision: 1, enteredBy: 'ann', enteredAt: clock.now() },
      });
    expect([years.stored.get(2027)?.enteredBy, acts()]).toEqual(['ann', [expect.anything()]]);
  });

  test('that another process enters at the same moment is refused to one of the two', async () => {
    const { clock, years } = desk();
    const { record } = auditLog(clock);
    const enter = createEnterHolidays({ clock, record, years: { ...years, put: async () => false } });
    await expect(enter(entering())).rejects.toMatchObject({
      ...{ code: 'holidays.stale', details: { revision: 0, enteredBy: null, enteredAt: null } },
    });
  });

  test('empty takes back what was entered, under an act of its own', async () => {
    const { acts, enter } = desk();
    await enter(entering());
    await enter(entering({ revision: 1, off: [], worked: [] }));
    expect(acts().map(([, act]) => act)).toEqual(['holidays.enter', 'holidays.withdraw']);
  });

  test('that cannot be an announcement is refused with every field', async () => {
    const { years, acts, enter } = desk();
    const wrong = entering({
      off: [{ from: '2027-02-30', to: '2027-02-30', name: null }],
      worked: ['2027-01-04'],
    });
    await expect(enter(wrong)).rejects.toEqual(
      new DomainError('request.invalid', {
        details: {
          problems: [
            { field: 'off.0', what: 'not_a_day' },
            { field: 'worked.0', what: 'not_a_weekend' },
          ],
        },
      }),
    );
    expect([years.stored.size, acts()]).toEqual([0, []]);
  });

  test.each([2025, 2029])('%i is over or too far ahead', async (year) => {
    const { enter } = desk();
    await expect(enter(entering({ year, off: [], worked: [] }))).rejects.toMatchObject({
      ...{ code: 'request.invalid', details: { problems: [{ field: 'year', what: 'out_of_reach' }] } },
    });
  });

  test.each([2026, 2028])('%i is within reach', async (year) => {
    const off = [{ from: `${year}-05-01`, to: `${year}-05-03`, name: null }];
    await expect(desk().enter(entering({ year, off, worked: [] }))).resolves.toMatchObject({ year });
  });
});
