import { describe, expect, test } from '@jest/globals';
import type { Articles } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { createMassChannel } from '../../../runtime/wechat/mass-channel.js';
import { NoAnswerError, WechatError } from '../../../wechat/errors.js';
import type { MassContent, MassStatus } from '../../../wechat/mass.js';
import { someArticle, someContent } from '../../support/articles.js';
import { someOrder } from '../../support/sends.js';

const api = '/cgi-bin/message/mass/sendall';
const content = someContent();
const live = { content, number: 1, firstAt: 1, at: 1 };
const order = someOrder({ way: 'mass', article: 'a', tag: null });

function setUp(
  answer: () => Promise<{ msgId: string; dataId: string; repeated: boolean }> = async () => ({
    ...{ msgId: '34182', dataId: '', repeated: false },
  }),
) {
  const asked: (readonly [MassContent, number | null, string])[] = [];
  const prepared: unknown[] = [];
  let status: () => Promise<MassStatus> = async () => 'sending';
  const articles: Pick<Articles, 'byId'> = {
    byId: async (id) => {
      if (id === 'away') throw new DomainError('storage.unavailable');
      if (id === 'a') return someArticle({ id, slug: 'day', live });
      return id === 'draft' ? someArticle({ id, live: null }) : null;
    },
  };
  const channel = createMassChannel({
    mass: {
      async sendAll(...args) {
        asked.push(args);
        return answer();
      },
      status: async () => status(),
    },
    articles,
    platform: {
      async prepare(article) {
        prepared.push(article);
        return { is: 'ready', draftId: 'draft' };
      },
    },
    lang: 'zh',
  });
  return { channel, asked, prepared, says: (next: () => Promise<MassStatus>) => (status = next) };
}
const failing = (error: Error) => setUp(async () => Promise.reject(error)).channel.submit(order, null, 'k');

describe('what is to be sent', () => {
  test('is the article that readers see, as a draft', async () => {
    const { channel, prepared } = setUp();
    expect(await channel.prepare(order)).toEqual({ is: 'ready', draftId: 'draft' });
    expect(prepared).toEqual([{ slug: 'day', lang: 'zh', content }]);
  });

  test('without an article is text, and needs nothing', async () => {
    const { channel, prepared } = setUp();
    expect(await channel.prepare({ ...order, article: null })).toEqual({ is: 'ready', draftId: null });
    expect(prepared).toEqual([]);
  });

  test.each([
    ['draft', { is: 'refused', reason: 'no_article' }],
    ['unknown', { is: 'refused', reason: 'no_article' }],
    ['away', { is: 'later', reason: 'storage' }],
  ])('an article that is %s: %j', async (article, answer) => {
    expect(await setUp().channel.prepare({ ...order, article })).toEqual(answer);
  });
});

describe('a mass send at the platform', () => {
  test('goes as a draft to all, under its name; an administrator may have to confirm it', async () => {
    const { channel, asked } = setUp();
    expect(await channel.submit(order, 'draft', 'k')).toEqual({
      is: 'accepted',
      jobId: '34182',
      awaitsAdmin: true,
    });
    expect(asked).toEqual([[{ draftMediaId: 'draft' }, null, 'k']]);
  });

  test('goes as text to those with a tag', async () => {
    const { channel, asked } = setUp();
    expect(await channel.submit({ ...order, tag: 2 }, null, 'k')).toMatchObject({ awaitsAdmin: false });
    const text = '全民国家安全教育日\n\n点击阅读今年的宣传文章。\nhttps://line.test/a/';
    expect(asked).toEqual([[{ text }, 2, 'k']]);
  });

  test.each([
    [
      'that never arrived',
      new NoAnswerError(api, 'no', 'unreachable'),
      { is: 'not_sent', reason: 'unreachable' },
    ],
    [
      'whose answer was lost',
      new NoAnswerError(api, 'unknown', 'timeout'),
      { is: 'lost', reason: 'no_answer' },
    ],
    ['answered "busy"', new WechatError(-1, api), { is: 'lost', reason: '-1' }],
    ['whose name was just used', new WechatError(45066, api), { is: 'lost', reason: '45066' }],
    ['without quota', new WechatError(45028, api), { is: 'limit', reason: '45028', until: 'day' }],
    ['beyond the day’s calls', new WechatError(45009, api), { is: 'limit', reason: '45009', until: 'day' }],
    ['beyond the minute’s', new WechatError(45011, api), { is: 'limit', reason: '45011', until: 'minute' }],
    ['without consent to the terms', new WechatError(48003, api), { is: 'refused', reason: '48003' }],
    ['refused', new WechatError(40035, api), { is: 'refused', reason: '40035' }],
    ['with an old token', new WechatError(40001, api), { is: 'not_sent', reason: '40001' }],
    ['while tokens are busy', new WechatError(-1, '/cgi-bin/stable_token'), { is: 'not_sent', reason: '-1' }],
    [
      'without the store of tokens',
      new DomainError('storage.unavailable'),
      { is: 'not_sent', reason: 'storage' },
    ],
  ])('%s', async (_what, error, answer) => {
    expect(await failing(error)).toEqual(answer);
  });

  test('what is no answer of the platform is not hidden', async () => {
    await expect(failing(new TypeError('bug'))).rejects.toThrow(TypeError);
  });

  test.each([
    ['sending', { is: 'running' }],
    ['sent', { is: 'sent' }],
    ['deleted', { is: 'sent' }],
    ['failed', { is: 'failed', reason: 'failed' }],
  ] as const)('seen as %s', async (status, seen) => {
    const { channel, says } = setUp();
    says(async () => status);
    expect(await channel.look('1')).toEqual(seen);
  });

  test('is unknown while the platform does not answer', async () => {
    const { channel, says } = setUp();
    says(async () => Promise.reject(new WechatError(-1, api)));
    expect(await channel.look('1')).toEqual({ is: 'unknown' });
    says(async () => Promise.reject(new TypeError('bug')));
    await expect(channel.look('1')).rejects.toThrow(TypeError);
  });
});
