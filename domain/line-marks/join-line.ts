import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { joined, knows, type Hold, type LineMark } from './line-mark.js';
import type { DataFolderIdentity, FolderIdentity, LineMarks } from './ports.js';

/** `known`: as the last time · `joined`: seen for the first time · `held`: seen for the first time, and nothing is sent */
export type Joined = 'known' | 'joined' | 'held';

export interface JoinPorts {
  readonly marks: LineMarks;
  readonly folder: DataFolderIdentity;
  readonly clock: Clock;
  /** Whether anything is planned in the database that would go out by itself. */
  readonly planned: () => Promise<boolean>;
}

/** Tries against other processes that join at the same moment. */
const mostTries = 20;

/**
 * Compares the data folder's identity with what the database knows, before anything is sent; the two know each other
 * afterwards, so that it is said once.
 *
 * | folder            | database              | what it is                                     | held                     |
 * | ----------------- | --------------------- | ---------------------------------------------- | ------------------------ |
 * | no identity       | no mark               | a new line, or the first start of this version | no                       |
 * | identity          | knows it              | as the last time                               | no                       |
 * | identity          | no mark               | a database without history, or one brought in  | if something is planned  |
 * | no identity       | a mark                | a copy of the database, or one more machine    | yes                      |
 * | identity          | does not know it      | a copy of the database                         | yes                      |
 * | identity          | in another place      | a copy of the whole folder; it gets its own    | yes                      |
 *
 * @throws DomainError storage.unavailable, the system's error if the folder cannot be written
 */
export function createJoinLine(ports: JoinPorts): () => Promise<Joined> {
  const { marks, folder, clock, planned } = ports;

  const copied = (): Hold => ({ since: clock.now(), why: 'copied' });

  async function first(me: FolderIdentity): Promise<Joined | null> {
    const hold = me.confirmed && (await planned()) ? copied() : null;
    const inserted = await marks.insert({ revision: 1, folders: [bare(me)], hold });
    if (!inserted) return null;
    await folder.confirm(me);
    return hold === null ? 'joined' : 'held';
  }

  async function later(mark: LineMark, me: FolderIdentity): Promise<Joined | null> {
    if (knows(mark, me)) {
      // what was known on a server has a place since it came back into the folder
      if (!mark.folders.some(({ id, place }) => id === me.id && place === me.place))
        if (!(await marks.replace(joined(mark, bare(me), null)))) return null;
      await folder.confirm(me);
      return 'known';
    }
    const mine = mark.folders.some(({ id }) => id === me.id) ? await folder.renew() : me;
    if (!(await marks.replace(joined(mark, bare(mine), copied())))) return null;
    await folder.confirm(mine);
    return 'held';
  }

  return async () => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const me = await folder.read();
      const mark = await marks.read();
      const done = mark === null ? await first(me) : await later(mark, me);
      if (done !== null) return done;
    }
    throw new DomainError('storage.unavailable');
  };
}

const bare = ({ id, place }: FolderIdentity) => ({ id, place });
