/** The clock on the wall of a zone, and the moments behind it. Nothing but Intl: a phone loads no calendar library. */

/** What a calendar and a clock on the wall show. */
export interface Wall {
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM */
  readonly time: string;
}

export interface Zone {
  /** @param at an ISO time, or milliseconds since 1970 */
  readonly wall: (at: string | number) => Wall;
  /**
   * Milliseconds since 1970. Where clocks go back, the first of two moments; null: not a time, or one that is left out
   * where clocks go forward.
   */
  readonly moment: (wall: Wall) => number | null;
}

const dayMs = 24 * 3_600_000;

/** @param zone an IANA name */
export function createZone(zone: string): Zone {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  const wall = (at: string | number): Wall => {
    const parts: Partial<Record<string, string>> = {};
    for (const { type, value } of format.formatToParts(new Date(at))) parts[type] = value;
    const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
    // four digits, also while the first of them is being typed
    return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
  };
  const offsetAt = (ms: number): number => asUtc(wall(ms)) - Math.floor(ms / 60_000) * 60_000;
  return {
    wall,
    moment: (wanted) => {
      const there = asUtc(wanted);
      if (Number.isNaN(there)) return null;
      // whatever the clocks do that day, they show the offset of the day before, or of the day after
      const found = [there - dayMs, there + dayMs]
        .map((near) => there - offsetAt(near))
        .filter((ms) => asUtc(wall(ms)) === there);
      return found.length === 0 ? null : Math.min(...found);
    },
  };
}

const asUtc = ({ day, time }: Wall): number => Date.parse(`${day}T${time}:00Z`);
