import { describe, expect, test } from '@jest/globals';
import { open, take, type Allowance } from '../../simulator/state/windows.js';

const minute = 60_000;
const spend = (allowances: readonly Allowance[], times: number, now: number): (number | 'sent')[] => {
  const results: (number | 'sent')[] = [];
  let left = allowances;
  for (let i = 0; i < times; i += 1) {
    const result = take(left, now);
    if ('left' in result) left = result.left;
    results.push('left' in result ? 'sent' : result.refused);
  }
  return results;
};

describe('the windows of customer messages', () => {
  test('a message opens five, the sixth is too many', () => {
    expect(spend(open([], 'message', 0), 6, 1)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 45047]);
  });
  test('a click opens three for a minute', () => {
    expect(spend(open([], 'click', 0), 4, minute - 1)).toEqual(['sent', 'sent', 'sent', 45047]);
    expect(spend(open([], 'click', 0), 1, minute)).toEqual([45015]);
  });
  test('nothing is open for someone who never wrote', () => {
    expect(spend([], 1, 0)).toEqual([45015]);
  });
  test('a message’s window ends after 48 hours', () => {
    const opened = open([], 'message', 0);
    expect(spend(opened, 1, 48 * 60 * minute - 1)).toEqual(['sent']);
    expect(spend(opened, 1, 48 * 60 * minute)).toEqual([45015]);
  });
  test('kinds are counted apart: a message and a click give eight', () => {
    const both = open(open([], 'message', 0), 'click', 0);
    expect(spend(both, 9, 1).filter((result) => result === 'sent')).toHaveLength(8);
  });
  test('the window that ends first is used first', () => {
    const result = take(open(open([], 'message', 0), 'click', 0), 1);
    expect('left' in result && result.left.map((a) => [a.opened, a.remaining])).toEqual([
      ['click', 2],
      ['message', 5],
    ]);
  });
  test('a second message starts its five again, it does not add to them', () => {
    const first = take(open([], 'message', 0), 1);
    expect(spend('left' in first ? open(first.left, 'message', 2) : [], 6, 3).at(-1)).toBe(45047);
  });
});
