/** What a picture tells beside what it shows, taken out before anything is sealed. */
import type { ByteSource } from './ports.js';

export type Media = 'image' | 'voice' | 'video' | 'document';

/** `unchanged`: a picture from which nothing was taken, because there was nothing or because its form is not known. */
export type Cleaned = 'cleaned' | 'unchanged' | 'no-picture';

export interface CleanedFile {
  readonly source: ByteSource;
  readonly cleaned: Cleaned;
}

export type CleanFile = (source: ByteSource) => Promise<CleanedFile>;
