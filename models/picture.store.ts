import type { Connection } from 'mongoose';
import type { Picture, Pictures, Rendition, RenditionName } from '../domain/articles/ports.js';
import { articleFieldsOf } from './article.fields.js';
import { toBuffer } from './bytes.js';
import { stored, unlessDuplicate } from './errors.js';
import { type PictureDocument, pictureModel } from './picture.schema.js';

const { whole, bytes, word, part } = articleFieldsOf('pictures');

const types = ['image/webp', 'image/jpeg', 'image/png'] as const satisfies Rendition['type'][];

/** Pictures with their sizes: at most some megabytes each, written once. */
export function createPictureStore(connection: Connection): Pictures {
  const model = pictureModel(connection);
  return {
    async add(picture) {
      await unlessDuplicate(() => model.create(toDocument(picture)), null);
    },
    async get(id, name) {
      const only = { [`renditions.${name}`]: 1 };
      const found = await stored(() =>
        model.findOne({ _id: id }, only).lean<Pick<PictureDocument, 'renditions'>>(),
      );
      return found && toRendition(found, name);
    },
    async has(id) {
      return (await stored(() => model.exists({ _id: id }))) !== null;
    },
  };
}

function toDocument({ id, uploadedBy, day, renditions }: Picture): PictureDocument {
  const entries = renditions.map(({ name, type, width, height, bytes }) => {
    return [name, { type, width, height, bytes: toBuffer(bytes) }] as const;
  });
  return { _id: id, uploadedBy, day, renditions: Object.fromEntries(entries) };
}

function toRendition(found: Pick<PictureDocument, 'renditions'>, name: RenditionName): Rendition | null {
  const rendition = part(found.renditions)[name];
  if (rendition === undefined) return null;
  const { type, width, height } = part(rendition);
  return {
    name,
    type: word(types, type),
    width: whole(width),
    height: whole(height),
    bytes: bytes(rendition.bytes),
  };
}
