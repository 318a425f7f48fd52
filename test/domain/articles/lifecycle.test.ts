import { describe, expect, test } from '@jest/globals';
import {
  after,
  articleStates,
  stepsFrom,
  type ArticleState,
  type ArticleStep,
} from '../../../domain/articles/lifecycle.js';

/** Every arrow there is, written out once more: a change of the table has to be meant. */
const arrows: readonly (readonly [ArticleState, ArticleStep, ArticleState])[] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'submit', 'in_review'],
  ['draft', 'withdraw', 'withdrawn'],
  ['in_review', 'return', 'draft'],
  ['in_review', 'approve', 'scheduled'],
  ['scheduled', 'reschedule', 'scheduled'],
  ['scheduled', 'unschedule', 'draft'],
  ['scheduled', 'hold', 'about_to_go'],
  ['about_to_go', 'stop', 'draft'],
  ['about_to_go', 'refuse', 'refused'],
  ['about_to_go', 'go', 'submitted'],
  ['submitted', 'await_admin', 'awaiting_admin'],
  ['submitted', 'check', 'checking'],
  ['submitted', 'confirm', 'published'],
  ['submitted', 'fall_short', 'partly_published'],
  ['submitted', 'doubt', 'in_doubt'],
  ['awaiting_admin', 'check', 'checking'],
  ['awaiting_admin', 'confirm', 'published'],
  ['awaiting_admin', 'fall_short', 'partly_published'],
  ['awaiting_admin', 'doubt', 'in_doubt'],
  ['checking', 'confirm', 'published'],
  ['checking', 'fall_short', 'partly_published'],
  ['checking', 'doubt', 'in_doubt'],
  ['published', 'edit', 'draft'],
  ['published', 'withdraw', 'withdrawn'],
  ['refused', 'edit', 'draft'],
  ['partly_published', 'edit', 'draft'],
  ['partly_published', 'retry', 'submitted'],
  ['partly_published', 'confirm', 'published'],
  ['partly_published', 'withdraw', 'withdrawn'],
  ['in_doubt', 'confirm', 'published'],
  ['in_doubt', 'fall_short', 'partly_published'],
  ['withdrawn', 'edit', 'draft'],
];

describe('the lifecycle of an article', () => {
  test.each(arrows)('%s, %s: %s', (from, step, to) => {
    expect(after(from, step)).toBe(to);
  });

  test('has no other arrow', () => {
    const all = articleStates.flatMap((from) => stepsFrom(from).map((step) => `${from} ${step}`));
    expect(all.sort()).toEqual(arrows.map(([from, step]) => `${from} ${step}`).sort());
  });

  test('every state can be reached from a draft, and none is without a way on', () => {
    const reached = new Set<ArticleState>(['draft']);
    for (const from of reached)
      for (const step of stepsFrom(from)) {
        const to = after(from, step);
        if (to !== null) reached.add(to);
      }
    expect([...reached].sort()).toEqual([...articleStates].sort());
    expect(articleStates.filter((state) => stepsFrom(state).length === 0)).toEqual([]);
  });
});
