import { beforeEach, describe, expect, test } from '@jest/globals';
import { consentAnswers, countPush, createCountedNotices, type ConsentStore } from '../../wechat/consents.js';
import { readPush } from '../../wechat/push-fields.js';
import { createMiniProgramNotices } from '../../wechat/subscribe.js';
import { TransportError } from '../../wechat/requester.js';
import { createPlatform, ok, refusal, type Scripted } from './platform.js';

/** Counts in memory, and every answer that was counted. */
function memoryConsents(): ConsentStore & { left(tag: string, templateId: string): number } {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const key = (tag: string, templateId: string): string => `${tag} ${templateId}`;
  const change = (at: string, by: number): void => void counts.set(at, (counts.get(at) ?? 0) + by);
  return {
    left: (tag, templateId) => counts.get(key(tag, templateId)) ?? 0,
    async add(tag, templateId, answer) {
      if (seen.has(`${tag} ${answer}`)) return;
      seen.add(`${tag} ${answer}`);
      change(key(tag, templateId), 1);
    },
    async take(tag, templateId) {
      if ((counts.get(key(tag, templateId)) ?? 0) < 1) return false;
      change(key(tag, templateId), -1);
      return true;
    },
    async giveBack(tag, templateId) {
      change(key(tag, templateId), 1);
    },
    async drop(tag, templateId) {
      counts.delete(key(tag, templateId));
    },
    async forget(tag) {
      for (const at of counts.keys()) if (at.startsWith(`${tag} `)) counts.delete(at);
    },
  };
}

const item = (TemplateId: string, SubscribeStatusString: string) => ({
  TemplateId,
  SubscribeStatusString,
  PopupScene: '0',
});
const popup = 'subscribe_msg_popup_event';

describe('the answers in a push', () => {
  const both = [
    { templateId: 'A', status: 'accept' },
    { templateId: 'B', status: 'reject' },
  ];
  test.each([
    ['JSON with a list', { Event: popup, List: [item('A', 'accept'), item('B', 'reject')] }, both],
    ['JSON with one object', { Event: popup, List: item('A', 'accept') }, both.slice(0, 1)],
    [
      'a later switch-off',
      { Event: 'subscribe_msg_change_event', List: [item('B', 'reject')] },
      both.slice(1),
    ],
    ['a ban by the platform', { Event: popup, List: [item('A', 'ban')] }, []],
    ['no form', { Event: popup, List: [item('', 'accept')] }, []],
    ['the result of a send', { Event: 'subscribe_msg_sent_event', List: [item('A', 'accept')] }, []],
  ])('%s', (_name, push, answers) => {
    expect(consentAnswers(readPush(JSON.stringify(push), 'json') ?? {})).toEqual(answers);
  });

  test('XML with one element for each form', () => {
    const list = (id: string, status: string) =>
      `<List><TemplateId><![CDATA[${id}]]></TemplateId><SubscribeStatusString><![CDATA[${status}]]></SubscribeStatusString><PopupScene>2</PopupScene></List>`;
    const xml = `<xml><Event><![CDATA[${popup}]]></Event><SubscribeMsgPopupEvent>${list('A', 'accept')}${list('B', 'reject')}</SubscribeMsgPopupEvent></xml>`;
    expect(consentAnswers(readPush(xml, 'xml') ?? {})).toEqual(both);
  });
});

describe('a push as fields', () => {
  test('keeps ids beyond 2^53 exactly, and numbers as text', () => {
    const text = '{"MsgId":9007199254740993,"n":1,"deep":{"list":[{"a":true},null]}}';
    expect(readPush(text, 'json')).toEqual({
      MsgId: '9007199254740993',
      n: '1',
      deep: { list: [{ a: 'true' }, ''] },
    });
  });

  test('is null for what is not in the account’s format', () => {
    expect([
      readPush('<xml><A>1</A></xml>', 'json'),
      readPush('{"A":1}', 'xml'),
      readPush('[]', 'json'),
    ]).toEqual([null, null, null]);
  });
});

describe('counted consents', () => {
  let store: ReturnType<typeof memoryConsents>;
  beforeEach(() => {
    store = memoryConsents();
  });
  const says = (at: string, status = 'accept'): Promise<void> =>
    countPush(store, 'tag', { Event: popup, CreateTime: at, List: [item('T', status)] });
  const notice = { openid: 'oU', templateId: 'T', data: { thing1: 'x' }, page: '' };
  function sender(...script: Scripted[]) {
    const platform = createPlatform();
    platform.script = script;
    return { platform, send: createCountedNotices(createMiniProgramNotices(platform.api), store) };
  }

  test('each acceptance is one message, told twice or not', async () => {
    await says('1620973045');
    await says('1620973045');
    await says('1620973046');
    expect(store.left('tag', 'T')).toBe(2);
    const { platform, send } = sender(ok);
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push((await send('tag', notice)).outcome);
    expect(outcomes).toEqual(['sent', 'sent', 'no-consent']);
    expect(platform.asked).toHaveLength(2);
  });

  test('without one the platform is not troubled', async () => {
    const { platform, send } = sender(ok);
    expect(await send('tag', notice)).toEqual({ outcome: 'no-consent' });
    expect(platform.asked).toEqual([]);
  });

  test('the platform’s word that there is none empties the count', async () => {
    for (const at of ['1', '2', '3']) await says(at);
    const { send } = sender(refusal(43101));
    expect((await send('tag', notice)).outcome).toBe('refused');
    expect(store.left('tag', 'T')).toBe(0);
  });

  test.each<[string, Scripted, number]>([
    ['a field against its rule', refusal(47003), 1],
    ['one that never left', new TransportError('unreachable', 'no'), 1],
    ['one in doubt', new TransportError('timeout', 'unknown'), 0],
  ])('%s leaves what is right', async (_name, answer, left) => {
    await says('1');
    await sender(answer).send('tag', notice);
    expect(store.left('tag', 'T')).toBe(left);
  });

  test('a no takes back what was said before', async () => {
    await says('1');
    await says('2', 'reject');
    expect(store.left('tag', 'T')).toBe(0);
  });

  test.each(['unsubscribe', 'user_authorization_revoke'])('nothing is left after %s', async (Event) => {
    await says('1');
    await countPush(store, 'tag', { Event, CreateTime: '2' });
    expect(store.left('tag', 'T')).toBe(0);
  });
});
