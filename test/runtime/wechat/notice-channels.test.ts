import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createNoticeChannels, deliveredBy } from '../../../runtime/wechat/notice-channels.js';
import type { NoticeForm } from '../../../runtime/wechat/profile.js';
import { NoAnswerError, WechatError } from '../../../wechat/errors.js';
import type { Notice, SendNotice } from '../../../wechat/subscribe.js';
import { someOrder } from '../../support/sends.js';

const api = '/cgi-bin/message/subscribe/bizsend';
const refusal = (code: number) => deliveredBy({ outcome: 'refused', error: new WechatError(code, api) });
const doubt = (reason: string) =>
  deliveredBy({ outcome: 'in-doubt', error: new NoAnswerError(api, 'unknown', reason) });

describe('what an answer of the platform is to a send', () => {
  test('sent, and surely not', () => {
    expect(deliveredBy({ outcome: 'sent', id: '1' })).toEqual({ is: 'sent' });
    const error = new NoAnswerError(api, 'no', 'unreachable');
    expect(deliveredBy({ outcome: 'not-sent', error })).toEqual({ is: 'not_sent', reason: 'unreachable' });
  });

  test.each([
    ['timeout', false],
    ['broken', false],
    ['unreadable', false],
    ['HTTP 404', false],
    ['HTTP 502', true],
  ])('%s leaves a doubt, busy: %s', (reason, busy) => {
    expect(doubt(reason)).toEqual({ is: 'doubt', reason: 'no_answer', busy });
  });

  test('"system busy" leaves a doubt, and asks for less', () => {
    const error = new WechatError(-1, api);
    expect(deliveredBy({ outcome: 'in-doubt', error })).toEqual({ is: 'doubt', reason: '-1', busy: true });
  });

  test('43101: no message is left', () => {
    expect(refusal(43101)).toEqual({ is: 'skipped', reason: 'no_consent', consent: 'gone' });
  });

  test.each([40003, 43004, 43019, 43104, 48002, 49003, 50002, 50005])(
    '%d: they cannot be reached',
    (code) => {
      expect(refusal(code)).toEqual({ is: 'skipped', reason: 'unreachable', consent: 'gone' });
    },
  );

  test.each([45015, 45047, 40099])('%d is that person’s, and they keep what they allowed', (code) => {
    expect(refusal(code)).toEqual({ is: 'skipped', reason: String(code), consent: 'back' });
  });

  test.each([
    [45009, 'day'],
    [45011, 'minute'],
  ])('%d: the quota of the %s is used up', (code, until) => {
    expect(refusal(code)).toEqual({ is: 'limit', reason: String(code), until });
  });

  test.each([47003, 41030, 40165, 45168, 40037, 48001, 48004, 40164, 40125])(
    '%d is the same for all',
    (code) => {
      expect(refusal(code)).toEqual({ is: 'refused', reason: String(code) });
    },
  );

  test.each([40001, 42001])('%d, after the token was renewed: not sent, and again', (code) => {
    expect(refusal(code)).toEqual({ is: 'not_sent', reason: String(code) });
  });
});

const form = (account: NoticeForm['account']): NoticeForm => ({
  ...{ kind: 'education-day', account, template: `form of ${account}` },
  fields: { thing1: { zh: '教育日', en: 'Day' } },
});

function channels(answer: SendNotice = async () => ({ outcome: 'sent', id: '' })) {
  const sent: Notice[] = [];
  const send: SendNotice = async (notice) => {
    sent.push(notice);
    return answer(notice);
  };
  const parts = { account: send, mini: send, forms: [form('officialAccount'), form('miniProgram')] };
  return { sent, of: createNoticeChannels({ ...parts, lang: 'zh' }), parts };
}

describe('the channel of an order', () => {
  test.each([
    ['account', 'officialAccount'],
    ['mini', 'miniProgram'],
  ] as const)('of the way %s fills the form of its account', async (way, account) => {
    const { of, sent } = channels();
    const channel = of(someOrder({ way, page: 'pages/a' }));
    expect(channel).toMatchObject({ template: `form of ${account}` });
    expect('deliver' in channel && (await channel.deliver('oAnn'))).toEqual({ is: 'sent' });
    expect(sent).toEqual([
      { openid: 'oAnn', templateId: `form of ${account}`, data: { thing1: '教育日' }, page: 'pages/a' },
    ]);
  });

  test('is none without the account, without a form, and for a mass send', () => {
    const { parts, of } = channels();
    const without = createNoticeChannels({ ...parts, account: null, lang: 'zh' });
    expect(without(someOrder())).toEqual({ refused: 'no_account' });
    expect(createNoticeChannels({ ...parts, forms: [], lang: 'zh' })(someOrder())).toEqual({
      refused: 'no_form',
    });
    expect(of(someOrder({ way: 'mass' }))).toEqual({ refused: 'no_form' });
  });

  test('a store of tokens that is away has sent nothing; whatever else breaks is not hidden', async () => {
    const away = channels(async () => Promise.reject(new DomainError('storage.unavailable'))).of(someOrder());
    expect('deliver' in away && (await away.deliver('oAnn'))).toEqual({ is: 'not_sent', reason: 'storage' });
    const broken = channels(async () => Promise.reject(new TypeError('bug'))).of(someOrder());
    await expect('deliver' in broken ? broken.deliver('oAnn') : null).rejects.toThrow(TypeError);
  });
});
