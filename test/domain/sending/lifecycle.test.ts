import { describe, expect, test } from '@jest/globals';
import {
  after,
  isTerminal,
  personStepsOf,
  statesFor,
  stepsFrom,
  underWay,
  type SendStep,
} from '../../../domain/sending/lifecycle.js';
import { type SendState, sendStates } from '../../../domain/sending/send.js';

const arrows: readonly (readonly [SendState, SendStep, SendState])[] = [
  ['waiting', 'take', 'sending'],
  ['waiting', 'pause', 'paused'],
  ['waiting', 'cancel', 'cancelled'],
  ['waiting', 'limit', 'limited'],
  ['waiting', 'miss', 'missed'],
  ['waiting', 'refuse', 'refused'],
  ['sending', 'take', 'sending'],
  ['sending', 'pause', 'paused'],
  ['sending', 'cancel', 'cancelled'],
  ['sending', 'limit', 'limited'],
  ['sending', 'await_admin', 'awaiting_admin'],
  ['sending', 'check', 'checking'],
  ['sending', 'finish', 'done'],
  ['sending', 'doubt', 'in_doubt'],
  ['sending', 'miss', 'missed'],
  ['sending', 'refuse', 'refused'],
  ['paused', 'resume', 'waiting'],
  ['paused', 'cancel', 'cancelled'],
  ['paused', 'miss', 'missed'],
  ['limited', 'take', 'sending'],
  ['limited', 'pause', 'paused'],
  ['limited', 'cancel', 'cancelled'],
  ['limited', 'miss', 'missed'],
  ['awaiting_admin', 'check', 'checking'],
  ['awaiting_admin', 'finish', 'done'],
  ['awaiting_admin', 'refuse', 'refused'],
  ['awaiting_admin', 'doubt', 'in_doubt'],
  ['checking', 'finish', 'done'],
  ['checking', 'refuse', 'refused'],
  ['checking', 'doubt', 'in_doubt'],
  ['in_doubt', 'confirm', 'done'],
  ['in_doubt', 'deny', 'refused'],
  ['refused', 'retry', 'waiting'],
];

describe('the table of a send', () => {
  test.each(arrows)('%s, %s: %s', (state, step, next) => {
    expect(after(state, step)).toBe(next);
  });

  test('has no other arrows', () => {
    const all = sendStates.flatMap((state) =>
      stepsFrom(state).map((step) => [state, step, after(state, step)]),
    );
    expect(all).toHaveLength(arrows.length);
  });

  test('leads each step to one state alone, wherever it begins', () => {
    const steps = new Set(arrows.map(([, step]) => step));
    for (const step of steps)
      expect(new Set(statesFor(step).map((state) => after(state, step)))).toHaveProperty('size', 1);
  });

  test('ends where all are through, where a person ended it, and where its window did', () => {
    expect(sendStates.filter(isTerminal)).toEqual(['done', 'cancelled', 'missed']);
  });

  test('comes to an end from every state, and nothing that is over goes on by itself', () => {
    const reach = (state: SendState, seen = new Set<SendState>()): Set<SendState> => {
      if (seen.has(state)) return seen;
      seen.add(state);
      for (const step of stepsFrom(state)) reach(after(state, step) ?? state, seen);
      return seen;
    };
    for (const state of sendStates) expect([...reach(state)].some(isTerminal)).toBe(true);
    expect(underWay.some(isTerminal)).toBe(false);
  });
});

describe('what a person can do', () => {
  const steps = (state: SendState, changes: { way?: 'mass' | 'account'; now?: number } = {}) =>
    personStepsOf({ way: changes.way ?? 'account', state, until: 100 }, changes.now ?? 50);

  test.each([
    ['waiting', ['pause', 'cancel']],
    ['sending', ['pause', 'cancel']],
    ['paused', ['resume', 'cancel']],
    ['limited', ['pause', 'cancel']],
    ['awaiting_admin', []],
    ['checking', []],
    ['done', []],
    ['cancelled', []],
    ['missed', []],
    ['in_doubt', ['settle']],
    ['refused', ['retry']],
  ] as const)('with one that is %s: %j', (state, expected) => {
    expect(steps(state)).toEqual(expected);
  });

  test('nothing goes on or is offered again after its window, and a settled doubt needs none', () => {
    expect(steps('paused', { now: 100 })).toEqual(['cancel']);
    expect(steps('refused', { now: 100 })).toEqual([]);
    expect(steps('in_doubt', { now: 100 })).toEqual(['settle']);
  });

  test('a mass send that is being handed over cannot be called back', () => {
    expect(steps('sending', { way: 'mass' })).toEqual([]);
    expect(steps('waiting', { way: 'mass' })).toEqual(['pause', 'cancel']);
  });
});
