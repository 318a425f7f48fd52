import { Schema } from 'mongoose';

/** What an editor wrote, as articles and their versions keep it. */
export interface ContentDocument {
  kind: string;
  texts: { zh: TextDocument | null; en: TextDocument | null };
  author: string;
  cover: string | null;
  tags: string[];
  category: string | null;
  sources: { title: string; url: string }[];
}

export interface TextDocument {
  title: string;
  digest: string;
  body: string;
  coverAlt: string;
}

/** Options of a part of a document. `minimize` would drop what is empty. */
export const part = { _id: false, id: false, strict: 'throw', minimize: false } as const;

/** A field that a draft may leave empty: mongoose takes an empty string for a missing one. */
const free = { type: String } as const;
const orNull = { type: String, default: null } as const;

const textSchema = new Schema({ title: free, digest: free, body: free, coverAlt: free }, part);
const texts = new Schema(
  { zh: { type: textSchema, default: null }, en: { type: textSchema, default: null } },
  part,
);
const source = new Schema({ title: free, url: free }, part);

export const contentSchema = new Schema(
  {
    kind: { type: String, required: true },
    texts: { type: texts, required: true },
    author: free,
    cover: orNull,
    tags: [String],
    category: orNull,
    sources: [source],
  },
  part,
);
