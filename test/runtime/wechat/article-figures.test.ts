import { describe, expect, test } from '@jest/globals';
import { createArticleFigures } from '../../../runtime/wechat/article-figures.js';
import type { PublishedFigures } from '../../../wechat/datacube.js';
import { NoAnswerError, WechatError } from '../../../wechat/errors.js';

const answering = (answer: () => Promise<readonly PublishedFigures[]>) =>
  createArticleFigures({ datacube: { publishedOn: answer } });
const failing = (error: Error) => answering(() => Promise.reject(error));

describe('the figures of a copy', () => {
  const until = [{ day: '2026-11-22', readers: 3 }];
  const figures = answering(async () => [
    { id: '12_1', url: 'https://mp.weixin.qq.com/s?mid=12&idx=1&sn=a&chksm=b', until },
    { id: '13_1', url: 'http://127.0.0.1/articles/x/1', until: [] },
  ]);

  test.each([
    ['the id that the platform gave', { dataId: '12', url: null }, until],
    [
      'the parts of the id in its address',
      { dataId: null, url: 'http://mp.weixin.qq.com/s?mid=12&idx=1#rd' },
      until,
    ],
    ['its address', { dataId: null, url: 'http://127.0.0.1/articles/x/1' }, []],
    ['another id', { dataId: '1', url: null }, null],
    ['another address', { dataId: null, url: 'http://127.0.0.1/articles/y/1' }, null],
    ['what is no address', { dataId: null, url: 'page' }, null],
    ['nothing', { dataId: null, url: null }, null],
  ])('are found by %s', async (_, copy, expected) => {
    const answer = await figures.cameOut('2026-11-22');
    expect(answer.is === 'told' ? answer.of(copy) : answer).toEqual(expected);
  });

  test.each([
    ['refused', new WechatError(48001, 'x')],
    ['refused', new WechatError(61501, 'x')],
    ['silent', new WechatError(45009, 'x')],
    ['silent', new WechatError(-1, 'x')],
    ['silent', new NoAnswerError('x', 'unknown', 'timeout')],
  ] as const)('are %s for %s', async (is, error) => {
    expect(await failing(error).cameOut('2026-11-22')).toEqual({ is });
  });

  test('do not hide a mistake of ours', async () => {
    await expect(failing(new TypeError('x')).cameOut('2026-11-22')).rejects.toThrow(TypeError);
  });
});

test.each([
  ['2026-11-22T23:30:00Z', '2026-11-23', 7],
  ['2026-11-22T15:59:59Z', '2026-11-22', 23],
  ['2026-11-22T16:00:00Z', '2026-11-23', 0],
])('the platform’s day and hour at %s', (moment, day, hour) => {
  const figures = answering(async () => []);
  expect(figures.at(Date.parse(moment))).toEqual({ day, hour });
});
