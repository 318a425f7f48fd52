import { describe, expect, test } from '@jest/globals';
import { allowance, displacedBy, type PlannedSend } from '../../../domain/notices/budget.js';

const article = (id: string, at: number): PlannedSend => ({ kind: 'article', id, at });
const notice = (id: string, at: number): PlannedSend => ({ kind: 'notice', id, at });
const month = (sent: number, ...planned: readonly PlannedSend[]) => ({
  ...{ period: '2027-04', most: 4, sent, planned },
});

describe('what an account may send', () => {
  test.each([
    ['service', { period: '2027-04', most: 4 }],
    ['unknown', { period: '2027-04', most: 4 }],
    ['subscription', { period: '2027-04-15', most: 1 }],
    ['none', { period: '2027-04', most: 0 }],
  ] as const)('%s: %j', (kind, expected) => {
    expect(allowance(kind, '2027-04-15')).toEqual(expected);
  });
});

describe('one more', () => {
  test('has room up to the last unit', () => {
    const three = month(1, article('a', 1), article('b', 9));
    expect(displacedBy(notice('n', 5), three)).toBeNull();
    expect(displacedBy(notice('n', 5), month(3))).toBeNull();
  });

  test('displaces the latest of the month', () => {
    const full = month(1, article('a', 1), notice('b', 9), article('c', 8));
    expect(displacedBy(notice('n', 5), full)).toEqual([notice('b', 9)]);
  });

  test('displaces nothing where it would be the last itself', () => {
    const full = month(2, article('a', 1), article('b', 2));
    expect(displacedBy(notice('n', 5), full)).toEqual([]);
    expect(displacedBy(notice('n', 5), month(4))).toEqual([]);
    expect(displacedBy(notice('n', 5), month(7))).toEqual([]);
  });

  test('is not counted twice when it is planned already and moves', () => {
    const full = month(1, article('a', 1), notice('n', 3), article('c', 8));
    expect(displacedBy(notice('n', 9), full)).toBeNull();
    // another thing of the same id is another thing
    expect(displacedBy(article('n', 9), full)).toEqual([]);
  });

  test('is not blamed for what was too many before', () => {
    const over = month(3, article('a', 1), article('b', 2), article('c', 3));
    expect(displacedBy(notice('n', 0), over)).toEqual([article('a', 1)]);
  });
});
