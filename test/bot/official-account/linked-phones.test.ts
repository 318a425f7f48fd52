import { describe, expect, jest, test } from '@jest/globals';
import { createCallback } from '../../../bot/official-account/callback.js';
import { type Inbound } from '../../../bot/official-account/puppet.js';
import { sealPush } from '../../../wechat/envelope.js';
import { buildXml, parseXml, textOf, type WritableFields } from '../../../wechat/xml.js';
import { account, whoIs } from '../../support/people.js';
import { v6 } from '../../wechat/vectors.js';
import { cipher, now, opened, stamp, success } from './set-up.js';

type Linked = (code: string, openid: string) => Promise<string | null>;
type Unfollowed = (openid: string) => Promise<void>;

/** A callback that remembers who met the account in the hooks, the bot and the log. */
function setUp({ linked, unfollowed }: { linked?: Linked | null; unfollowed?: Unfollowed } = {}) {
  const hook = jest.fn<Linked>(linked ?? (async () => 'linked'));
  const left = jest.fn<Unfollowed>(unfollowed ?? (async () => undefined));
  const heard: Inbound[] = [];
  const failures: unknown[] = [];
  const identify = jest.fn(whoIs);
  const told = jest.fn();
  const sendLater = jest.fn(async () => false);
  const callback = createCallback({
    account: { ...account, mode: 'safe' },
    clock: { now: () => now },
    random: (bytes) => new Uint8Array(bytes).fill(0x11),
    after: () => () => undefined,
    puppet: {
      receive: async (inbound) => {
        heard.push(inbound);
        return { text: 'bot', secret: false };
      },
    },
    ...(linked === null ? {} : { linked: hook }),
    ...{ unfollowed: left, identify, told, sendLater },
    slowText: () => 'slow',
    failed: (error) => {
      failures.push(error);
      return 'sorry';
    },
  });
  const deliver = (fields: WritableFields) => {
    const event = { CreateTime: 1700000000, MsgType: 'event', ...fields };
    const xml = buildXml({ ToUserName: account.originalId, FromUserName: 'oA', ...event });
    const push = sealPush(xml, cipher, stamp, v6.random16, account.originalId);
    const query = new URLSearchParams(push.query).toString();
    return callback({ method: 'POST', query, body: async () => Buffer.from(push.body) });
  };
  /** What the person reads. */
  const happens = async (fields: WritableFields): Promise<string> =>
    textOf(parseXml(opened(await deliver(fields))) ?? {}, 'Content') ?? '';
  return { deliver, happens, hook, left, heard, failures, identify, told, sendLater };
}

const scan = { Event: 'SCAN', EventKey: 'link:the-code', Ticket: 'T' };
const follow = { Event: 'subscribe', EventKey: 'qrscene_link:the-code', Ticket: 'T' };

describe('a link code', () => {
  test.each([
    ['that a follower scans', scan],
    ['that made somebody follow', follow],
  ])('%s goes to the hook with the account, is answered by it, and goes no further', async (_what, event) => {
    const { happens, hook, heard, failures, identify, told, sendLater } = setUp();
    expect(await happens(event)).toBe('linked');
    expect(hook.mock.calls).toEqual([['the-code', 'oA']]);
    expect([heard, failures]).toEqual([[], []]);
    for (const other of [identify, told, sendLater]) expect(other).not.toHaveBeenCalled();
  });

  test('is answered with nothing where the hook says nothing', async () => {
    const { deliver, heard } = setUp({ linked: async () => null });
    expect(await deliver(scan)).toEqual(success);
    expect(heard).toEqual([]);
  });

  test('without its code is the hook’s to judge', async () => {
    const { happens, hook } = setUp();
    await happens({ Event: 'SCAN', EventKey: 'link:' });
    expect(hook.mock.calls).toEqual([['', 'oA']]);
  });

  test('delivered again while the first is under way is taken once, and answered twice', async () => {
    let say: (text: string) => void = () => undefined;
    const { happens, hook } = setUp({ linked: () => new Promise((resolve) => (say = resolve)) });
    const both = [happens(scan), happens(scan)];
    while (hook.mock.calls.length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    say('at last');
    expect(await Promise.all(both)).toEqual(['at last', 'at last']);
    expect(hook).toHaveBeenCalledTimes(1);
  });

  test('delivered again afterwards is asked again, and so is one of another account', async () => {
    const { happens, hook } = setUp();
    await happens(scan);
    await happens(scan);
    await happens({ ...scan, FromUserName: 'oB' });
    expect(hook.mock.calls.map(([, openid]) => openid)).toEqual(['oA', 'oA', 'oB']);
  });

  test('that fails is apologised for, and no turn begins', async () => {
    const { happens, heard, failures } = setUp({ linked: () => Promise.reject(new Error('lost')) });
    expect([await happens(scan), await happens(scan)]).toEqual(['sorry', 'sorry']);
    expect([heard, failures]).toEqual([[], [new Error('lost'), new Error('lost')]]);
  });

  test('is a poster like others where nobody takes link codes', async () => {
    const { happens, heard } = setUp({ linked: null });
    expect(await happens(scan)).toBe('bot');
    expect(heard.map(({ said }) => said)).toEqual([{ e: 'follow' }]);
  });
});

describe('what is no link code', () => {
  test.each<WritableFields>([
    { Event: 'SCAN', EventKey: 'linked:x' },
    { Event: 'SCAN', EventKey: 'report' },
    { Event: 'SCAN', EventKey: 'qrscene_link:x' },
    { Event: 'subscribe', EventKey: 'link:x' },
    { Event: 'subscribe', EventKey: '' },
    { Event: 'CLICK', EventKey: 'link:x' },
    { MsgType: 'text', Content: 'link:x', MsgId: 1 },
    { MsgType: 'text', Content: 'x', MsgId: 1, Event: 'SCAN', EventKey: 'link:x' },
  ])('%j goes to the bot', async (event) => {
    const { happens, hook, heard } = setUp();
    expect(await happens(event)).toBe('bot');
    expect(hook).not.toHaveBeenCalled();
    expect(heard).toHaveLength(1);
  });
});

describe('an account that leaves', () => {
  test.each([
    ['unsubscribe', { Event: 'unsubscribe' }],
    [
      'user_authorization_revoke',
      { FromUserName: 'platform', Event: 'user_authorization_revoke', OpenID: 'oA' },
    ],
  ])('%s is told to the hook beside the bot', async (_name, event) => {
    const { deliver, left, heard } = setUp();
    expect(await deliver(event)).toEqual(success);
    expect(left.mock.calls).toEqual([['oA']]);
    expect(heard.map(({ said }) => said)).toEqual([{ e: 'leave' }]);
  });

  test('leaves the bot too where the hook fails, and nothing is said', async () => {
    const { deliver, heard, failures } = setUp({ unfollowed: () => Promise.reject(new Error('lost')) });
    expect(await deliver({ Event: 'unsubscribe' })).toEqual(success);
    expect([heard.length, failures]).toEqual([1, [new Error('lost')]]);
  });

  test('nothing else is told to the hook', async () => {
    const { happens, left } = setUp();
    for (const event of [scan, follow, { Event: 'subscribe' }, { Event: 'VIEW', EventKey: 'x' }])
      await happens(event);
    expect(left).not.toHaveBeenCalled();
  });
});
