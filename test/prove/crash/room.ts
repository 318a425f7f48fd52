import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lostOf, openAndRead, startWriter } from './writing.js';

/** A way to leave a writer without room, and to give it some again while it runs. */
interface Narrow {
  readonly name: string;
  /** Answers why it cannot be had here, or nothing. */
  begin(dir: string): string | undefined;
  /** a command that starts the writer */
  readonly before: readonly string[];
  widen(dir: string, pid: number): void;
  end(dir: string): void;
}

const said = (command: string, ...args: string[]): string | undefined => {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
};

const ways: readonly Narrow[] = [
  {
    name: 'a disk of 3 MB (tmpfs; needs root)',
    begin: (dir) => said('mount', '-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dir),
    before: [],
    widen: (dir) => void said('mount', '-o', 'remount,size=64m', dir),
    end: (dir) => void said('umount', dir),
  },
  {
    name: 'files of at most 2 MB (RLIMIT_FSIZE)',
    begin: () => said('prlimit', '--version'),
    // a write past the limit fails with EFBIG where the signal for it is ignored
    before: ['bash', '-c', `trap '' XFSZ; ulimit -S -f 2048; exec "$0" "$@"`],
    widen: (_dir, pid) => void said('prlimit', '--pid', String(pid), '--fsize=unlimited'),
    end: () => undefined,
  },
];

const enough = 40;

/** Leaves a writer without room, gives it some again, kills it, and looks for all it was told, before and after. */
export async function runOutOfRoom(): Promise<{ lines: string[]; failed: boolean }> {
  const lines: string[] = [];
  let failed = false;
  for (const way of ways) {
    const dir = mkdtempSync(join(tmpdir(), 'crash-room-'));
    const why = way.begin(dir);
    if (why === undefined) {
      try {
        const data = join(dir, 'data');
        mkdirSync(data);
        const writer = startWriter(data, 0, way.before);
        const { told } = writer;
        await until(() => told.refused.length >= enough);
        const narrow = told.acknowledged.size;
        way.widen(dir, writer.pid);
        await until(() => told.acknowledged.size >= narrow + enough);
        await writer.kill();
        const { documents, halves, ms } = await openAndRead(data);
        const figures = {
          acknowledgedBefore: narrow,
          refused: told.refused.length,
          unclear: told.refused.filter((text) => !/^14031 .*Make room/.test(text)).length,
          acknowledgedAfter: told.acknowledged.size - narrow,
          lost: lostOf(documents, told.acknowledged),
          halves,
          openMs: Math.round(ms),
        };
        const { acknowledgedBefore, refused, acknowledgedAfter, unclear, lost } = figures;
        failed ||= !acknowledgedBefore || !refused || !acknowledgedAfter || unclear + lost + halves > 0;
        lines.push(`${way.name}: ${JSON.stringify(figures)}`);
      } finally {
        way.end(dir);
      }
    } else lines.push(`${way.name}: skipped (${why})`);
    rmSync(dir, { recursive: true, force: true });
  }
  return { lines, failed };
}

async function until(is: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !is(); i += 1) await sleep(50);
}
