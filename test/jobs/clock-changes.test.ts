import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Ticked {
  readonly ticks: number;
  /** seconds */
  readonly longest: number;
}

/** The clockwork in a process of this zone, over four hours around midnight UTC and what follows. */
function ticked(zone: string, from: string, to: string): Ticked {
  const script = join(import.meta.dirname, 'virtual-time.mjs');
  const out = execFileSync(process.execPath, [script, from, to], { env: { ...process.env, TZ: zone } });
  return JSON.parse(out.toString()) as Ticked;
}

/** Both changes of 2026 in each zone; a zone without any has the days of the first. */
const changes: readonly (readonly [zone: string, day: string, from: string, to: string])[] = [
  ['Europe/Vienna', 'spring', '2026-03-29T00:00:00Z', '2026-03-29T04:00:00Z'],
  ['Europe/Vienna', 'autumn', '2026-10-25T00:00:00Z', '2026-10-25T04:00:00Z'],
  ['America/New_York', 'spring', '2026-03-08T05:00:00Z', '2026-03-08T09:00:00Z'],
  ['America/New_York', 'autumn', '2026-11-01T04:00:00Z', '2026-11-01T08:00:00Z'],
  ['Asia/Shanghai', 'spring', '2026-03-29T00:00:00Z', '2026-03-29T04:00:00Z'],
  ['Asia/Shanghai', 'autumn', '2026-10-25T00:00:00Z', '2026-10-25T04:00:00Z'],
];

describe('the clockwork ticks through the hours in which clocks change', () => {
  test.each(changes)('%s in %s', (zone, _day, from, to) => {
    const { ticks, longest } = ticked(zone, from, to);
    expect(longest).toBeLessThanOrEqual(70);
    expect(ticks).toBeGreaterThan(200);
  });
});
