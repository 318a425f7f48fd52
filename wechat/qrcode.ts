/** Scene QR codes: a poster that opens the bot, and tells it where the person came from. */
import { type Api } from './api.js';
import { numberOf, stringOf } from './json.js';

export interface QrCode {
  readonly ticket: string;
  /** null: for good (an account has 100,000 of those) */
  readonly expiresInSeconds: number | null;
  /** what the picture says */
  readonly url: string;
}

export interface QrCodes {
  /** `scene`: 1 to 64 characters. `expiresInSeconds`: at most 30 days, null for good. @throws WechatError 40129 */
  create(scene: string, expiresInSeconds: number | null): Promise<QrCode>;
  /** Where anybody gets the picture, a JPEG. */
  pictureUrl(ticket: string): string;
}

/** `pictureBase`: `https://mp.weixin.qq.com`, or the simulator's. */
export function createQrCodes(api: Api, pictureBase: string): QrCodes {
  return {
    async create(scene, expiresInSeconds) {
      const expiry = expiresInSeconds === null ? {} : { expire_seconds: expiresInSeconds };
      const action_name = expiresInSeconds === null ? 'QR_LIMIT_STR_SCENE' : 'QR_STR_SCENE';
      const json = await api.json({
        path: '/cgi-bin/qrcode/create',
        json: { ...expiry, action_name, action_info: { scene: { scene_str: scene } } },
        repeatable: expiresInSeconds !== null,
      });
      const seconds = numberOf(json, 'expire_seconds', -1);
      const lasting = seconds < 0 ? null : seconds;
      return { ticket: stringOf(json, 'ticket'), expiresInSeconds: lasting, url: stringOf(json, 'url') };
    },
    pictureUrl: (ticket) => `${pictureBase}/cgi-bin/showqrcode?${new URLSearchParams({ ticket }).toString()}`,
  };
}
