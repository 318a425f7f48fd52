import { describe, expect, test } from '@jest/globals';
import { createMiniLogin } from '../../../runtime/api/mini-login.js';
import { NoAnswerError, WechatError } from '../../../wechat/errors.js';

const failing = (error: Error) => createMiniLogin({ login: () => Promise.reject(error) });

describe('a login', () => {
  test('tells whose a code is, and nothing of the session that came with it', async () => {
    const login = createMiniLogin({ login: async (code) => ({ openid: `o-${code}`, sessionKey: 'canary' }) });
    expect(await login('c')).toEqual({ openid: 'o-c' });
  });

  test.each([40029, 40163, 41008])('with a code that the platform refuses (%i) is refused', async (code) => {
    expect(await failing(new WechatError(code, '/sns/jscode2session'))('c')).toBe('refused');
  });

  test.each([
    ['is busy', new WechatError(-1, '/sns/jscode2session')],
    ['does not know us', new WechatError(40125, '/sns/jscode2session')],
    ['does not answer', new NoAnswerError('/sns/jscode2session', 'no', 'timeout')],
  ])('is unavailable where the platform %s', async (_what, error) => {
    await expect(failing(error)('c')).rejects.toMatchObject({ code: 'login.unavailable' });
  });

  test('is unavailable on a line without a mini-program', async () => {
    await expect(createMiniLogin(null)('c')).rejects.toMatchObject({ code: 'login.unavailable' });
  });
});
