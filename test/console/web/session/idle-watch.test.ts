import { describe, expect, test } from '@jest/globals';
import { createIdleWatch, type Deadlines, type Warning } from '../../../../console/web/session/idle-watch.js';

const minute = 60_000;
const idleMs = 30 * minute;

/** A watch over a server that knows the true ends. */
function watching(truth: Deadlines = { idleEndsAt: idleMs, endsAt: 720 * minute }) {
  let now = 0;
  let ends: Deadlines | null = truth;
  const asked: string[] = [];
  const warnings: (Warning | null)[] = [];
  const watch = createIdleWatch(
    {
      now: () => now,
      look: async () => {
        asked.push('look');
        return ends;
      },
      renew: async () => {
        asked.push('renew');
        ends = ends && { ...ends, idleEndsAt: now + idleMs };
        return ends;
      },
      warn: (warning) => warnings.push(warning),
    },
    idleMs,
  );
  watch.set(truth);
  return {
    watch,
    asked,
    warnings,
    server: (next: Deadlines | null) => {
      ends = next;
    },
    /** second by second, as the page does it */
    pass: async (ms: number) => {
      for (const until = now + ms; now < until;) {
        now += 1000;
        await watch.tick();
      }
    },
  };
}

describe('somebody who does nothing', () => {
  test('is left alone until three minutes before the end, asked then, and told when it is', async () => {
    const w = watching();
    await w.pass(26 * minute);
    expect(w.asked).toEqual([]);
    await w.pass(minute + 1000);
    expect(w.asked).toEqual(['look']);
    expect(w.warnings).toEqual([{ at: idleMs, last: false }]);
  });

  test('stays when they say so', async () => {
    const w = watching();
    await w.pass(28 * minute);
    await w.watch.stay();
    expect(w.warnings.at(-1)).toBeNull();
    await w.pass(26 * minute);
    expect(w.warnings.at(-1)).toBeNull();
    expect(w.asked.filter((how) => how === 'renew')).toHaveLength(1);
  });

  test('is not disturbed when another window has renewed the session', async () => {
    const w = watching();
    await w.pass(20 * minute);
    w.server({ idleEndsAt: 50 * minute, endsAt: 720 * minute });
    await w.pass(20 * minute);
    expect(w.warnings).toEqual([]);
    await w.pass(7 * minute + 6000);
    expect(w.warnings).toEqual([{ at: 50 * minute, last: false }]);
  });

  test('is warned also when the server cannot be asked', async () => {
    const w = watching();
    w.server(null);
    await w.pass(28 * minute);
    expect(w.warnings).toEqual([{ at: idleMs, last: false }]);
  });

  test('is looked after once more when the time is up, and not every second', async () => {
    const w = watching();
    await w.pass(29 * minute);
    const before = w.asked.length;
    await w.pass(2 * minute);
    const asked = w.asked.length - before;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(minute / 5000 + 1);
  });
});

describe('somebody who reads and writes without a request', () => {
  test('renews the session every two minutes and is never warned', async () => {
    const w = watching();
    for (let n = 0; n < 60; n += 1) {
      w.watch.touched();
      await w.pass(minute);
    }
    expect(w.warnings).toEqual([]);
    expect(new Set(w.asked)).toEqual(new Set(['renew']));
    expect(w.asked.length).toBeLessThanOrEqual(30);
  });

  test('renews nothing more once they have stopped', async () => {
    const w = watching();
    w.watch.touched();
    await w.pass(3 * minute);
    const before = w.asked.length;
    await w.pass(20 * minute);
    expect(w.asked.length).toBe(before);
  });

  test('needs no request where their page has just made one', async () => {
    const w = watching();
    for (let n = 0; n < 30; n += 1) {
      w.watch.touched();
      w.watch.renewed();
      await w.pass(minute);
    }
    expect(w.asked).toEqual([]);
  });
});

describe('the last moment of a session', () => {
  test('is announced though somebody is busy, and cannot be put off', async () => {
    const w = watching({ idleEndsAt: idleMs, endsAt: 40 * minute });
    for (let n = 0; n < 39; n += 1) {
      w.watch.touched();
      await w.pass(minute);
    }
    expect(w.warnings).toEqual([{ at: 40 * minute, last: true }]);
  });
});

test('nobody signed in is not watched', async () => {
  const w = watching();
  w.watch.set(null);
  w.watch.touched();
  await w.pass(60 * minute);
  expect(w.asked).toEqual([]);
  expect(w.warnings).toEqual([]);
});
