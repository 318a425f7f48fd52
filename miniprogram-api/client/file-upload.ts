/** A file on its way, as a page sees it. */
import type { Cleaned, Media } from './clean-file.js';

export type UploadState = 'cleaning' | 'sealing' | 'uploading' | 'paused' | 'failed' | 'done';

export interface FileUpload {
  readonly id: string;
  readonly name: string;
  /** one that was cancelled stays `failed`, with `Stopped` as its error */
  readonly state: UploadState;
  /** null: not known yet */
  readonly cleaned: Cleaned | null;
  /** bytes of the file that the line has, of `size`; a cleaned file is a little shorter than it was chosen */
  readonly sent: number;
  readonly size: number;
  /** why it failed: ApiError, NoConnection, FileChanged, Stopped, or what reading or cleaning threw */
  readonly error: Error | null;
  pause(): void;
  resume(): void;
  /** After a failure: goes on with what is missing. */
  retry(): void;
  /** For good: its key is overwritten, and what arrived burns. */
  cancel(): void;
  /** Calls back after each change, until what it answers is called. */
  onChange(listener: () => void): () => void;
  /** Kept when all of it has arrived; a failure does not end it, because it may be tried again. @throws Stopped if cancelled */
  readonly done: Promise<void>;
}

/** The plain form of an item of purpose `file`, or of an addition that is one. */
export interface FileFacts {
  readonly media: Media;
  /** its id, hex */
  readonly file: string;
  /** base64url */
  readonly key: string;
  readonly type: string;
  readonly size: number;
  readonly name: string;
  readonly cleaned: Cleaned;
}

/** An upload as the report or the thread holds it. */
export interface Upload extends FileUpload {
  /** Kept when it neither cleans nor seals nor uploads any more. */
  rested(): Promise<void>;
  /** What is sealed about it; null until it is done. */
  facts(): FileFacts | null;
  /** Sends it once more under an id and a key of its own: what was sent before can no longer be used. */
  startOver(): void;
  /** Overwrites its key; what was sent before counts no less. */
  wipe(): void;
}
