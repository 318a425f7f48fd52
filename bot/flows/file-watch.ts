/** Sees to it that every file of a report is brought to safety, and that files of a dropped report are removed. */
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import type { Clock } from '../../domain/ports.js';
import { burnDay } from '../dialogue/draft.js';
import type { FileRef, KeptFile, State, Who } from '../dialogue/types.js';
import type { KeepFile } from './keep-files.js';

export interface FileWatch {
  /** After a turn: fetches what waits, removes what was dropped. */
  watch(who: Who, now: State | null, before: State | null): void;
}

interface Ports {
  readonly keepFile: KeepFile;
  readonly evidence: EvidenceStore;
  readonly clock: Clock;
  readonly failed: (error: unknown) => void;
}

/** Seconds after which a file that another process was fetching is fetched here. */
const giveUpOnOthers = 20;

type Change = (who: Who, by: (state: State) => State | null) => Promise<boolean>;

export function createFileWatch(ports: Ports, { change }: { change: Change }): FileWatch {
  const busy = new Set<string>();

  async function bring(who: Who, state: State, file: FileRef): Promise<void> {
    busy.add(file.id);
    try {
      const kept = await ports.keepFile(state.reportId, burnDay(state), file.media, file.ref);
      if (!(await settle(who, file.id, { state: 'saved', kept }))) await ports.evidence.remove(kept.file);
    } catch (error) {
      ports.failed(error);
      await settle(who, file.id, { state: 'failed' });
    } finally {
      busy.delete(file.id);
    }
  }

  /** Writes the file's end into the report; false when the report does not hold the file then. */
  async function settle(
    who: Who,
    id: string,
    end: { state: 'saved'; kept: KeptFile } | { state: 'failed' },
  ): Promise<boolean> {
    const saved = end.state === 'saved' ? end.kept.file : null;
    let [tried, held] = [false, false];
    const made = await change(who, (state) => {
      const file = state.files.find((f) => f.id === id);
      // A write that seemed lost may have been made, and the report sent since: what it may hold is not removed.
      held = file?.kept?.file === saved || (tried && state.at === 'receipt');
      if (file?.state !== 'fetching') return null;
      tried = true;
      return { ...state, files: state.files.map((f) => (f.id === id ? { ...f, ...end } : f)) };
    });
    return made || held;
  }

  return {
    watch(who, now, before) {
      const seconds = ports.clock.now() / 1_000;
      for (const file of now?.files ?? []) {
        const fresh = before?.files.every(({ id }) => id !== file.id) ?? true;
        if (file.state !== 'fetching' || busy.has(file.id)) continue;
        if (now !== null && (fresh || seconds - file.at > giveUpOnOthers))
          bring(who, now, file).catch(ports.failed);
      }
      if (now !== null) return;
      for (const { kept } of before?.files ?? [])
        if (kept !== undefined) ports.evidence.remove(kept.file).catch(ports.failed);
    },
  };
}
