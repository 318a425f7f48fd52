/** The public app with parts that a test replaces, and what it told the log. */
import { jest } from '@jest/globals';
import { readBody } from '../../bot/official-account/read-body.js';
import { createApp, type AppParts } from '../../miniprogram-api/app.js';
import { request } from './request.js';

export const requestId = '0706050403020100';

export function appWith(parts: Partial<AppParts> = {}) {
  const failed = jest.fn<AppParts['failed']>();
  const app = createApp({
    wechat: { answers: new Map(), readBody },
    https: false,
    trustProxy: 0,
    readiness: async () => ({ database: true, schedule: true, keys: true }),
    verifyFiles: new Map([['MP_verify_ABC.txt', 'ABC']]),
    home: (ctx) => {
      ctx.body = 'home';
    },
    more: [],
    random: (bytes) => Uint8Array.from({ length: bytes }, (_, i) => bytes - 1 - i),
    failed,
    ...parts,
  });
  return { http: request(app.callback()), failed };
}
