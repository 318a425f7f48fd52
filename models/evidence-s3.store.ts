import { isDay } from '../domain/days.js';
import { DomainError } from '../domain/errors.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import type { Clock, Random } from '../domain/ports.js';
import type { S3Bucket } from './s3-bucket.js';

/** An object of a file that has not come to its last place. */
interface Fresh {
  readonly key: string;
  readonly fileId: string;
  readonly part: number;
  readonly state: 'pending' | 'settled';
  /** of a pending one the day after which it burns, of a settled one the day on which it was settled */
  readonly day: string;
}

/**
 * Sealed files as objects: `new/<file>.<part>.pending.<burn day>` until their draft is sent, then
 * `new/<file>.<part>.settled.<day>`, and from the next `settleTimes` on `<2 hex>/<file>.<part>`.
 *
 * An object's time of change is the server's and cannot be set: until the night it is the second in which the part came
 * or its report was sent. In the night the objects are written anew in random order, and from then on it tells that
 * night. A bucket that keeps versions, and the server's own log, keep the seconds.
 */
export function createEvidenceS3(options: {
  bucket: S3Bucket;
  clock: Pick<Clock, 'today'>;
  random: Random;
}): EvidenceStore {
  const { bucket, clock, random } = options;

  const fresh = async (prefix = ''): Promise<readonly Fresh[]> =>
    (await bucket.list(`new/${prefix}`)).flatMap((key) => freshIn(key) ?? []);

  /** The copy is there before the original goes; one that is gone already was taken by somebody else's same errand. */
  async function moveAll(moves: readonly (readonly [from: string, to: string])[]): Promise<number> {
    let moved = 0;
    for (const [from, to] of moves) if (await bucket.copy(from, to)) moved += 1;
    for (const [from] of moves) await bucket.remove(from);
    return moved;
  }

  return {
    async put(burnDay, fileId, part, sealed) {
      check(fileId, burnDay);
      await bucket.put(`new/${fileId}.${part}.pending.${burnDay}`, sealed);
    },

    async settle(burnDay, fileId) {
      check(fileId, burnDay);
      const mine = (await fresh(`${fileId}.`)).filter((one) => isPending(one) && one.day === burnDay);
      const settled = ({ part }: Fresh): string => `new/${fileId}.${part}.settled.${clock.today()}`;
      await moveAll(mine.map((one) => [one.key, settled(one)] as const));
    },

    async parts(burnDay, fileId) {
      check(fileId, burnDay);
      const mine = (await fresh(`${fileId}.`)).filter((one) => isPending(one) && one.day === burnDay);
      return mine.map(({ part }) => part).sort((a, b) => a - b);
    },

    async get(fileId, part) {
      check(fileId);
      const last = await bucket.get(placeOf(fileId, part));
      if (last !== null) return last;
      const all = await fresh(`${fileId}.${part}.`);
      // where settling or the night has just moved it, the last place once more
      const keys = [...all.filter(isSettled), ...all.filter(isPending)].map(({ key }) => key);
      for (const key of [...keys, placeOf(fileId, part)]) {
        const bytes = await bucket.get(key);
        if (bytes !== null) return bytes;
      }
      throw new DomainError('evidence.unreadable');
    },

    async remove(fileId) {
      check(fileId);
      const all = await bucket.list(`${fileId.slice(0, 2)}/${fileId}.`);
      for (const key of [...all, ...(await bucket.list(`new/${fileId}.`))]) await bucket.remove(key);
    },

    async burn(day) {
      const old = (await fresh()).filter((one) => isPending(one) && one.day < day);
      for (const { key } of old) await bucket.remove(key);
      return new Set(old.map(({ fileId }) => fileId)).size;
    },

    async settleTimes(day) {
      const due = (await fresh()).filter((one) => isSettled(one) && one.day < day);
      const moves = due.map(({ key, fileId, part }) => [key, placeOf(fileId, part)] as const);
      return moveAll(shuffled(moves, random));
    },
  };
}

const placeOf = (fileId: string, part: number): string => `${fileId.slice(0, 2)}/${fileId}.${part}`;
const isPending = ({ state }: Fresh): boolean => state === 'pending';
const isSettled = ({ state }: Fresh): boolean => state === 'settled';

/** Null: an object of somebody else's. */
function freshIn(key: string): Fresh | null {
  const [, fileId = '', part = '', state = '', day = ''] =
    /^new\/([0-9a-f]{32})\.(\d{1,4})\.(pending|settled)\.([\d-]+)$/.exec(key) ?? [];
  if (!isDay(day)) return null;
  return { key, fileId, part: Number(part), state: state === 'pending' ? state : 'settled', day };
}

/** Ids become keys of objects: nothing else passes. */
function check(fileId: string, burnDay?: string): void {
  const right = /^[0-9a-f]{32}$/.test(fileId) && (burnDay === undefined || isDay(burnDay));
  if (!right) throw new DomainError('evidence.unreadable');
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random(8)).toString('hex') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
