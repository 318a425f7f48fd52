import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createPlatformClock } from '../../simulator/state/clock.js';
import { createTimers } from '../../simulator/state/timers.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const setUp = () => {
  const clock = createPlatformClock({ now: () => Date.now() });
  const timers = createTimers(300, clock);
  const done: string[] = [];
  const note = (what: string) => async (): Promise<void> => {
    done.push(what);
  };
  return { clock, timers, done, note };
};

describe('an alarm', () => {
  test('rings when the time has come by itself, once', () => {
    const { clock, timers, done, note } = setUp();
    timers.at(clock.now() + 1000, note('a'));
    jest.advanceTimersByTime(999);
    expect(done).toEqual([]);
    jest.advanceTimersByTime(5000);
    expect(done).toEqual(['a']);
  });

  test('rings when the clock is moved beyond it, once', () => {
    const { clock, timers, done, note } = setUp();
    timers.at(clock.now() + 1000, note('a'));
    clock.advance(999);
    expect(done).toEqual([]);
    clock.advance(1);
    clock.advance(10_000);
    jest.advanceTimersByTime(10_000);
    expect(done).toEqual(['a']);
  });

  test('waits longer after the clock was moved back', () => {
    const { clock, timers, done, note } = setUp();
    timers.at(clock.now() + 1000, note('a'));
    clock.moveTo(clock.now() - 5000);
    jest.advanceTimersByTime(5999);
    expect(done).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(done).toEqual(['a']);
  });

  test('that was called off, or stopped with the rest, does not ring', () => {
    const { clock, timers, done, note } = setUp();
    timers.at(clock.now() + 1000, note('a'))();
    timers.at(clock.now() + 1000, note('b'));
    timers.later(note('c'));
    timers.stop();
    clock.advance(2000);
    jest.advanceTimersByTime(2000);
    expect(done).toEqual([]);
  });

  test('of a time that is past rings at once', () => {
    const { clock, timers, done, note } = setUp();
    timers.at(clock.now() - 1, note('a'));
    expect(done).toEqual(['a']);
  });
});
