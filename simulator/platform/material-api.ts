import { type Media, type MediaKind } from '../state/media.js';
import { type Apis, FileResult, int, jsonOf, ok, type Platform, str } from './api.js';
import { type ErrorCode, PlatformError } from './errors.js';
import { fileUrl } from './addresses.js';
import { fileOf } from './media-api.js';

const kinds: readonly string[] = ['image', 'voice', 'video', 'thumb'] satisfies MediaKind[];
const most = 1_000;

/** Permanent material: reference 10.5. */
export function materialApi({ media, base }: Platform): Apis {
  const url = (id: string): string => fileUrl(base, id);
  const keep = (kind: MediaKind, bytes: Uint8Array, keeping: 'library' | 'article'): Media => {
    if (keeping === 'library' && media.library().length >= most) throw new PlatformError(45001);
    const kept = media.put(kind, bytes, keeping);
    if ('refused' in kept) throw new PlatformError(kept.refused as ErrorCode);
    return kept;
  };
  const known = (id: string): Media => {
    const file = media.get(id);
    if (file?.keeping !== 'library') throw new PlatformError(40007);
    return file;
  };
  const count = (kind: MediaKind): number => media.library().filter((file) => file.kind === kind).length;

  return {
    '/cgi-bin/material/add_material': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const kind = call.query.get('type') ?? '';
        if (!kinds.includes(kind)) throw new PlatformError(40004);
        const kept = keep(kind as MediaKind, fileOf(call), 'library');
        return kind === 'image' ? { media_id: kept.id, url: url(kept.id) } : { media_id: kept.id };
      },
    },
    '/cgi-bin/media/uploadimg': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => ({ url: url(keep('image', fileOf(call), 'article').id) }),
    },
    '/cgi-bin/material/get_material': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const file = known(str(jsonOf(call), 'media_id'));
        if (file.kind === 'video') return { title: '', description: '', down_url: url(file.id) };
        return new FileResult(file.bytes, file.type, `${file.id}.${file.extension}`);
      },
    },
    '/cgi-bin/material/del_material': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        media.remove(known(str(jsonOf(call), 'media_id')).id);
        return ok;
      },
    },
    '/cgi-bin/material/get_materialcount': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: () => ({
        voice_count: count('voice'),
        video_count: count('video'),
        image_count: count('image'),
        news_count: 0,
      }),
    },
    '/cgi-bin/material/batchget_material': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const body = jsonOf(call);
        const [offset, size] = [int(body['offset']), int(body['count'])];
        if (!(offset >= 0 && size >= 1 && size <= 20)) throw new PlatformError(40097);
        const all = media.library().filter((file) => file.kind === str(body, 'type'));
        const page = all.slice(offset, offset + size);
        const item = page.map((file) => ({
          media_id: file.id,
          name: `${file.id.slice(0, 8)}.${file.extension}`,
          update_time: Math.floor(file.createdAt / 1000),
          url: url(file.id),
        }));
        return { total_count: all.length, item_count: item.length, item };
      },
    },
  };
}
