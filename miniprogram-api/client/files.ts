/** The files of one report or thread. */
import type { Media } from './clean-file.js';
import type { Core } from './core.js';
import { ApiError } from './errors.js';
import type { FileFacts, FileUpload, Upload } from './file-upload.js';
import type { ByteSource } from './ports.js';
import { startUpload, type UploadParts } from './run-upload.js';
import type { Destination } from './send-parts.js';

export interface FileAbout {
  readonly name: string;
  readonly media: Media;
}

export interface Files {
  all(): readonly FileUpload[];
  add(source: ByteSource, about: FileAbout): FileUpload;
  remove(upload: FileUpload): void;
  /** Kept when none is under way any more. */
  rested(): Promise<void>;
  /** Of those that are done. */
  facts(): readonly FileFacts[];
  /** Sends those that are done once more, and waits: what was sent under another ticket cannot be used. */
  startOver(): Promise<void>;
  /** Stops them and overwrites their keys. */
  wipe(): void;
}

type Place = Pick<Destination, 'reportId' | 'token' | 'of'>;

export function createFiles(core: Core, place: Place, attach?: UploadParts['attach']): Files {
  const { ports, backend, ask, slots, clean } = core;
  const to: Destination = { ports, backend, ask, slots, ...place };
  const uploads: Upload[] = [];

  async function admit(size: number): Promise<void> {
    const { fileBytes } = (await core.line()).limits;
    if (size > fileBytes) throw new ApiError('evidence.too_large', 0);
  }

  async function rested(): Promise<void> {
    await Promise.all(uploads.map((upload) => upload.rested()));
  }

  return {
    all: () => [...uploads],
    add(source, about) {
      const upload = startUpload({ to, clean, source, ...about, admit, ...(attach ? { attach } : {}) });
      uploads.push(upload);
      return upload;
    },
    remove(upload) {
      upload.cancel();
      const at = uploads.findIndex((one) => one === upload);
      if (at >= 0) uploads.splice(at, 1);
    },
    rested,
    facts: () => uploads.flatMap((upload) => upload.facts() ?? []),
    async startOver() {
      for (const upload of uploads) if (upload.state === 'done') upload.startOver();
      await rested();
    },
    wipe() {
      for (const upload of uploads) {
        if (upload.state !== 'done') upload.cancel();
        upload.wipe();
      }
    },
  };
}
