/** Temporary media: kept by the platform for three days. */
import { type Api } from './api.js';
import { NoAnswerError } from './errors.js';
import { numberOf, stringOf } from './json.js';
import { type Requester, TransportError } from './requester.js';

export interface MediaOptions {
  readonly request: Requester;
  /** Hosts from which a video may be fetched; the platform names one in its answer. */
  readonly videoHosts: RegExp;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

export interface MediaFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Upload extends MediaFile {
  readonly kind: 'image' | 'voice' | 'video' | 'thumb';
  /** ASCII, with the extension that belongs to the type */
  readonly name: string;
}

/** The platform's own hosts for media. */
export const platformVideoHosts = /(^|\.)(qq\.com|qpic\.cn|weixin\.qq\.com)$/;

export interface Media {
  /** @throws WechatError 40007 when it is gone, NoAnswerError (`too-large`, `foreign host`, …) */
  get(mediaId: string): Promise<MediaFile>;
  /** @throws WechatError, NoAnswerError */
  upload(file: Upload): Promise<{ readonly mediaId: string; readonly createdAt: number }>;
}

const largest = 10 * 1024 * 1024;

export function createMedia(api: Api, options: MediaOptions): Media {
  const { request, videoHosts, maxBytes = largest, timeoutMs = 30_000 } = options;
  const path = '/cgi-bin/media/get';

  async function video(url: string): Promise<MediaFile> {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !/^https?:$/.test(parsed.protocol) || !videoHosts.test(parsed.hostname))
      throw new NoAnswerError(path, 'unknown', 'foreign host');
    try {
      const { status, type, body } = await request({ method: 'GET', url, maxBytes, timeoutMs });
      if (status !== 200) throw new NoAnswerError(path, 'unknown', `HTTP ${status}`);
      return { type: type === '' ? 'video/mp4' : type, bytes: body };
    } catch (error) {
      if (error instanceof TransportError) throw new NoAnswerError(path, error.arrived, error.reason);
      throw error;
    }
  }

  return {
    async get(mediaId) {
      const answer = await api.call({ path, query: { media_id: mediaId }, repeatable: true, maxBytes });
      return answer.kind === 'bytes' ? answer : video(stringOf(answer.json, 'video_url'));
    },
    async upload(file) {
      const form = multipart('media', file);
      const query = { type: file.kind };
      const json = await api.json({ path: '/cgi-bin/media/upload', query, form, repeatable: true });
      const mediaId = stringOf(json, 'media_id') || stringOf(json, 'thumb_media_id');
      return { mediaId, createdAt: numberOf(json, 'created_at', 0) };
    },
  };
}

/** One file as multipart/form-data with its length known: the platform does not take a chunked body. */
export function multipart(
  field: string,
  file: Omit<Upload, 'kind'>,
): { readonly type: string; readonly body: Uint8Array } {
  const boundary = '----line-4f1c8d2ab97e0356';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
