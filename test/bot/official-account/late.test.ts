import { describe, expect, test } from '@jest/globals';
import { type Addressee } from '../../../bot/official-account/late.js';
import { type Outgoing } from '../../../bot/official-account/puppet.js';
import { textFrom, whoIs } from '../../support/people.js';
import { hello, opened, setUp, success } from './set-up.js';

const from = (openid: string, id: number, text: string) => textFrom(openid, id, text);
const settled = () => new Promise((done) => setTimeout(done, 5));

/** A line on which the first message's turn is late; all others answer at once with `answer` and their number. */
async function lateTurn(
  options: {
    sendLater?: (to: Addressee, text: string) => Promise<boolean>;
    answer?: (n: number) => string | null;
  } = {},
) {
  let end: (outgoing: Outgoing | null) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const first = new Promise<Outgoing | null>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  let count = 0;
  const answer = options.answer ?? ((n: number) => `answer ${String(n)}`);
  const line = setUp({
    ...options,
    receive: async () => {
      count += 1;
      return count === 1 ? first : answer(count);
    },
  });
  const slow = line.sealed(hello);
  while (line.timers.length === 0) await settled();
  line.timers[0]?.fire();
  expect(opened(await slow)).toContain('slow');
  const ends = async (text: string | null, secret = false): Promise<void> => {
    end(text === null ? null : { text, secret });
    await settled();
  };
  const says = async (id: number, openid = 'oA'): Promise<string> =>
    opened(await line.sealed(from(openid, id, 'x')));
  return { ...line, ends, says, fail };
}

describe('what a late turn has to say', () => {
  test('is sent where it can be, and not said again', async () => {
    const sent: unknown[] = [];
    const sendLater = async (to: Addressee, text: string) => sent.push([to, text]) > 0;
    const { ends, says } = await lateTurn({ sendLater });
    await ends('at last');
    expect(sent).toEqual([[{ openid: 'oA', handle: whoIs('oA').handle, act: 'message' }, 'at last']]);
    expect(await says(2)).not.toContain('at last');
  });

  test('comes before the next answer where it cannot be sent', async () => {
    const { ends, says } = await lateTurn({ sendLater: async () => false });
    await ends('at last');
    expect(await says(2)).toContain('[CDATA[at last\n\nanswer 2]]');
    expect(await says(3)).not.toContain('at last');
  });

  test('comes before the next answer of the same person only', async () => {
    const { ends, says } = await lateTurn();
    await ends('at last');
    expect(await says(2, 'oB')).not.toContain('at last');
    expect(await says(3)).toContain('at last');
  });

  test('is never sent when it is secret: it waits for the person', async () => {
    const sent: unknown[] = [];
    const { ends, says } = await lateTurn({ sendLater: async (_to, text) => sent.push(text) > 0 });
    await ends('receipt', true);
    expect(sent).toEqual([]);
    expect(await says(2)).toContain('receipt');
  });

  test('is not said twice when the next answer says it too', async () => {
    const { ends, says } = await lateTurn({ answer: () => 'once more: at last' });
    await ends('at last');
    expect(await says(2)).toContain('[CDATA[once more: at last]]');
  });

  test('is the answer when there is no other', async () => {
    const { ends, says } = await lateTurn({ answer: () => null });
    await ends('at last');
    expect(await says(2)).toContain('[CDATA[at last]]');
  });

  test('gives way when both are too long for one message', async () => {
    const { ends, says } = await lateTurn({ answer: () => 'x'.repeat(1500) });
    await ends('y'.repeat(600));
    const next = await says(2);
    expect(next).toContain('x'.repeat(1500));
    expect(next).not.toContain('yy');
  });

  test('is forgotten after ten minutes', async () => {
    const { ends, says, time } = await lateTurn();
    await ends('at last');
    time.now += 600_000;
    expect(await says(2)).toContain('[CDATA[answer 2]]');
  });

  test('nothing is nothing', async () => {
    const sent: unknown[] = [];
    const { ends, says } = await lateTurn({ sendLater: async (_to, text) => sent.push(text) > 0 });
    await ends(null);
    expect(await says(2)).toContain('[CDATA[answer 2]]');
    expect(sent).toEqual([]);
  });

  test('goes to a repeated delivery that waits for it, and nowhere else', async () => {
    const sent: unknown[] = [];
    const { ends, says, sealed } = await lateTurn({
      sendLater: async (_to, text) => sent.push(text) > 0,
    });
    const again = sealed(hello);
    await settled();
    await ends('at last');
    expect(opened(await again)).toContain('at last');
    expect(await says(2)).not.toContain('at last');
    expect(sent).toEqual([]);
  });

  test('is nothing after an unfollow', async () => {
    const leave = {
      ...{ ToUserName: hello['ToUserName'] ?? '', FromUserName: 'oA', CreateTime: 1 },
      ...{ MsgType: 'event', Event: 'unsubscribe' },
    };
    const { ends, sealed } = await lateTurn();
    await ends('at last');
    expect(await sealed(leave)).toEqual(success);
  });

  test('that breaks, or cannot be sent for a broken reason, is logged', async () => {
    const one = await lateTurn();
    one.fail(new Error('broken turn'));
    await settled();
    expect(one.failures).toMatchObject([{ message: 'broken turn' }]);
    const two = await lateTurn({
      sendLater: async () => {
        throw new Error('broken send');
      },
    });
    await two.ends('at last');
    expect(two.failures).toMatchObject([{ message: 'broken send' }]);
  });

  test('of a tap, a menu click or a follow opens the shorter window', async () => {
    const acts: unknown[] = [];
    const line = setUp({
      receive: () => new Promise((end) => setTimeout(end, 30, 'late')),
      sendLater: async ({ act }) => acts.push(act) > 0,
    });
    const head = { ToUserName: hello['ToUserName'] ?? '', FromUserName: 'oA', CreateTime: 1 };
    const event = (Event: string, EventKey = '') => ({ ...head, MsgType: 'event', Event, EventKey });
    const all = [
      { ...hello, bizmsgmenuid: 'kind:a' },
      event('CLICK', 'report'),
      event('subscribe'),
      { ...head, MsgType: 'image', MediaId: 'M', MsgId: 9 },
    ];
    const answers = all.map((fields) => line.sealed(fields));
    while (line.timers.length < all.length) await settled();
    for (const timer of line.timers) timer.fire();
    await Promise.all(answers);
    await new Promise((done) => setTimeout(done, 60));
    expect(acts).toEqual(['tap', 'tap', 'tap', 'message']);
  });
});
