/** Pictures that stay: the covers of articles, and the pictures inside them. */
import { type Api } from './api.js';
import { stringOf } from './json.js';
import { multipart, type Upload } from './media.js';

export interface Material {
  /** A cover, kept until it is removed: JPEG, at most 64 kB. Answers its media id. */
  addThumb(file: Omit<Upload, 'kind'>): Promise<string>;
  /** A picture inside an article: JPEG or PNG under 1 MB; counts for no quota of the library. Answers its address. */
  addArticlePicture(file: Omit<Upload, 'kind'>): Promise<string>;
  remove(mediaId: string): Promise<void>;
}

/** Reference 10.5. Uploading again makes another copy and harms nobody, so calls are repeated. @throws WechatError, NoAnswerError */
export function createMaterial(api: Api): Material {
  return {
    async addThumb(file) {
      const path = '/cgi-bin/material/add_material';
      const form = multipart('media', file);
      const json = await api.json({ path, query: { type: 'thumb' }, form, repeatable: true });
      return stringOf(json, 'media_id');
    },
    async addArticlePicture(file) {
      const form = multipart('media', file);
      return stringOf(await api.json({ path: '/cgi-bin/media/uploadimg', form, repeatable: true }), 'url');
    },
    async remove(mediaId) {
      const json = { media_id: mediaId };
      await api.json({ path: '/cgi-bin/material/del_material', json, repeatable: true });
    },
  };
}
