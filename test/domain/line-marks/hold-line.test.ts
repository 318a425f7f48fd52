import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createHoldLine, createReadHold } from '../../../domain/line-marks/hold-line.js';
import { createReleaseLine } from '../../../domain/line-marks/release-line.js';
import type { LineMark } from '../../../domain/line-marks/line-mark.js';
import { auditLog } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';
import { withFaults } from '../../support/fakes/faults.js';
import { memoryLineMarks } from '../../support/fakes/line-marks.js';

const folders = [{ id: 'a'.repeat(32), place: null }];
const held: LineMark = { revision: 4, folders, hold: { since: 7, why: 'copied' } };

function line(first: LineMark | null) {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const marks = memoryLineMarks(first);
  const log = auditLog(clock);
  return {
    ...{ clock, marks, ...log, read: createReadHold({ marks }) },
    hold: createHoldLine({ marks, clock }),
    release: createReleaseLine({ marks, record: log.record }),
  };
}

describe('holding', () => {
  test('a line without a mark makes one', async () => {
    const { hold, read, marks, clock } = line(null);
    expect(await read()).toBeNull();
    await hold('restored');
    expect(await read()).toEqual({ since: clock.now(), why: 'restored' });
    expect((await marks.read())?.folders).toEqual([]);
  });

  test('a line keeps the folders that it knows', async () => {
    const { hold, marks } = line({ ...held, hold: null });
    await hold('restored');
    expect(await marks.read()).toMatchObject({ revision: 5, folders, hold: { why: 'restored' } });
  });

  test('one that is held stays as it is', async () => {
    const { hold, marks } = line(held);
    await hold('restored');
    expect(await marks.read()).toEqual(held);
  });
});

describe('releasing', () => {
  test('is written into the log of acts, and the hold is over', async () => {
    const { release, read, acts, marks } = line(held);
    expect(await release('ann')).toBe(true);
    expect([await read(), acts()]).toEqual([null, [['ann', 'line.release', null]]]);
    expect((await marks.read())?.folders).toEqual(folders);
  });

  test.each([null, { ...held, hold: null }])('what is not held does nothing: %j', async (mark) => {
    const { release, acts } = line(mark);
    expect(await release('ann')).toBe(false);
    expect(acts()).toEqual([]);
  });

  test('does not happen where it cannot be written down', async () => {
    const { marks } = line(held);
    const refuses = async () => {
      throw new DomainError('storage.unavailable');
    };
    await expect(createReleaseLine({ marks, record: refuses })('ann')).rejects.toThrow('storage.unavailable');
    expect(await marks.read()).toEqual(held);
  });

  test('goes on when somebody else writes the mark at the same moment, and gives up where that never ends', async () => {
    const { marks, record, read } = line(held);
    let calls = 0;
    const busy = {
      ...marks,
      replace: async (mark: LineMark) => ((calls += 1) < 3 ? false : marks.replace(mark)),
    };
    expect(await createReleaseLine({ marks: busy, record })('ann')).toBe(true);
    expect(await read()).toBeNull();
    const never = { ...memoryLineMarks(held), replace: async () => false };
    await expect(createReleaseLine({ marks: never, record })('ann')).rejects.toThrow('storage.unavailable');
  });
});

test('reading fails where the database does', async () => {
  const marks = withFaults(memoryLineMarks(held), () => 'before');
  await expect(createReadHold({ marks })()).rejects.toThrow('storage.unavailable');
});
