import type { Announced } from '../../domain/calendar/entered-year.js';
import type { Holidays } from '../../domain/calendar/holidays.js';
import { layerHolidays } from '../../domain/calendar/layer-holidays.js';
import type { EnteredYears, GivenHolidays, ReadHolidays } from '../../domain/calendar/ports.js';
import type { Clock } from '../../domain/ports.js';

export interface HolidayKeeper {
  readonly read: ReadHolidays;
  /** Looks at the database whatever was read before: somebody just wrote. */
  readonly renew: () => Promise<void>;
  /** Holidays if these years were entered by hand, and no others. */
  readonly layered: (entered: readonly Announced[]) => Holidays;
}

/** How long years entered by hand are believed, in milliseconds: another process may have entered one since. */
const believedFor = 60_000;

/** Holidays as this process knows them. Whoever asks waits for the database once a minute at most, and never fails by it. */
export function keepHolidays(parts: {
  years: Pick<EnteredYears, 'all'>;
  given: GivenHolidays;
  clock: Pick<Clock, 'now'>;
  failed: (error: unknown) => void;
}): HolidayKeeper {
  const { years, given, clock, failed } = parts;
  const layered = (entered: readonly Announced[]): Holidays => layerHolidays(given, entered);
  let known = layered([]);
  let believedUntil = -Infinity;
  let reading: Promise<void> | null = null;
  let looks = 0;

  async function look(): Promise<void> {
    looks += 1;
    const mine = looks;
    try {
      const entered = await years.all();
      // a look that began later knows better
      if (mine === looks) known = layered(entered);
    } catch (error) {
      failed(error);
    }
    // also after a failure: nobody else is to wait for a database that does not answer
    believedUntil = clock.now() + believedFor;
  }

  return {
    layered,
    async read() {
      if (clock.now() >= believedUntil) {
        reading ??= look().finally(() => {
          reading = null;
        });
        await reading;
      }
      return known;
    },
    renew: look,
  };
}
