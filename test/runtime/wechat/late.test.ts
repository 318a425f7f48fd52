import { describe, expect, test } from '@jest/globals';
import type { Addressee } from '../../../bot/official-account/late.js';
import { createLog } from '../../../runtime/log/log.js';
import { createSendLater } from '../../../runtime/wechat/late.js';
import { createOfficialAccountClient } from '../../../wechat/client.js';
import { TransportError } from '../../../wechat/requester.js';
import { bodyOf, createPlatform, ok, refusal, type Scripted } from '../../wechat/platform.js';

const to = { openid: 'oA', handle: 'the-handle', act: 'message' } as unknown as Addressee;

/** An account that may do everything; `answers` are what its customer messages are answered. */
async function setUp(...answers: Scripted[]) {
  const platform = createPlatform();
  const client = createOfficialAccountClient({ ...platform.options, pictureBase: 'http://mp.test' });
  await client.capabilities.read();
  platform.asked.length = 0;
  platform.script = answers;
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  return { platform, client, lines, send: createSendLater(client, log) };
}

describe('a late word', () => {
  test('is a customer message to the person', async () => {
    const { platform, send } = await setUp(ok);
    expect(await send(to, '第2题')).toBe(true);
    expect(bodyOf(platform)).toEqual({ touser: 'oA', msgtype: 'text', text: { content: '第2题' } });
  });

  test('in doubt is not said again, and is listed without person or words', async () => {
    const { platform, send, lines } = await setUp(new TransportError('timeout', 'unknown'));
    expect(await send(to, 'secret words')).toBe(true);
    expect(platform.asked).toHaveLength(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('wechat.in_doubt');
    expect(lines[0]).not.toMatch(/oA|secret|handle/);
  });

  test.each<[string, Scripted]>([
    ['that never left', new TransportError('unreachable', 'no')],
    ['that the window refuses', refusal(45015)],
  ])('%s waits for the person', async (_name, answer) => {
    const { send } = await setUp(answer);
    expect(await send(to, 'x')).toBe(false);
  });

  test('an account that turns out to have no permission is not asked again', async () => {
    const { platform, send } = await setUp(refusal(48001));
    expect(await send(to, 'x')).toBe(false);
    platform.script = [ok];
    expect(await send(to, 'x')).toBe(false);
    expect(platform.asked).toHaveLength(1);
  });

  test('a tap lets three go, then the next act opens the window again', async () => {
    const { platform, client, send } = await setUp(ok);
    const tapped = { ...to, act: 'tap' } as const;
    await send(tapped, 'x');
    expect(client.windows.left(to.handle)).toBe(2);
    await send(to, 'x');
    expect(client.windows.left(to.handle)).toBe(6);
    expect(platform.asked).toHaveLength(2);
  });
});
