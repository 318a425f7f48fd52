import { type Connection, Schema } from 'mongoose';

/** A picture with its sizes, each under its name, so that one can be read without the others. */
export interface PictureDocument {
  _id: string;
  uploadedBy: string;
  day: string;
  renditions: Record<string, RenditionDocument | undefined>;
}

export interface RenditionDocument {
  type: string;
  width: number;
  height: number;
  bytes: Buffer;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const part = { _id: false, id: false, strict: 'throw', minimize: false } as const;

const rendition = new Schema(
  { type: text, width: whole, height: whole, bytes: { type: Buffer, required: true } },
  part,
);
const renditions = new Schema(
  { web: rendition, small: rendition, platform: rendition, cover: rendition },
  part,
);

const schema = new Schema<PictureDocument>(
  { _id: text, uploadedBy: text, day: text, renditions: { type: renditions, required: true } },
  { collection: 'pictures', strict: 'throw', versionKey: false, id: false },
);

/** The model of articles' pictures on this connection. */
export function pictureModel(connection: Connection) {
  return connection.model('Picture', schema);
}
