import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { world, type World } from './support/world.js';

let w: World;
beforeEach(async () => {
  w = await world(() => null);
});
afterEach(() => w.close());

interface Made {
  readonly url: string;
  readonly ticket: string;
}

const code = async (scene: object, more: object = { action_name: 'QR_STR_SCENE' }): Promise<Made> =>
  (await w.platform('POST', '/cgi-bin/qrcode/create', {
    ...more,
    action_info: { scene },
  })) as unknown as Made;
const scan = (openid: string, url: unknown) => w.api('POST', `/users/${openid}/scans`, { url });
const heard = (): unknown => w.received.at(-1)?.fields;

describe('a code that is scanned', () => {
  test('by a follower is heard with its scene and ticket, whatever form its address has', async () => {
    const openid = await w.follower();
    const { url, ticket } = await code({ scene_str: 'link:abc' });
    const picture = `${w.url}/simulator/wechat/cgi-bin/showqrcode?ticket=${encodeURIComponent(ticket)}`;
    for (const text of [url, url.replace('http:', 'https:'), ` ${picture} `]) {
      const { status, json } = await scan(openid, text);
      expect([status, Object.keys(json as object).sort()]).toEqual([
        200,
        ['answer', 'attempts', 'ms', 'seq'],
      ]);
      expect(heard()).toMatchObject({ Event: 'SCAN', EventKey: 'link:abc', Ticket: ticket });
    }
  });

  test('by somebody else makes them follow, and says through which code', async () => {
    const { url, ticket } = await code({ scene_id: 7 }, { action_name: 'QR_LIMIT_SCENE' });
    expect((await scan('stranger', url)).status).toBe(200);
    expect(heard()).toMatchObject({ Event: 'subscribe', EventKey: 'qrscene_7', Ticket: ticket });
    expect((await w.api('GET', '/users/stranger')).json).toMatchObject({ following: true });
    expect(await w.platform('GET', '/cgi-bin/user/info?openid=stranger')).toMatchObject({
      subscribe_scene: 'ADD_SCENE_QR_CODE',
    });
  });

  test('is known only while it is good', async () => {
    const openid = await w.follower();
    const short = { action_name: 'QR_STR_SCENE', expire_seconds: 60 };
    const { url } = await code({ scene_str: 'short' }, short);
    await w.api('POST', '/clock', { advanceMs: 61_000 });
    const before = w.received.length;
    for (const text of [url, 'http://weixin.qq.com/q/none', 'no address', 'http://x/?ticket='])
      expect(await scan(openid, text)).toMatchObject({ status: 404, json: { code: 'code.unknown' } });
    expect((await scan(openid, 7)).status).toBe(400);
    const lasting = await code({ scene_str: 'poster' }, { action_name: 'QR_LIMIT_STR_SCENE' });
    expect((await scan('no%20openid', lasting.url)).status).toBe(400);
    expect(w.received).toHaveLength(before);
  });

  test('is listed with the latest others, the newest first', async () => {
    expect((await w.api('GET', '/codes')).json).toEqual([]);
    for (let n = 1; n <= 6; n += 1) await code({ scene_str: `s${n}` });
    const lasting = await code({ scene_str: 'poster' }, { action_name: 'QR_LIMIT_STR_SCENE' });
    const listed = (await w.api('GET', '/codes')).json as unknown as { scene: string }[];
    expect(listed.map(({ scene }) => scene)).toEqual(['poster', 's6', 's5', 's4', 's3']);
    expect(listed[0]).toEqual({ url: lasting.url, scene: 'poster', endsAt: null });
    expect(listed[1]).toMatchObject({ endsAt: expect.stringMatching(/^\d{4}-.+Z$/) });
  });
});
