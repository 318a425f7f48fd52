import { describe, expect, test } from '@jest/globals';
import { createTellStaff } from '../../../domain/alerts/tell-staff.js';
import { createTellWork, createWorkPace } from '../../../domain/alerts/tell-work.js';
import { createRandom } from '../../../vault/node/random.js';
import { handClock } from '../../support/fakes/clock.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { memoryOutbox } from '../../support/fakes/outbox.js';
import { memoryWorkMarks } from '../../support/fakes/work-marks.js';

const minute = 60_000;
const hour = 60 * minute;

function desk(start = '2026-11-22T10:00:10+08:00') {
  const clock = handClock(start);
  const outbox = memoryOutbox();
  const marks = memoryWorkMarks();
  const state = { work: false, looks: 0 };
  const ports = {
    ...{
      marks,
      clock,
      random: createRandom(),
      tellStaff: createTellStaff({ outbox, clock, channel: 'staff-mail' }),
    },
    hasWork: async () => {
      state.looks += 1;
      return state.work;
    },
    morningOf: (day: string) => Date.parse(`${day}T09:00:00+08:00`),
  };
  const tellWork = createTellWork(ports);
  /** Ticks each minute for so many minutes; answers at which times of day it was told, in the line's zone. */
  const ticks = async (minutes: number, work: (time: string) => boolean = () => state.work) => {
    const told: string[] = [];
    for (let i = 0; i < minutes; i++) {
      const time = new Date(clock.now() + 8 * hour).toISOString().slice(11, 16);
      state.work = work(time);
      if (await tellWork()) told.push(time);
      clock.advance(minute);
    }
    return told;
  };
  return {
    ...{ clock, outbox, marks, state, ports, tellWork, ticks },
    pace: createWorkPace({ marks, clock }),
  };
}

describe('work on the desk', () => {
  test('is told on the hour after it came, whatever minute that was', async () => {
    const { ticks, outbox } = desk();
    expect(await ticks(180, (time) => time >= '10:37')).toEqual(['11:00']);
    expect(outbox.letters()).toMatchObject([
      { kind: 'staff-mail', to: null, code: 'alert.work', params: {}, attempts: 0 },
    ]);
    expect(outbox.letters()[0]?.id).toMatch(/^alert\.work\.\d+\.2026-11-22$/);
  });

  test('leaves nothing behind that tells the hour, once that is over', async () => {
    const { ticks, clock, marks, outbox, pace } = desk();
    const { hour: looked } = await marks.read();
    await ticks(51, () => true);
    const id = outbox.letters()[0]?.id ?? '';
    const ofHour = String(Math.floor(clock.now() / hour));
    expect([looked, id.includes(ofHour)]).toEqual([-1, false]);
    expect(await pace(id)).toBeNull();
    expect(await marks.read()).toMatchObject({ sentAt: clock.now(), sentId: id });
    await ticks(121, () => true);
    expect(await marks.read()).toMatchObject({ sentAt: 0, sentId: '', toldOn: '2026-11-22' });
  });

  test('is not told again while the same work waits, and not while there is none', async () => {
    const { ticks } = desk();
    expect(await ticks(600, () => false)).toEqual([]);
    expect(await ticks(180, () => true)).toEqual(['20:00']);
  });

  test('is told again when the desk was empty in between, at most once an hour', async () => {
    const { ticks } = desk();
    const busy = (time: string): boolean => Number(time.slice(3)) % 7 !== 1;
    expect(await ticks(180, busy)).toEqual(['10:00']);
    const comesAndGoes = (time: string): boolean => Number(time.slice(0, 2)) % 2 === 0;
    expect(await ticks(300, comesAndGoes)).toEqual(['14:00', '16:00']);
  });

  test('that still waits is told again each morning at nine', async () => {
    const { ticks } = desk();
    expect(await ticks(49 * 60, () => true)).toEqual(['10:00', '09:00', '09:00']);
  });

  test('is looked for once an hour', async () => {
    const { ticks, state } = desk();
    await ticks(181);
    expect(state.looks).toBe(4);
  });

  test('is told by one of two processes', async () => {
    const { ports, outbox, state } = desk();
    state.work = true;
    const [here, there] = [createTellWork(ports), createTellWork(ports)];
    const told = await Promise.all([here(), there()]);
    expect([told.filter(Boolean).length, outbox.letters().length]).toEqual([1, 1]);
  });

  test('that cannot be looked for is looked for again at the next tick', async () => {
    const { ports, outbox } = desk();
    let calls = 0;
    const tellWork = createTellWork({
      ...ports,
      async hasWork() {
        if ((calls += 1) === 1) throw new Error('database');
        return true;
      },
    });
    await expect(tellWork()).rejects.toThrow('database');
    expect([await tellWork(), outbox.letters().length]).toEqual([true, 1]);
  });

  test('is told the next morning where a process ended between the mark and the letter', async () => {
    const { ports, clock, outbox, tellWork, state } = desk();
    const dying = createTellWork({
      ...ports,
      tellStaff: createTellStaff({
        outbox: withFaults(outbox, once([['put', 'before']])),
        clock,
        channel: 'm',
      }),
    });
    state.work = true;
    await expect(dying()).rejects.toThrow('storage.unavailable');
    clock.advance(23 * hour);
    expect([await tellWork(), outbox.letters().length]).toEqual([true, 1]);
  });

  test('is told once after a day of downtime, and not again when the clock goes back to an hour in which it was told', async () => {
    const { clock, tellWork, state } = desk();
    state.work = true;
    const told = [];
    for (const jump of [0, 24 * hour, 0, -24 * hour, 0, 1]) {
      clock.advance(jump);
      told.push(await tellWork());
    }
    expect(told).toEqual([true, true, false, false, false, false]);
  });
});

describe('letters about work', () => {
  test('go out one an hour, also where several waited', async () => {
    const { clock, pace } = desk();
    const first = clock.now();
    expect(await pace('a')).toBeNull();
    expect(await pace('b')).toBe(first + hour);
    clock.advance(hour - 1);
    expect(await pace('b')).toBe(first + hour);
    clock.advance(1);
    expect(await pace('b')).toBeNull();
    expect(await pace('c')).toBe(first + 2 * hour);
  });

  test('one that failed is tried again within the hour, and the hour counts from its last try', async () => {
    const { clock, pace } = desk();
    expect(await pace('a')).toBeNull();
    clock.advance(50 * minute);
    expect(await pace('a')).toBeNull();
    clock.advance(20 * minute);
    expect(await pace('b')).toBe(clock.now() + 40 * minute);
  });

  test('of two processes one sends', async () => {
    const { pace } = desk();
    const both = await Promise.all([pace('a'), pace('b')]);
    expect(both.filter((one) => one === null)).toHaveLength(1);
  });

  test('are not kept for a year by a clock that was a year ahead', async () => {
    const { clock, pace } = desk();
    clock.advance(365 * 24 * hour);
    await pace('a');
    clock.advance(-365 * 24 * hour);
    expect(await pace('b')).toBeNull();
  });
});
