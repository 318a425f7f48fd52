import { describe, expect, test } from '@jest/globals';
import { whoIs } from '../../support/people.js';
import { hello, opened, setUp, success } from './set-up.js';

describe('time', () => {
  const never = () => new Promise<string | null>(() => undefined);
  const turnOf = (): { promise: Promise<string | null>; say: (text: string | null) => void } => {
    let say: (text: string | null) => void = () => undefined;
    const promise = new Promise<string | null>((resolve) => (say = resolve));
    return { promise, say };
  };

  test('a turn not ready after 4.2 s is answered for', async () => {
    const { sealed, timers } = setUp({ receive: never });
    const answer = sealed(hello);
    while (timers.length === 0) await new Promise(setImmediate);
    expect(timers[0]?.ms).toBe(4200);
    timers[0]?.fire();
    expect(opened(await answer)).toContain(`[CDATA[slow ${whoIs('oA').handle}]]`);
  });

  test('an answer in time cancels the timer', async () => {
    const { sealed, timers } = setUp();
    await sealed(hello);
    expect(timers).toMatchObject([{ cancelled: true }]);
  });

  test('a duplicate of a running turn waits for the same answer', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const [first, second] = [sealed(hello), sealed(hello)];
    while (timers.length < 2) await new Promise(setImmediate);
    turn.say('once');
    expect([opened(await first), opened(await second)]).toEqual([
      expect.stringContaining('once'),
      expect.stringContaining('once'),
    ]);
    expect(heard).toHaveLength(1);
  });

  test('a duplicate of a turn that was too slow gets what the turn says at last', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const first = sealed(hello);
    while (timers.length < 1) await new Promise(setImmediate);
    timers[0]?.fire();
    expect(opened(await first)).toContain('slow');
    const second = sealed(hello);
    while (timers.length < 2) await new Promise(setImmediate);
    turn.say('at last');
    expect(opened(await second)).toContain('at last');
    expect(heard).toHaveLength(1);
  });

  test('a repeat after the turn has ended is a turn of its own: the session knows it', async () => {
    const { sealed, heard } = setUp();
    await sealed(hello);
    await sealed(hello);
    expect(heard).toHaveLength(2);
  });

  test('the same id from two people is two turns', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const answers = [sealed(hello), sealed({ ...hello, FromUserName: 'oB' })];
    while (timers.length < 2) await new Promise(setImmediate);
    expect(heard).toHaveLength(2);
    turn.say(null);
    expect(await Promise.all(answers)).toEqual([success, success]);
  });
});
