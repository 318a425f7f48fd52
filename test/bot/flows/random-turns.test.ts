import { expect, test } from '@jest/globals';
import { randomTurns } from '../../support/random-turns.js';

test.each(['national-security', 'integrity-line'])(
  '2,000 random turns on %s with failures, duplicates and re-orderings lose and double nothing',
  async (profile) => {
    const figures = await randomTurns({ turns: 2_000, seed: 20_261_122, profile });
    expect(figures.wrong.slice(0, 5).join('\n\n')).toBe('');
    expect(figures.failures).toBeGreaterThan(50);
    expect(figures.repeated).toBeGreaterThan(50);
    expect(figures.late).toBeGreaterThan(20);
    expect(figures.reports).toBeGreaterThan(2);
  },
  120_000,
);
