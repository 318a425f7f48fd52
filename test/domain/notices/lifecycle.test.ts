import { describe, expect, test } from '@jest/globals';
import {
  after,
  occurrenceStates,
  stepsFrom,
  type OccurrenceState,
  type OccurrenceStep,
} from '../../../domain/notices/lifecycle.js';

const arrows: readonly (readonly [OccurrenceState, OccurrenceStep, OccurrenceState])[] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'submit', 'in_review'],
  ['draft', 'reschedule', 'draft'],
  ['draft', 'move', 'draft'],
  ['draft', 'miss', 'missed'],
  ['draft', 'cancel', 'cancelled'],
  ['in_review', 'return', 'draft'],
  ['in_review', 'approve', 'scheduled'],
  ['in_review', 'move', 'draft'],
  ['in_review', 'miss', 'missed'],
  ['in_review', 'cancel', 'cancelled'],
  ['scheduled', 'reschedule', 'scheduled'],
  ['scheduled', 'unschedule', 'draft'],
  ['scheduled', 'move', 'draft'],
  ['scheduled', 'hold', 'about_to_go'],
  ['scheduled', 'miss', 'missed'],
  ['scheduled', 'cancel', 'cancelled'],
  ['about_to_go', 'stop', 'draft'],
  ['about_to_go', 'move', 'draft'],
  ['about_to_go', 'go', 'going'],
  ['about_to_go', 'miss', 'missed'],
  ['going', 'pause', 'paused'],
  ['going', 'finish', 'done'],
  ['going', 'fall_short', 'partly_done'],
  ['going', 'doubt', 'in_doubt'],
  ['going', 'refuse', 'refused'],
  ['going', 'miss', 'missed'],
  ['going', 'cancel', 'cancelled'],
  ['paused', 'resume', 'going'],
  ['paused', 'finish', 'done'],
  ['paused', 'fall_short', 'partly_done'],
  ['paused', 'doubt', 'in_doubt'],
  ['paused', 'refuse', 'refused'],
  ['paused', 'miss', 'missed'],
  ['paused', 'cancel', 'cancelled'],
  ['partly_done', 'retry', 'going'],
  ['in_doubt', 'retry', 'going'],
  ['refused', 'retry', 'going'],
  ['missed', 'reopen', 'draft'],
  ['cancelled', 'reopen', 'draft'],
];

describe('the lifecycle of an occurrence', () => {
  test.each(arrows)('%s, %s: %s', (from, step, to) => {
    expect(after(from, step)).toBe(to);
  });

  test('has no other arrow', () => {
    const all = occurrenceStates.flatMap((from) => stepsFrom(from).map((step) => `${from} ${step}`));
    expect(all.sort()).toEqual(arrows.map(([from, step]) => `${from} ${step}`).sort());
  });

  test('every state can be reached from a draft', () => {
    const reached = new Set<OccurrenceState>(['draft']);
    for (const from of reached)
      for (const step of stepsFrom(from)) {
        const to = after(from, step);
        if (to !== null) reached.add(to);
      }
    expect([...reached].sort()).toEqual([...occurrenceStates].sort());
  });

  test('nothing goes out that nobody approved: each way to `going` leads over `approve`', () => {
    const reached = new Set<OccurrenceState>(['draft']);
    for (const from of reached)
      for (const step of stepsFrom(from)) {
        const to = step === 'approve' ? null : after(from, step);
        if (to !== null) reached.add(to);
      }
    expect([...reached].sort()).toEqual(['cancelled', 'draft', 'in_review', 'missed']);
  });
});
