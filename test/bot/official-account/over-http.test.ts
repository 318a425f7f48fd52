/** The contract of the platform, item by item, over HTTP. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Input } from '../../../bot/dialogue/types.js';
import { sampleOfficialAccount } from '../../../simulator/account.js';
import { type MiniProgramClient, type OfficialAccountClient } from '../../../wechat/client.js';
import { type Json, startWholeLine, type WholeLine } from './whole-line.js';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const pixel = Buffer.from(png, 'base64');

let line: WholeLine;
let inputs: Input[] = [];
let turn: (input: Input) => Promise<string | null>;
let client: OfficialAccountClient;
let miniProgram: MiniProgramClient;

beforeAll(async () => {
  line = await startWholeLine((input) => {
    inputs.push(input);
    return turn(input);
  });
});
afterAll(() => line.close());
beforeEach(() => {
  inputs = [];
  turn = async (input) => (input.t === 'text' ? `echo ${input.text}` : input.t);
  ({ client, miniProgram } = line.clients());
});
afterEach(() => line.control('DELETE', '/faults'));

const control = (method: string, path: string, body?: object): Promise<Json> =>
  line.control(method, path, body);
async function follower(): Promise<string> {
  const { openid } = await control('POST', '/users', {});
  inputs = [];
  return openid as string;
}
const act = (openid: string, body: object): Promise<Json> =>
  control('POST', `/users/${openid}/messages`, body);
const say = (openid: string, content: string): Promise<Json> => act(openid, { type: 'text', content });
const outbox = async (openid: string): Promise<readonly Json[]> =>
  (await control('GET', `/users/${openid}/outbox`)) as unknown as readonly Json[];
const fault = (kind: string, more: object = {}): Promise<Json> =>
  control('POST', '/faults', { kind, times: 1, ...more });
const textIn = (answer: unknown): unknown => {
  const found = answer as { content?: unknown; text?: unknown } | null;
  return found?.content ?? found?.text ?? found;
};

describe('what is pushed', () => {
  test('the handshake is answered', async () => {
    expect(JSON.stringify(await control('POST', '/handshake'))).toMatch(/true|ok/);
  });

  test('a text is answered in the account’s mode, as the person sees it', async () => {
    const openid = await follower();
    const { attempts, answer } = await say(openid, 'a]]>b 🙂');
    expect(attempts).toBe(1);
    expect(textIn(answer)).toBe('echo a]]>b 🙂');
  });

  test('a place, a picture, a voice message, a menu click and an unfollow arrive as what they are', async () => {
    const openid = await follower();
    await act(openid, { type: 'location', latitude: 30.25, longitude: 120.5, label: '西湖' });
    await act(openid, { type: 'image', base64: pixel.toString('base64') });
    await act(openid, { type: 'event', event: 'CLICK', eventKey: 'check' });
    await act(openid, { type: 'event', event: 'VIEW', eventKey: 'https://line.test/' });
    await act(openid, { type: 'event', event: 'unsubscribe' });
    expect(inputs).toMatchObject([
      { t: 'place', words: '西湖', lat: 30.25, lng: 120.5 },
      { t: 'file', media: 'image' },
      { t: 'menu', key: 'check' },
      { t: 'leave' },
    ]);
  });

  test('each delivery of one message carries the same id', async () => {
    const openid = await follower();
    await fault('duplicate');
    await say(openid, 'x');
    await new Promise((done) => setTimeout(done, 100));
    expect(inputs.length).toBeGreaterThan(0);
    expect(new Set(inputs.map((input) => input.id)).size).toBe(1);
  });

  test('a wrong signature is refused, and the repeat with a right one heard', async () => {
    const openid = await follower();
    await fault('wrong-signature');
    const { answer } = await say(openid, 'x');
    expect(inputs.length).toBeLessThanOrEqual(1);
    expect(answer === null || textIn(answer) === 'echo x').toBe(true);
  });

  test('an id beyond 2^53 and new fields break nothing', async () => {
    const openid = await follower();
    await fault('huge-id');
    await fault('extra-fields');
    expect(textIn((await say(openid, 'x'))['answer'])).toBe('echo x');
    expect(inputs.map(({ id }) => id)).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
  });

  const takingTime = (input: Input): Promise<string> =>
    new Promise((done) => {
      setTimeout(done, 60, input.t === 'text' ? `echo ${input.text}` : input.t);
    });

  test('200 people at once, all with the same MsgId, each get the answer to their own words', async () => {
    turn = takingTime;
    const people = Array.from({ length: 200 }, (_, n) => `oSAMEID${String(n).padStart(21, '0')}`);
    const answers = await Promise.all(
      people.map((openid) => line.push(openid, '4711', `words of ${openid}`)),
    );
    expect(answers).toEqual(people.map((openid) => `echo words of ${openid}`));
    expect(inputs.length).toBe(200);
  });

  test('one person, one MsgId, from two connections at once is one turn with one answer', async () => {
    turn = takingTime;
    const both = await Promise.all([
      line.push('oTWICE', '4712', 'once'),
      line.push('oTWICE', '4712', 'once'),
    ]);
    expect(both).toEqual(['echo once', 'echo once']);
    expect(inputs.map(({ id }) => id).length).toBe(1);
  });

  const slowly = (input: Input): Promise<string> =>
    new Promise((done) => {
      if (input.t === 'text' && input.text === 'secret') line.puppet.confide();
      setTimeout(done, input.t === 'text' && input.text === 'next' ? 0 : 700, `word ${input.t}`);
    });
  const seen = async (openid: string): Promise<readonly unknown[]> => {
    await new Promise((done) => setTimeout(done, 500));
    return (await outbox(openid)).map((entry) => [entry['via'], textIn(entry)]);
  };

  test('a slow turn is answered for in time, and what it says at last comes once, by customer message', async () => {
    const openid = await follower();
    turn = slowly;
    expect(textIn((await say(openid, 'x'))['answer'])).toBe('slow');
    expect((await seen(openid)).slice(-2)).toEqual([
      ['passive', 'slow'],
      ['custom', 'word text'],
    ]);
    expect(textIn((await say(openid, 'next'))['answer'])).toBe('word text');
  });

  test('what a slow turn says in secret comes with the next answer, and by no other way', async () => {
    const openid = await follower();
    turn = slowly;
    expect(textIn((await say(openid, 'secret'))['answer'])).toBe('slow');
    expect((await seen(openid)).slice(-1)).toEqual([['passive', 'slow']]);
    turn = async () => 'and this';
    expect(textIn((await say(openid, 'next'))['answer'])).toBe('word text\n\nand this');
    expect((await seen(openid)).some((one) => JSON.stringify(one).includes('custom'))).toBe(false);
  });
});

describe('what the client calls', () => {
  test('a picture that a person sent comes back as its bytes', async () => {
    const openid = await follower();
    await act(openid, { type: 'image', base64: pixel.toString('base64') });
    const [input] = inputs;
    const file = await client.media.get(input?.t === 'file' ? input.ref : '');
    expect(Buffer.from(file.bytes)).toEqual(pixel);
    expect(file.type).toMatch(/^image\//);
    await expect(client.media.get('no-such-media')).rejects.toMatchObject({ code: 40007 });
  });

  test('a customer message reaches the person, once they acted', async () => {
    const openid = await follower();
    await say(openid, 'x');
    expect(await client.custom.text({ openid, key: 'k' }, '后续')).toMatchObject({ outcome: 'sent' });
    expect(JSON.stringify(await outbox(openid))).toContain('后续');
  });

  test('a stranger’s customer message is refused for good', async () => {
    const sent = await client.custom.text({ openid: 'oSTRANGERSTRANGERSTRANGER1', key: 'k' }, 'x');
    expect(sent).toMatchObject({ outcome: 'refused', error: { reaction: 'stop' } });
  });

  test('fifty calls at once fetch one token, and one refresh serves all', async () => {
    const count = async (): Promise<number> =>
      ((await control('GET', '/calls')) as unknown as readonly Json[]).filter((call) =>
        JSON.stringify(call).includes('stable_token'),
      ).length;
    const before = await count();
    await Promise.all(Array.from({ length: 50 }, () => client.followers.count()));
    expect((await count()) - before).toBe(1);
    // somebody else replaces the token: all fifty are refused with the old one
    const { appid, secret } = sampleOfficialAccount;
    const grant = { grant_type: 'client_credential', appid, secret, force_refresh: true };
    await fetch(`${line.platform}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(grant) });
    await Promise.all(Array.from({ length: 50 }, () => client.followers.count()));
    expect((await count()) - before).toBe(3);
  });

  test.each(['http-502', 'reset', 'truncate', 'text-plain'])('%s once does not stop a read', async (kind) => {
    await client.followers.count();
    await fault(kind, { api: '/cgi-bin/user/get' });
    expect(await client.followers.count()).toBeGreaterThan(0);
  });

  test.each(['http-502', 'reset', 'truncate'])(
    '%s in a send leaves it in doubt, sent once at most',
    async (kind) => {
      const openid = await follower();
      await say(openid, 'x');
      await fault(kind, { api: '/cgi-bin/message/custom/send' });
      expect((await client.custom.text({ openid, key: 'k' }, 'only once')).outcome).toBe('in-doubt');
      expect(JSON.stringify(await outbox(openid)).split('only once').length - 1).toBeLessThanOrEqual(1);
    },
  );

  test('the menu is set, read and removed', async () => {
    await client.menu.create([{ type: 'click', name: '我要举报', key: 'report' }]);
    expect(await client.menu.get()).toMatchObject([{ type: 'click', name: '我要举报', key: 'report' }]);
    await client.menu.remove();
    expect(await client.menu.get()).toBeNull();
  });

  test('a scene code has a ticket', async () => {
    expect((await client.qrCodes.create('kind:fraud', 600)).ticket).not.toBe('');
  });

  test('a draft is added, published and mass sent once under its key', async () => {
    const bytes = pixel;
    const thumb = await client.media.upload({ kind: 'image', name: 'a.png', type: 'image/png', bytes });
    expect(thumb.mediaId).not.toBe('');
    const sent = await client.mass.sendAll({ text: '宣传日' }, null, 'edu-day');
    expect(sent).toMatchObject({ msgId: expect.stringMatching(/^\d+$/), repeated: false });
    const again = () => client.mass.sendAll({ text: '宣传日' }, null, 'edu-day');
    await expect(again()).rejects.toMatchObject({ code: 45066, reaction: 'wait' });
    await control('POST', '/clock', { advanceMs: 61_000 });
    // of what it has already the platform names the job alone
    expect(await again()).toEqual({ ...sent, dataId: '', repeated: true });
  });

  test('a login code gives an openid once', async () => {
    const openid = await follower();
    const { code } = await control('POST', '/login-codes', { openid });
    expect((await miniProgram.login(code as string)).openid).toBe(openid);
    await expect(miniProgram.login(code as string)).rejects.toMatchObject({ code: 40163 });
  });
});
