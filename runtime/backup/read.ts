/** Bringing a backup back: all of it is proved before the first byte of it is written. */
import { open } from 'node:fs/promises';
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import { importLines, type Imported } from '../../embedded-db/transfer.js';
import type { KeyPair } from '../../vault/backend.js';
import type { WholeDatabase } from './database.js';
import { BackupError, kinds, openBackup, readHead, type BackupHead, type ReadAt } from './format.js';

export interface OpenedBackup {
  readonly head: BackupHead;
  /** Reads all of it; answers how many records it has. @throws BackupError */
  check(pair: KeyPair, progress: (done: number) => void): Promise<number>;
  /** Writes it into an empty database and folder of sealed files. */
  restore(pair: KeyPair, into: Into): Promise<Imported & { readonly files: number }>;
  close(): Promise<void>;
}

export interface Into {
  readonly db: WholeDatabase['db'];
  readonly evidence: EvidenceStore;
  readonly today: string;
  readonly progress: (done: number) => void;
}

/** Opens the file of a backup. @throws BackupError if it is none, the system's error if it cannot be read */
export async function openBackupFile(path: string): Promise<OpenedBackup> {
  const file = await open(path);
  const readAt: ReadAt = async (offset, length) => {
    const bytes = Buffer.alloc(length);
    let at = 0;
    for (let more = 1; more > 0 && at < length; at += more)
      more = (await file.read(bytes, at, length - at, offset + at)).bytesRead;
    return bytes.subarray(0, at);
  };
  const close = (): Promise<void> => file.close();
  try {
    const head = await readHead(readAt);
    return {
      head,
      close,
      async check(pair, progress) {
        let count = 0;
        for await (const record of openBackup(head, pair, readAt)) {
          if (record.kind === kinds.file) fileOf(record.bytes);
          count += 1;
          progress(count);
        }
        return count;
      },
      async restore(pair, { db, evidence, today, progress }) {
        let files = 0;
        async function* lines(): AsyncGenerator<string> {
          let done = 0;
          for await (const { kind, bytes } of openBackup(head, pair, readAt)) {
            progress((done += 1));
            if (kind === kinds.line) yield Buffer.from(bytes).toString('utf8');
            if (kind !== kinds.file) continue;
            const { id, part, sealed } = fileOf(bytes);
            await evidence.put(today, id, part, sealed);
            await evidence.settle(today, id);
            files += 1;
          }
        }
        return { ...(await importLines(db, lines())), files };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function fileOf(bytes: Uint8Array): { id: string; part: number; sealed: Uint8Array } {
  const end = bytes.indexOf(10);
  const [, id, part] = /^([0-9a-f]{32})\.(\d+)$/.exec(Buffer.from(bytes.subarray(0, end)).toString()) ?? [];
  if (id === undefined) throw new BackupError('damaged');
  return { id, part: Number(part), sealed: bytes.subarray(end + 1) };
}
