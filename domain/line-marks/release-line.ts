import type { RecordAct } from '../audit/record-act.js';
import { changeMark } from './change-mark.js';
import type { LineMarks } from './ports.js';

/**
 * Somebody says go: what is planned goes out again. It is written into the log of acts first. False: the line was not
 * held, and nothing is written. @throws DomainError storage.unavailable
 */
export type ReleaseLine = (who: string) => Promise<boolean>;

export function createReleaseLine({ marks, record }: { marks: LineMarks; record: RecordAct }): ReleaseLine {
  return async (who) => {
    if (((await marks.read())?.hold ?? null) === null) return false;
    await record({ who, act: 'line.release', object: null });
    await changeMark(marks, (mark) =>
      mark === null || mark.hold === null ? null : { ...mark, revision: mark.revision + 1, hold: null },
    );
    return true;
  };
}
