import { letters } from '../state/chance.js';
import { type SceneCodes } from '../state/scene-codes.js';
import { type Apis, FileResult, int, isJson, jsonOf, type Json, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

const longest = 2_592_000;

/** One white pixel, a real JPEG: the control API scans codes by what they say, so that nothing need be drawn. */
const pixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVAH/2Q==',
  'base64',
);
/** Scene codes: reference 10.11. At most `permanent` of them last for ever. */
export function qrcodeApi({ clock, random }: Platform, codes: SceneCodes, permanent: number): Apis {
  let lasting = 0;
  return {
    '/cgi-bin/qrcode/create': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const body = jsonOf(call);
        const action = str(body, 'action_name');
        const of = sceneOf(body);
        checkScene(action, of);
        const lasts = action.startsWith('QR_LIMIT');
        if (lasts && lasting >= permanent) throw new PlatformError(45029);
        if (lasts) lasting += 1;
        const code = {
          ticket: `gQ${letters(random, 94)}`,
          url: `http://weixin.qq.com/q/${letters(random, 24)}`,
        };
        const scene = str(of, 'scene_str') || String(int(of['scene_id']));
        if (lasts) {
          codes.add({ ...code, scene, endsAt: null });
          return code;
        }
        const seconds = body['expire_seconds'] === undefined ? 60 : int(body['expire_seconds']);
        if (!(seconds > 0 && seconds <= longest)) throw new PlatformError(40035);
        codes.add({ ...code, scene, endsAt: clock.now() + seconds * 1_000 });
        return { ...code, expire_seconds: seconds };
      },
    },
    '/cgi-bin/showqrcode': {
      method: 'GET',
      token: 'none',
      run: ({ query }) =>
        codes.hasTicket(query.get('ticket') ?? '')
          ? new FileResult(pixel, 'image/jpeg', 'code.jpg')
          : new FileResult(Buffer.alloc(0), 'text/html', '', 404),
    },
  };
}

function sceneOf(body: Json): Json {
  const info = body['action_info'];
  const scene = isJson(info) ? info['scene'] : undefined;
  if (!isJson(scene)) throw new PlatformError(40053);
  return scene;
}

function checkScene(action: string, scene: Json): void {
  const id = int(scene['scene_id']);
  const words = str(scene, 'scene_str');
  const fits =
    action === 'QR_SCENE'
      ? id > 0 && id <= 0xffff_ffff
      : action === 'QR_LIMIT_SCENE'
        ? id > 0 && id <= 100_000
        : action === 'QR_STR_SCENE' || action === 'QR_LIMIT_STR_SCENE'
          ? words.length >= 1 && words.length <= 64
          : null;
  if (fits === null) throw new PlatformError(40053);
  if (!fits) throw new PlatformError(40129);
}
