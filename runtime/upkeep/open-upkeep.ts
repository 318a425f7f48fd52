/** What keeps a line going by itself: whether it may send, what waits to be delivered, and what staff are told. */
import { createTellStaff } from '../../domain/alerts/tell-staff.js';
import { createTellWork, createWorkPace } from '../../domain/alerts/tell-work.js';
import type { RecordAct } from '../../domain/audit/record-act.js';
import { momentOf } from '../../domain/calendar/moments.js';
import { createReadHold } from '../../domain/line-marks/hold-line.js';
import { createJoinLine, type Joined } from '../../domain/line-marks/join-line.js';
import { createReleaseLine } from '../../domain/line-marks/release-line.js';
import { createDeadLetters } from '../../domain/outbox/dead-letters.js';
import { createDeliverOutbox } from '../../domain/outbox/deliver-outbox.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createPauseBegun } from '../../domain/sending/pause-begun.js';
import { staffChannel } from '../alerts/staff-channel.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from '../storage/data-folder.js';
import { createFolderIdentity } from '../storage/folder-identity.js';
import type { Storage } from '../storage/storage.js';
import { createHasWork } from './has-work.js';

export interface UpkeepParts {
  readonly config: Config;
  readonly data: DataFolder;
  readonly storage: Storage;
  readonly clock: Clock;
  /** another one only where somebody says what time it is */
  readonly rightClock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  /** the line's */
  readonly name: Readonly<Record<'zh' | 'en', string>>;
}

/** Staff are reminded of what still waits at nine in the morning. */
const morning = '09:00';

export type Upkeep = ReturnType<typeof openUpkeep>;

export function openUpkeep(parts: UpkeepParts) {
  const { config, data, storage, clock, rightClock, random, record, name } = parts;
  const { outbox, lineMarks: marks, workMarks } = storage;
  const hold = createReadHold({ marks });
  const release = createReleaseLine({ marks, record });
  const pauseBegun = createPauseBegun({ sends: storage.sends, clock });
  const channel = staffChannel(config, name, clock, createWorkPace({ marks: workMarks, clock }));
  const tellStaff = createTellStaff({ outbox, clock, channel: channel?.kind ?? null });
  return {
    hold,
    /** What had begun to be sent stays paused: each send waits for a person of its own. */
    async releaseLine(who: string): Promise<boolean> {
      if ((await hold()) === null) return false;
      await pauseBegun();
      return release(who);
    },
    /** Before anything is sent: whether this folder and this database belong together. `planned`: see join-line */
    join: (planned: () => Promise<boolean>): Promise<Joined> =>
      createJoinLine({
        ...{ marks, planned, clock: rightClock },
        folder: createFolderIdentity(data.path, random, config.mongodbUri === null),
      })(),
    letters: createDeadLetters({ outbox, record, clock }),
    outbox: createDeliverOutbox({
      ...{ outbox, hold, clock, random },
      deliver: new Map(channel === null ? [] : [[channel.kind, channel.deliver]]),
    }),
    /** null: staff are told nothing outside the desk */
    channel: channel?.kind ?? null,
    tellStaff,
    tellWork: createTellWork({
      ...{ marks: workMarks, clock, random, tellStaff, hasWork: createHasWork(storage.reports) },
      morningOf: (day) => momentOf(config.zone, day, morning),
    }),
  };
}
