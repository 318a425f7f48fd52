/**
 * Files on their way: sealed parts that arrive in any order and more than once, over a line that breaks. Safe is said
 * only when every part was read back from where it lies and is what was sent.
 */
import { addDays } from '../../questions/day.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { EvidenceStore, Upload, Uploads } from './ports.js';

export interface BegunUpload {
  readonly upload: Upload;
  /** the parts that are there, in order */
  readonly received: readonly number[];
}

export interface UploadFiles {
  /** Begins one, or says what is there of it. @throws DomainError evidence.too_large, evidence.too_many, evidence.closed (another's, or of another size) */
  begin(owner: string, file: Pick<Upload, 'id' | 'parts' | 'partBytes'>): Promise<BegunUpload>;
  /** Keeps a part; the same again is fine. @throws DomainError evidence.unknown, evidence.closed, report.malformed */
  put(owner: string, id: string, part: number, sealed: Uint8Array): Promise<void>;
  /** Reads every part back. @throws DomainError evidence.unknown, evidence.incomplete with `missing` and `damaged` */
  complete(owner: string, id: string, hashes: readonly string[]): Promise<Upload>;
  /** Those that were named stay for good; they are forgotten by `forget`, once what names them is stored. @throws DomainError evidence.incomplete, evidence.unknown, before any is settled */
  settle(owner: string, ids: readonly string[]): Promise<void>;
  forget(owner: string, ids: readonly string[]): Promise<void>;
  /** Forgets those that burned before today; answers how many. */
  burn(): Promise<number>;
}

export interface UploadPorts {
  readonly uploads: Uploads;
  readonly evidence: EvidenceStore;
  readonly clock: Pick<Clock, 'today'>;
  /** base64url of BLAKE2b-256 */
  readonly hash: (bytes: Uint8Array) => string;
  /** whether these bytes can be a sealed part of such a file */
  readonly isPart: (sealed: Uint8Array, of: Pick<Upload, 'parts' | 'partBytes'>) => boolean;
  readonly partSizes: readonly number[];
}

/** What one report may have on its way, and what a file may have. */
export const uploadBounds = { files: 10, fileBytes: 31_457_280, keptDays: 3 } as const;

/** @throws DomainError storage.unavailable from each */
export function createUploadFiles(ports: UploadPorts): UploadFiles {
  const { uploads, evidence, clock } = ports;

  async function mine(owner: string, id: string): Promise<Upload> {
    const upload = await uploads.byId(id);
    // its row may outlast the burning of its parts for a moment
    if (upload?.owner !== owner || upload.burnDay < clock.today()) throw new DomainError('evidence.unknown');
    return upload;
  }

  /** Counted once more when it is there: of several at once each may have found room for itself alone. */
  async function insert(file: Pick<Upload, 'id' | 'owner' | 'parts' | 'partBytes'>): Promise<void> {
    const { id, owner } = file;
    if ((await uploads.count(owner)) >= uploadBounds.files) throw new DomainError('evidence.too_many');
    const burnDay = addDays(clock.today(), uploadBounds.keptDays);
    const isNew = await uploads.insert({ ...file, burnDay, complete: false });
    if (!isNew || (await uploads.count(owner)) <= uploadBounds.files) return;
    await uploads.remove(id, owner);
    throw new DomainError('evidence.too_many');
  }

  async function readBack(upload: Upload, hashes: readonly string[]): Promise<void> {
    const found = { missing: [] as number[], damaged: [] as number[] };
    for (let n = 0; n < upload.parts; n += 1) {
      const sealed = await part(upload.id, n);
      if (sealed === null) found.missing.push(n);
      else if (ports.hash(sealed) !== hashes[n]) found.damaged.push(n);
    }
    if (found.missing.length > 0 || found.damaged.length > 0)
      throw new DomainError('evidence.incomplete', { details: found });
  }

  async function part(id: string, n: number): Promise<Uint8Array | null> {
    try {
      return await evidence.get(id, n);
    } catch (error) {
      if (isDomainError(error) && error.code === 'evidence.unreadable') return null;
      throw error;
    }
  }

  return {
    async begin(owner, { id, parts, partBytes }) {
      if (!ports.partSizes.includes(partBytes) || parts * partBytes > uploadBounds.fileBytes)
        throw new DomainError('evidence.too_large');
      const there = await uploads.byId(id);
      if (there === null) await insert({ id, owner, parts, partBytes });
      const upload = there ?? (await mine(owner, id));
      if (upload.owner !== owner || upload.parts !== parts || upload.partBytes !== partBytes)
        throw new DomainError('evidence.closed');
      return { upload, received: await evidence.parts(upload.burnDay, id) };
    },

    async put(owner, id, n, sealed) {
      const upload = await mine(owner, id);
      if (upload.complete) throw new DomainError('evidence.closed');
      if (n >= upload.parts || !ports.isPart(sealed, upload)) throw new DomainError('report.malformed');
      await evidence.put(upload.burnDay, id, n, sealed);
    },

    async complete(owner, id, hashes) {
      const upload = await mine(owner, id);
      if (upload.complete) return upload;
      await readBack(upload, hashes);
      await uploads.completed(id);
      return { ...upload, complete: true };
    },

    async settle(owner, ids) {
      const all = await Promise.all(ids.map((id) => mine(owner, id)));
      const open = all.filter(({ complete }) => !complete).map(({ id }) => id);
      if (open.length > 0) throw new DomainError('evidence.incomplete', { details: { files: open } });
      for (const { id, burnDay } of all) await evidence.settle(burnDay, id);
    },

    // After the report: whoever dies in between leaves a file that is kept, and never a report that misses one.
    async forget(owner, ids) {
      for (const id of ids) await uploads.remove(id, owner);
    },

    burn: () => uploads.burn(clock.today()),
  };
}
