import { type MediaKind } from '../state/media.js';
import { fileUrl } from './addresses.js';
import { type Apis, type Call, FileResult, type Platform } from './api.js';
import { type ErrorCode, PlatformError } from './errors.js';
import { multipart } from './multipart.js';

const kinds: readonly string[] = ['image', 'voice', 'video', 'thumb'] satisfies MediaKind[];

/** Temporary media: reference 10.4. */
export function mediaApi({ media, base }: Platform): Apis {
  return {
    '/cgi-bin/media/upload': {
      method: 'POST',
      token: 'either',
      run: (call) => {
        const kind = call.query.get('type') ?? '';
        if (!kinds.includes(kind)) throw new PlatformError(40004);
        const kept = media.put(kind as MediaKind, fileOf(call));
        if ('refused' in kept) throw new PlatformError(kept.refused as ErrorCode);
        const id = kind === 'thumb' ? { thumb_media_id: kept.id } : { media_id: kept.id };
        return { type: kind, ...id, created_at: Math.floor(kept.createdAt / 1000) };
      },
    },
    '/cgi-bin/media/get': {
      method: 'GET',
      token: 'either',
      run: ({ query }) => {
        const id = query.get('media_id') ?? '';
        if (id === '') throw new PlatformError(41006);
        const file = media.get(id);
        if (file === undefined) throw new PlatformError(40007);
        if (file.kind === 'video') return { video_url: fileUrl(base, id) };
        return new FileResult(file.bytes, file.type, `${id}.${file.extension}`);
      },
    },
  };
}

/** The uploaded file: the field `media`, or the only file if it is called something else. */
export function fileOf(call: Call): Buffer {
  const parts = multipart(call.body, call.contentType)?.filter((part) => part.filename !== null);
  const part = parts?.find(({ name }) => name === 'media') ?? parts?.[0];
  if (part === undefined || part.bytes.length === 0) throw new PlatformError(41005);
  if (!/\.[A-Za-z0-9]{2,4}$/.test(part.filename ?? '')) throw new PlatformError(40005);
  return part.bytes;
}
