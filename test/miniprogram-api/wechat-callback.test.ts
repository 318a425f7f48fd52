import { describe, expect, jest, test } from '@jest/globals';
import { readBody } from '../../bot/official-account/read-body.js';
import type { WechatAnswer } from '../../miniprogram-api/middleware/wechat-callback.js';
import { appWith, requestId } from './serve.js';

describe('/wechat/oa', () => {
  const echo = () => {
    const answer = jest.fn<WechatAnswer>(async ({ method, query, body }) => {
      const size = method === 'POST' ? (await body()).length : 0;
      return { status: 200, type: 'text/plain; charset=utf-8', body: `${method} ${query} ${size}` };
    });
    return { answer, ...appWith({ wechat: { answers: new Map([['/wechat/oa', answer]]), readBody } }) };
  };

  test('hands on the method and the query as they came', async () => {
    const answer = await echo().http.get('/wechat/oa?a=1&a=2&b=%zz');
    expect([answer.status, answer.text]).toEqual([200, 'GET a=1&a=2&b=%zz 0']);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test('hands on the bytes of a body, whatever they claim to be', async () => {
    const body = '{"broken": <xml>';
    const answer = await echo().http.post('/wechat/oa').set('Content-Type', 'application/json').send(body);
    expect(answer.text).toBe(`POST  ${body.length}`);
  });

  test('reads no body that the callback does not ask for', async () => {
    const answer = async () => ({ status: 401, type: 'text/plain', body: '' });
    const body = jest.fn<typeof readBody>();
    const { http } = appWith({ wechat: { answers: new Map([['/wechat/oa', answer]]), readBody: body } });
    const refused = await http.post('/wechat/oa').send('x'.repeat(3000));
    expect([refused.status, refused.text]).toEqual([401, '']);
    expect(body).not.toHaveBeenCalled();
  });

  test('takes 1 MB and refuses one byte more', async () => {
    const { http, answer } = echo();
    answer.mockImplementation(async ({ body }) => {
      const status = await body().then(
        () => 200,
        () => 413,
      );
      return { status, type: 'text/plain', body: '' };
    });
    const mb = 1024 * 1024;
    expect((await http.post('/wechat/oa').send(Buffer.alloc(mb))).status).toBe(200);
    expect((await http.post('/wechat/oa').send(Buffer.alloc(mb + 1))).status).toBe(413);
  });

  test('names the methods it takes when it refuses one', async () => {
    const answer = async () => ({ status: 405, type: 'text/plain', body: '' });
    const refused = await appWith({
      wechat: { answers: new Map([['/wechat/oa', answer]]), readBody },
    }).http.delete('/wechat/oa');
    expect([refused.status, refused.headers['allow'], refused.text]).toEqual([405, 'GET, POST', '']);
  });

  test('tells the log its own route, without the query, if it breaks', async () => {
    const answer = () => Promise.reject(new Error('canary'));
    const { http, failed } = appWith({ wechat: { answers: new Map([['/wechat/oa', answer]]), readBody } });
    expect((await http.get('/wechat/oa?openid=canary')).status).toBe(500);
    expect(failed.mock.calls[0]?.[1]).toEqual({ route: '/wechat/oa', status: 500, requestId });
  });

  test('is beside the mini-program’s, each with its own answer', async () => {
    const says =
      (body: string): WechatAnswer =>
      async () => ({ status: 200, type: 'text/plain', body });
    const answers = new Map([
      ['/wechat/oa', says('account')],
      ['/wechat/mp', says('mini-program')],
    ]);
    const { http } = appWith({ wechat: { answers, readBody } });
    const texts = await Promise.all(
      ['/wechat/oa', '/wechat/mp', '/wechat/xx'].map(async (path) => (await http.post(path).send('x')).text),
    );
    expect(texts.slice(0, 2)).toEqual(['account', 'mini-program']);
    expect(texts[2]).toContain('request.not_found');
  });

  test('is not there where this process is not the bot', async () => {
    expect((await appWith().http.get('/wechat/oa')).status).toBe(404);
  });
});
