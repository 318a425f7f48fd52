import { beforeEach, describe, expect, test } from '@jest/globals';
import { consentAnswers, type ConsentCounts, countPush } from '../../wechat/consents.js';
import { readPush } from '../../wechat/push-fields.js';

/** Counts in memory, and every answer that was counted. */
function memoryCounts(): ConsentCounts & { left(openid: string, templateId: string): number } {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const key = (openid: string, templateId: string): string => `${openid} ${templateId}`;
  return {
    left: (openid, templateId) => counts.get(key(openid, templateId)) ?? 0,
    async add(openid, templateId, answer) {
      const at = key(openid, templateId);
      if (!seen.has(`${openid} ${answer}`)) counts.set(at, (counts.get(at) ?? 0) + 1);
      seen.add(`${openid} ${answer}`);
    },
    async drop(openid, templateId) {
      counts.delete(key(openid, templateId));
    },
    async forget(openid) {
      for (const at of counts.keys()) if (at.startsWith(`${openid} `)) counts.delete(at);
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

describe('counted answers', () => {
  let counts: ReturnType<typeof memoryCounts>;
  beforeEach(() => {
    counts = memoryCounts();
  });
  const says = (at: string, status = 'accept', Event = popup): Promise<void> =>
    countPush(counts, 'oU', { Event, CreateTime: at, List: [item('T', status)] });
  const left = (): number => counts.left('oU', 'T');

  test('each acceptance is one message, told twice or not', async () => {
    await says('1620973045');
    await says('1620973045');
    await says('1620973046');
    expect(left()).toBe(2);
  });

  test('a no takes back what was said before', async () => {
    await says('1');
    await says('2', 'reject');
    expect(left()).toBe(0);
  });

  test('a change in the settings ends messages, and never gives one', async () => {
    await says('1', 'accept', 'subscribe_msg_change_event');
    expect(left()).toBe(0);
    await says('2');
    await says('3', 'reject', 'subscribe_msg_change_event');
    expect(left()).toBe(0);
  });

  test.each(['unsubscribe', 'user_authorization_revoke'])('nothing is left after %s', async (Event) => {
    await says('1');
    await countPush(counts, 'oU', { Event, CreateTime: '2' });
    expect(left()).toBe(0);
  });
});
