/** Limits by network: counted under words that mean nothing elsewhere, refused with the telephone. */
import { describe, expect, test } from '@jest/globals';
import { counter } from '../../domain/limits.js';
import { createNetworkHandles } from '../../http/network.js';
import { createNetworkLimits } from '../../miniprogram-api/network-limits.js';
import { appWith } from './serve.js';

function serve(trustProxy = 0) {
  let day = '2026-12-01';
  let keys = 0;
  const handled: string[] = [];
  const handle = createNetworkHandles({
    newHandles: () => {
      keys += 1;
      const key = `key ${String(keys)}`;
      return (network) => {
        handled.push(`${key} ${network}`);
        return `${key} ${network}`;
      };
    },
    today: () => day,
  });
  const period = () => day;
  const limits = createNetworkLimits({
    limits: { reports: counter(1, period), tries: counter(1, period), requests: counter(2, period) },
    ...{ handle, telephone: '12339' },
  });
  const { http } = appWith({
    trustProxy,
    more: [
      (ctx) => {
        const what = ctx.path.slice(1) as 'reports' | 'tries' | 'requests';
        limits.check(what, ctx);
        limits.count(what, ctx);
        ctx.body = 'fine';
      },
    ],
  });
  return { http, handled, tomorrow: () => (day = '2026-12-02') };
}

describe('a limit', () => {
  test.each([
    ['reports', 1, '3600'],
    ['tries', 1, '900'],
    ['requests', 2, '60'],
  ])('of %s is answered with the telephone and when to try again', async (what, most, seconds) => {
    const { http } = serve();
    for (let n = 0; n < most; n += 1) expect((await http.get(`/${what}`)).status).toBe(200);
    const answer = await http.get(`/${what}`);
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe(seconds);
    expect(answer.body).toMatchObject({ code: `limit.${what}`, details: { telephone: '12339' } });
    expect(answer.text).not.toContain('127.0.0');
  });

  test('is of a network, not of an address, and of each network alone', async () => {
    const { http } = serve(1);
    const from = async (address: string) => (await http.get('/tries').set('X-Forwarded-For', address)).status;
    expect(await from('198.51.100.7')).toBe(200);
    expect(await from('198.51.100.8')).toBe(429);
    expect(await from('198.51.101.7')).toBe(200);
    expect(await from('2001:db8:1:2::5')).toBe(200);
    expect(await from('2001:db8:1:2:ffff::')).toBe(429);
  });

  test('looks at what the outermost trusted proxy saw, and at nothing that was sent to it', async () => {
    const forged = '203.0.113.1, 198.51.100.7';
    const { http } = serve(1);
    expect((await http.get('/tries').set('X-Forwarded-For', forged)).status).toBe(200);
    expect((await http.get('/tries').set('X-Forwarded-For', '203.0.113.2, 198.51.100.7')).status).toBe(429);
    const direct = serve(0).http;
    expect((await direct.get('/tries').set('X-Forwarded-For', '203.0.113.1')).status).toBe(200);
    expect((await direct.get('/tries').set('X-Forwarded-For', '203.0.113.2')).status).toBe(429);
  });

  test('counts under another key each day', async () => {
    const { http, handled, tomorrow } = serve();
    await http.get('/tries');
    tomorrow();
    expect((await http.get('/tries')).status).toBe(200);
    const [before, after] = [handled[0], handled.at(-1)];
    expect(before?.endsWith(' 127.0.0.0/24')).toBe(true);
    expect(after).not.toBe(before);
  });
});
