import { describe, expect, test } from '@jest/globals';
import { createConnection } from '../../../../console/web/services/connection.js';
import { createServerClock } from '../../../../console/web/services/server-clock.js';
import { createToasts } from '../../../../console/web/services/toasts.js';

describe('the connection', () => {
  test('is gone and back with the answers', () => {
    const connection = createConnection();
    connection.connected(false);
    expect(connection.offline.value).toBe(true);
    connection.connected(true);
    expect(connection.offline.value).toBe(false);
  });

  test('tells of a newer page once the server names another version than at first, and does not take it back', () => {
    const connection = createConnection();
    for (const version of [null, 'a', null, 'a']) connection.heardVersion(version);
    expect(connection.newer.value).toBe(false);
    connection.heardVersion('b');
    connection.heardVersion('a');
    expect(connection.newer.value).toBe(true);
  });

  test('tells of a newer page when a part of this one is gone', () => {
    const connection = createConnection();
    connection.partMissing();
    expect(connection.newer.value).toBe(true);
  });
});

test('the server’s clock is followed, and not the rounding of its seconds', () => {
  const clock = createServerClock(() => 100_000);
  clock.heard(99_000);
  expect(clock.now()).toBe(100_000);
  clock.heard(160_000);
  expect(clock.now()).toBe(160_000);
  clock.heard(159_000);
  expect(clock.now()).toBe(160_000);
});

test('a notice goes by itself, longer ones later, and at most three stand at a time', () => {
  const due: { act: () => void; ms: number }[] = [];
  const toasts = createToasts((act, ms) => due.push({ act, ms }));
  for (const text of ['a', 'bb', 'c'.repeat(50), 'd']) toasts.show(text);
  expect(toasts.shown.value.map(({ text }) => text)).toEqual(['bb', 'c'.repeat(50), 'd']);
  expect((due[2]?.ms ?? 0) > (due[1]?.ms ?? 0)).toBe(true);
  for (const { act } of due) act();
  expect(toasts.shown.value).toEqual([]);
});
