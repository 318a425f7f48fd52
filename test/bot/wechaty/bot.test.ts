import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Input } from '../../../bot/dialogue/types.js';
import { NoSlotError } from '../../../bot/official-account/puppet.js';
import { account, type Line, runPeople, startLine, textFrom, whoIs } from '../../support/people.js';

let line: Line | undefined;
afterEach(async () => {
  await line?.bot.stop();
  line = undefined;
});

describe('a message on its way through wechaty', () => {
  test('the answer of the turn is the passive reply', async () => {
    line = await startLine('plain', async () => '收到 🙂');
    expect(await line.push(textFrom('oA', 1, 'hi'))).toEqual({
      status: 200,
      type: 'application/xml; charset=utf-8',
      body: `<xml><ToUserName><![CDATA[oA]]></ToUserName><FromUserName><![CDATA[${account.originalId}]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到 🙂]]></Content></xml>`,
    });
    expect(line.failures).toEqual([]);
  });

  test('each kind of message arrives as the input it means', async () => {
    const inputs: Input[] = [];
    line = await startLine('plain', async (_handle, input) => {
      inputs.push(input);
      return null;
    });
    const head = { ToUserName: account.originalId, FromUserName: 'oA', CreateTime: 1700000001 };
    const place = { Location_X: 23.5, Location_Y: 113.25, Label: '西湖' };
    for (const fields of [
      { MsgType: 'text', Content: ' 你好 ', MsgId: 1 },
      { MsgType: 'text', Content: '{"e":"menu","key":"report"}', MsgId: 2 },
      { MsgType: 'text', Content: '满意', MsgId: 3, bizmsgmenuid: 'kind:fraud' },
      { MsgType: 'voice', MediaId: 'M', Format: 'amr', Recognition: '文字', MsgId: 4 },
      { MsgType: 'shortvideo', MediaId: 'V', MsgId: 5 },
      { MsgType: 'location', ...place, MsgId: 6 },
      { MsgType: 'link', Title: 't', MsgId: 7 },
      { MsgType: 'event', Event: 'CLICK', EventKey: 'check' },
      { MsgType: 'event', Event: 'subscribe', EventKey: '' },
    ])
      expect((await line.push({ ...head, ...fields })).body).toBe('success');
    const at = 1700000001;
    const key = expect.stringMatching(/^[\w-]{22}$/);
    expect(inputs).toEqual([
      { id: key, at, t: 'text', text: ' 你好 ' },
      { id: key, at, t: 'text', text: '{"e":"menu","key":"report"}' },
      { id: key, at, t: 'text', text: '满意', tap: 'kind:fraud' },
      { id: key, at, t: 'file', media: 'voice', ref: 'M', transcript: '文字' },
      { id: key, at, t: 'file', media: 'video', ref: 'V' },
      { id: key, at, t: 'place', words: '西湖', lat: 23.5, lng: 113.25 },
      { id: key, at, t: 'other' },
      { id: key, at, t: 'menu', key: 'check' },
      { id: key, at, t: 'follow' },
    ]);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  test('parallel messages of one person keep their own slots', async () => {
    const gates = new Map<string, () => void>();
    line = await startLine('safe', async (_handle, input) => {
      await new Promise<void>((resolve) => gates.set(input.id, resolve));
      return `answer ${input.id}`;
    });
    const running = line;
    const answers = ['1', '2', '3'].map((id) => running.push(textFrom('oA', Number(id), id)));
    while (gates.size < 3) await new Promise(setImmediate);
    for (const id of ['3', '1', '2']) gates.get(id)?.();
    const bodies = (await Promise.all(answers)).map((answer) => answer.body);
    expect(new Set(bodies).size).toBe(3);
    expect(line.failures).toEqual([]);
  });

  test('a throw in the turn is answered, and the next message, too', async () => {
    let calls = 0;
    line = await startLine('plain', async () => {
      calls += 1;
      if (calls === 1) throw new Error('broken');
      return 'fine';
    });
    expect((await line.push(textFrom('oA', 1, 'x'))).body).toContain('[CDATA[sorry]]');
    expect((await line.push(textFrom('oA', 2, 'x'))).body).toContain('[CDATA[fine]]');
    expect(line.failures).toEqual([new Error('broken')]);
  });

  test('a turn that throws before its first await is answered', async () => {
    line = await startLine('plain', () => {
      throw new Error('at once');
    });
    expect((await line.push(textFrom('oA', 1, 'x'))).body).toContain('[CDATA[sorry]]');
  });

  test('an error of wechaty itself is answered and kills nothing', async () => {
    line = await startLine('plain', async () => 'never');
    Object.assign(line.puppet, { messageRawPayload: () => Promise.reject(new Error('lost')) });
    expect((await line.push(textFrom('oA', 1, 'x'))).body).toContain('[CDATA[sorry]]');
  });

  test('the turn learns the handle and who it belongs to, and no payload holds the openid', async () => {
    const seen: unknown[] = [];
    line = await startLine('plain', async (handle, _input, who) => {
      seen.push(handle, who);
      return JSON.stringify([[...(line?.puppet.cache.message.values() ?? [])], handle]);
    });
    const { body } = await line.push(textFrom('oSECRET', 1, 'x'));
    expect(seen).toEqual([whoIs('oSECRET').handle, whoIs('oSECRET')]);
    expect(body).toContain('"text":"x"');
    expect(body.replace('<ToUserName><![CDATA[oSECRET]]></ToUserName>', '')).not.toContain('oSECRET');
  });

  test('a second text in one turn, and a text outside of one, are typed errors', async () => {
    line = await startLine('plain', async () => {
      await line?.puppet.messageSendText('', 'first');
      return 'second';
    });
    expect((await line.push(textFrom('oA', 1, 'x'))).body).toContain('[CDATA[first]]');
    while (line.failures.length === 0) await new Promise(setImmediate);
    expect(line.failures).toEqual([expect.any(NoSlotError)]);
    await expect(line.puppet.messageSendText('', 'x')).rejects.toThrow(NoSlotError);
    expect(line.puppet.speaker()).toBeNull();
  });
});

describe('memory', () => {
  test('nothing of a person is left after their turn', async () => {
    line = await startLine('plain', async (_handle, input) =>
      input.t === 'text' ? `echo ${input.text}` : null,
    );
    expect(await runPeople(line, 500)).toBe(500);
    await new Promise(setImmediate);
    expect(line.puppet.cache.message.size).toBe(0);
    expect([...line.puppet.cache.contact.keys()]).toEqual(['line']);
    expect(line.failures).toEqual([]);
  });

  test('the heap is flat over 20,000 different people', async () => {
    const running = await startLine('plain', async (_handle, input) =>
      input.t === 'text' ? `echo ${input.text}` : null,
    );
    line = running;
    const after = async (people: number, from: number): Promise<number> => {
      expect(await runPeople(running, people, from)).toBe(people);
      await new Promise((resolve) => setTimeout(resolve, 50));
      collect();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const warm = await after(5_000, 0);
    expect((await after(20_000, 5_000)) - warm).toBeLessThan(4);
  }, 60_000);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
