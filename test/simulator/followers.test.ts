import { afterEach, describe, expect, test } from '@jest/globals';
import { world, type World } from './support/world.js';

let w: World;
afterEach(() => w.close());

const template = 'simulator-notice';
const notice = (touser: string) => ({
  ...{ touser, template_id: template, page: '' },
  data: { thing1: { value: 'a' }, time2: { value: '2027年4月15日 09:00' }, thing3: { value: 'b' } },
});

describe('followers that are there from the start', () => {
  test('have allowed what they were given, and no push told it', async () => {
    w = await world(() => null, { followers: [{ openid: 'oAnn', consents: { [template]: 1 } }] });
    const send = (): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/message/subscribe/bizsend', notice('oAnn'));
    expect([(await send())['errcode'], (await send())['errcode']]).toEqual([0, 43101]);
    expect((await w.api('GET', '/users/oAnn')).json).toMatchObject({ following: true });
    expect(w.received.filter(({ fields }) => fields['Event'] === 'subscribe')).toEqual([]);
  });

  test('are all remembered, however many', async () => {
    const followers = Array.from({ length: 6_000 }, (_, n) => ({ openid: `o${String(n)}`, consents: {} }));
    w = await world(() => null, { followers });
    expect((await w.api('GET', '/users/o0')).status).toBe(200);
  });

  test('what each has got of a kind is told at once', async () => {
    const followers = ['oAnn', 'oBob', 'oCid'].map((openid) => ({ openid, consents: { [template]: 2 } }));
    w = await world(() => null, { followers });
    for (const openid of ['oAnn', 'oBob', 'oAnn'])
      await w.platform('POST', '/cgi-bin/message/subscribe/bizsend', notice(openid));
    expect((await w.api('GET', '/received?via=subscribe')).json).toEqual({ oAnn: 2, oBob: 1 });
    expect((await w.api('GET', '/received?via=mass')).json).toEqual({});
    expect((await w.api('GET', '/received')).json).toEqual({ oAnn: 2, oBob: 1 });
  });
});
