import { describe, expect, test } from '@jest/globals';
import { LeaseLostError, takeLease, type LeasePorts } from '../../../domain/sending/lease.js';
import { handClock } from '../../support/fakes/clock.js';
import { memorySends } from '../../support/fakes/sends.js';
import { sendsAt, someSend } from '../../support/sends.js';

function setUp(changes: Partial<LeasePorts> = {}) {
  const sends = memorySends();
  const clock = handClock(new Date(sendsAt).toISOString());
  const waits: number[] = [];
  const ports: LeasePorts = {
    ...{ sends, clock, leaseMs: 30_000, stopping: () => false },
    wait: async (ms) => void waits.push(ms),
    ...changes,
  };
  return { sends, clock, waits, ports };
}
const held = someSend({ state: 'sending', fence: 4, beat: 9, leaseUntil: sendsAt + 1 });
const { id } = held;

describe('a lease', () => {
  test('of a send that nobody holds is taken at once, under the next number', async () => {
    const { sends, ports, waits } = setUp();
    const free = someSend({ fence: 4, beat: 9 });
    await sends.insert(free);
    const lease = await takeLease(ports, free);
    expect(lease?.send()).toMatchObject({ fence: 5, beat: 10, leaseUntil: sendsAt + 30_000 });
    expect(waits).toEqual([]);
    expect(await takeLease(ports, free)).toBeNull();
  });

  test('of one that is held is taken when nothing of it changed for a whole lease, whatever the clock says', async () => {
    const { sends, ports, waits, clock } = setUp();
    clock.advance(365 * 24 * 3_600_000);
    await sends.insert(held);
    expect((await takeLease(ports, held))?.fence).toBe(5);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(30_000);
  });

  test.each([
    ['beats', { beat: 10 }],
    ['was taken by another', { fence: 5 }],
  ])('is not taken from one that %s meanwhile', async (_what, change) => {
    const { sends, ports } = setUp();
    await sends.insert(held);
    let waited = 0;
    const wait = async (): Promise<void> => {
      if ((waited += 1) === 20) await sends.change(id, {}, change);
    };
    expect(await takeLease({ ...ports, wait }, held)).toBeNull();
  });

  test('is not waited for by a process that is about to end', async () => {
    const { sends, ports, waits } = setUp({ stopping: () => true });
    await sends.insert(held);
    expect(await takeLease(ports, held)).toBeNull();
    expect(waits).toEqual([]);
  });

  test('is lost where another number stands, and nothing is written', async () => {
    const { sends, ports } = setUp();
    await sends.insert(someSend());
    const lease = await takeLease(ports, someSend());
    await sends.change(id, {}, { fence: 9 });
    await expect(lease?.write({ reason: 'x' })).rejects.toBeInstanceOf(LeaseLostError);
    await expect(lease?.release({ reason: 'x' })).rejects.toBeInstanceOf(LeaseLostError);
    expect(await lease?.move(['waiting'], { reason: 'x' })).toBeNull();
    expect((await sends.byId(id))?.reason).toBeNull();
  });

  test('ends with a step where the state allows it, and stays where a person was faster', async () => {
    const { sends, ports } = setUp();
    await sends.insert(someSend({ state: 'paused' }));
    const lease = await takeLease(ports, someSend({ state: 'paused' }));
    expect(await lease?.end(['sending'], { state: 'done' })).toBeNull();
    expect((await sends.byId(id))?.leaseUntil).toBeGreaterThan(0);
    expect(await lease?.end(['paused'], { state: 'missed' })).toMatchObject({
      state: 'missed',
      leaseUntil: 0,
    });
  });

  test('beats by itself until it ends', async () => {
    const { sends, ports } = setUp({ wait: (ms) => new Promise((done) => setTimeout(done, ms / 1_000)) });
    await sends.insert(someSend());
    const lease = await takeLease(ports, someSend());
    lease?.beat();
    const beatAfter = async (ms: number): Promise<number> => {
      await new Promise((done) => setTimeout(done, ms));
      return (await sends.byId(id))?.beat ?? 0;
    };
    expect(await beatAfter(60)).toBeGreaterThan(3);
    await lease?.release({});
    const last = await beatAfter(20);
    expect(await beatAfter(60)).toBe(last);
  });
});
