import { expect, test } from '@jest/globals';
import { DomainError } from '../../domain/errors.js';
import { coalesce } from '../../models/coalesce.js';

/** Round trips that end when told to; `trips` are those that began, with what travelled in each. */
function traffic(most = 10) {
  const trips: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const call = coalesce(
    (items: readonly number[]) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const end = (error?: Error) => {
          if (error) reject(error);
          else resolve(items.map((item) => `answer ${item}`));
        };
        trips.push({ items, end });
      }),
    most,
  );
  return { trips, call };
}
const moment = async () => {
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
};

test('calls of one moment travel together, each gets its own answer', async () => {
  const { trips, call } = traffic();
  const answers = [1, 2, 3].map(call);
  await moment();
  expect(trips.map(({ items }) => items)).toEqual([[1, 2, 3]]);
  trips[0]?.end();
  expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);
});

test('what comes while a round trip is under way travels in the next, at most so many at once', async () => {
  const { trips, call } = traffic(2);
  const answers = [call(1)];
  await moment();
  answers.push(...[2, 3, 4].map(call));
  await moment();
  expect(trips).toHaveLength(1);
  for (let i = 0; i < 3; i++) {
    trips[i]?.end();
    await moment();
  }
  expect(trips.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  expect(await Promise.all(answers)).toHaveLength(4);
});

test('after a quiet time a call starts a round trip again', async () => {
  const { trips, call } = traffic();
  for (const n of [1, 2]) {
    const answer = call(n);
    await moment();
    trips[n - 1]?.end();
    expect(await answer).toBe(`answer ${n}`);
  }
});

test('when the database is gone, those who wait fail with those under way', async () => {
  const { trips, call } = traffic();
  const first = call(1);
  await moment();
  const second = call(2);
  const gone = new DomainError('storage.unavailable');
  const both = Promise.allSettled([first, second]);
  trips[0]?.end(gone);
  expect((await both).map((r) => r.status === 'rejected' && r.reason === gone)).toEqual([true, true]);
  expect(trips).toHaveLength(1);
});

test('another failure is only of those who travelled', async () => {
  const { trips, call } = traffic();
  const first = call(1);
  await moment();
  const second = call(2);
  const failed = first.catch((error: unknown) => String(error));
  trips[0]?.end(new Error('bad'));
  expect(await failed).toBe('Error: bad');
  await moment();
  trips[1]?.end();
  expect(await second).toBe('answer 2');
});
