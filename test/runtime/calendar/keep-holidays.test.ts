import { describe, expect, jest, test } from '@jest/globals';
import { keepHolidays } from '../../../runtime/calendar/keep-holidays.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryEnteredYears } from '../../support/fakes/holidays.js';

const entered = (year: number) => ({
  ...{ year, revision: 1, worked: [], enteredBy: 'ann', enteredAt: 0 },
  off: [{ from: `${year}-05-04`, to: `${year}-05-04`, name: null }],
});

function kept() {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const store = memoryEnteredYears(entered(2027));
  const all = jest.fn(() => store.all());
  const failed = jest.fn<(error: unknown) => void>();
  const given = { profile: [], published: () => null, expected: () => [] };
  const keeper = keepHolidays({ years: { all }, given, clock, failed });
  const known = async () => {
    const holidays = await keeper.read();
    return [2027, 2028].filter((year) => holidays.year(year) !== null);
  };
  return { clock, store, all, failed, keeper, known };
}

describe('holidays as a process knows them', () => {
  test('are looked up when they are first asked for, and then once a minute', async () => {
    const { clock, store, all, known } = kept();
    expect(all).not.toHaveBeenCalled();
    expect(await known()).toEqual([2027]);
    await store.put(entered(2028));
    clock.advance(59_999);
    expect(await known()).toEqual([2027]);
    clock.advance(1);
    expect(await known()).toEqual([2027, 2028]);
    expect(all).toHaveBeenCalledTimes(2);
  });

  test('are looked up once for all who ask at the same moment', async () => {
    const { all, known } = kept();
    expect(await Promise.all([known(), known(), known()])).toEqual([[2027], [2027], [2027]]);
    expect(all).toHaveBeenCalledTimes(1);
  });

  test('are known at once where they were entered', async () => {
    const { store, keeper, known } = kept();
    await known();
    await store.put(entered(2028));
    await keeper.renew();
    expect(await known()).toEqual([2027, 2028]);
  });

  test('stay what they were while the database does not answer, and nobody waits for it again and again', async () => {
    const { clock, all, failed, known } = kept();
    await known();
    clock.advance(60_000);
    all.mockRejectedValueOnce(new Error('away'));
    expect(await known()).toEqual([2027]);
    expect(await known()).toEqual([2027]);
    expect([failed.mock.calls.length, all.mock.calls.length]).toEqual([1, 2]);
  });

  test('are the given ones where the database never answered', async () => {
    const { all, failed, known } = kept();
    all.mockRejectedValueOnce(new Error('away'));
    expect(await known()).toEqual([]);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  test('are not those of a slow look that began before a year was entered', async () => {
    const { store, all, keeper, known } = kept();
    let answer = (): void => undefined;
    const old = await store.all();
    all.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(old);
          };
        }),
    );
    const slow = known();
    await store.put(entered(2028));
    await keeper.renew();
    answer();
    expect(await slow).toEqual([2027, 2028]);
    expect(await known()).toEqual([2027, 2028]);
  });
});
