import { describe, expect, test } from '@jest/globals';
import { createPauseBegun } from '../../../domain/sending/pause-begun.js';
import type { SendState } from '../../../domain/sending/send.js';
import { sendsAt, someSend } from '../../support/sends.js';
import { arrivals, createWorld } from './set-up.js';

describe('a line that goes on after it was held', () => {
  test('has every send that had begun wait for a person, and leaves the others as they were', async () => {
    const { sends, clock } = createWorld();
    const begun = { ...someSend().progress, startedAt: sendsAt - 5 };
    const all: readonly SendState[] = ['waiting', 'sending', 'limited', 'checking', 'done', 'refused'];
    for (const state of all) await sends.insert(someSend({ id: state, state, progress: begun, resumeAt: 7 }));
    await sends.insert(someSend({ id: 'new', state: 'waiting' }));
    expect(await createPauseBegun({ sends, clock })()).toBe(3);
    const states = [...sends.stored.values()].map(({ id, state, reason, resumeAt }) => [
      id,
      state,
      reason,
      resumeAt,
    ]);
    expect(states).toEqual([
      ['waiting', 'paused', 'held', null],
      ['sending', 'paused', 'held', null],
      ['limited', 'paused', 'held', null],
      ['checking', 'checking', null, 7],
      ['done', 'done', null, 7],
      ['refused', 'refused', null, 7],
      ['new', 'waiting', null, null],
    ]);
  });

  test('from a backup made in the middle sends nothing of it until somebody resumes it', async () => {
    const world = createWorld({ people: 100 });
    const { id } = await world.begin();
    await world.worker()(10, () => world.asked.length > 30);
    await createPauseBegun(world)();
    const { length } = world.asked;
    await world.run();
    expect(world.asked).toHaveLength(length);
    await world.desk.resume(id);
    await world.run();
    expect(arrivals(world)).toEqual({ 1: 100 });
  });
});
