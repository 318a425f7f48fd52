import { describe, expect, test } from '@jest/globals';
import { createCustom } from '../../wechat/custom.js';
import { TransportError } from '../../wechat/requester.js';
import { createWindows } from '../../wechat/windows.js';
import { bodyOf, createPlatform, ok, refusal } from './platform.js';

const minute = 60_000;
const hour = 60 * minute;

describe('windows', () => {
  const setUp = (most?: number) => {
    const state = { now: 0 };
    return { state, windows: createWindows(() => state.now, most) };
  };

  test('a message opens five for 48 hours, a tap three for a minute, each for itself', () => {
    const { state, windows } = setUp();
    expect(windows.left('h')).toBeNull();
    windows.acted('h', 'message');
    expect(windows.left('h')).toBe(5);
    windows.acted('h', 'tap');
    expect(windows.left('h')).toBe(8);
    state.now = minute;
    expect(windows.left('h')).toBe(5);
    state.now = 48 * hour;
    expect(windows.left('h')).toBe(0);
  });

  test('what ends first is taken first, and a new message opens five, not ten', () => {
    const { state, windows } = setUp();
    windows.acted('h', 'message');
    windows.acted('h', 'tap');
    windows.took('h');
    state.now = minute;
    expect(windows.left('h')).toBe(5);
    windows.took('h');
    expect(windows.left('h')).toBe(4);
    windows.acted('h', 'message');
    expect(windows.left('h')).toBe(5);
  });

  test('the longest silent are forgotten first', () => {
    const { windows } = setUp(2);
    for (const key of ['a', 'b', 'a', 'c']) windows.acted(key, 'message');
    expect(['a', 'b', 'c'].map((key) => windows.left(key))).toEqual([5, null, 5]);
  });
});

describe('customer messages', () => {
  const to = { openid: 'oU', key: 'h' };
  const setUp = () => {
    const platform = createPlatform();
    const windows = createWindows(() => platform.now);
    return { platform, windows, custom: createCustom(platform.api, windows) };
  };
  test('text, picture and menu go out in the platform’s form', async () => {
    const { platform, custom } = setUp();
    expect(await custom.text(to, '你好')).toEqual({ outcome: 'sent', id: '' });
    expect(bodyOf(platform)).toEqual({ touser: 'oU', msgtype: 'text', text: { content: '你好' } });
    await custom.image(to, 'M');
    expect(bodyOf(platform)).toEqual({ touser: 'oU', msgtype: 'image', image: { media_id: 'M' } });
    await custom.menu(to, { head: '1 满意', items: [{ id: '101', words: '满意' }], tail: '' });
    expect(bodyOf(platform)).toEqual({
      touser: 'oU',
      msgtype: 'msgmenu',
      msgmenu: { head_content: '1 满意', list: [{ id: '101', content: '满意' }], tail_content: '' },
    });
  });

  test('five taps are one too many', () => {
    const { custom } = setUp();
    const items = Array.from({ length: 5 }, (_, n) => ({ id: String(n), words: 'x' }));
    expect(() => custom.menu(to, { head: '', items, tail: '' })).toThrow('at most 4 taps');
  });

  test('the sixth message in a window is refused without a call', async () => {
    const { platform, windows, custom } = setUp();
    windows.acted('h', 'message');
    for (let n = 0; n < 5; n += 1) expect((await custom.text(to, 'x')).outcome).toBe('sent');
    expect(await custom.text(to, 'x')).toMatchObject({ outcome: 'refused', error: { code: 45047 } });
    expect(platform.asked).toHaveLength(5);
  });

  test.each([45015, 45047])(
    '%i closes the window until the person acts, and is not retried',
    async (code) => {
      const { platform, windows, custom } = setUp();
      platform.script = [refusal(code)];
      expect(await custom.text(to, 'x')).toMatchObject({
        outcome: 'refused',
        error: { code, reaction: 'stop' },
      });
      expect((await custom.text(to, 'x')).outcome).toBe('refused');
      expect(platform.asked).toHaveLength(1);
      platform.script = [ok];
      windows.acted('h', 'tap');
      expect((await custom.text(to, 'x')).outcome).toBe('sent');
      expect(windows.left('h')).toBe(2);
    },
  );

  test('a message in doubt is counted, one that never left is not', async () => {
    const { platform, windows, custom } = setUp();
    windows.acted('h', 'message');
    platform.script = [new TransportError('timeout', 'unknown')];
    expect((await custom.text(to, 'x')).outcome).toBe('in-doubt');
    expect(windows.left('h')).toBe(4);
    platform.script = [new TransportError('unreachable', 'no')];
    expect((await custom.text(to, 'x')).outcome).toBe('not-sent');
    expect(windows.left('h')).toBe(4);
  });
});
