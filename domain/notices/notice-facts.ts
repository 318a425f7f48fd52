/** What staff should know of planned notices before they look at the desk. */
import { addDays } from '../../questions/day.js';
import type { Alert } from '../alerts/alert.js';
import { dayStartIn, momentOf } from '../calendar/moments.js';
import type { Clock } from '../ports.js';
import type { Sends } from '../sending/ports.js';
import type { Occurrence } from './occurrence.js';
import type { Occurrences } from './ports.js';

/** The time of the evening before from which an administrator is told that tomorrow needs them. */
const evening = '18:00';
/** Milliseconds for which something in doubt is told of. */
const doubtMs = 7 * 24 * 3_600_000;

/** With mass-send protection an administrator of the account confirms what goes to everybody. */
const needsAdmin = ({ ways }: Occurrence): boolean => ways.mass !== null && ways.mass.tag === null;

/** Each fact is one alert; whoever tells them tells the same once a day. @throws DomainError storage.unavailable */
export function createNoticeFacts(ports: {
  occurrences: Pick<Occurrences, 'between'>;
  sends: Pick<Sends, 'of'>;
  clock: Clock;
  /** IANA name of the line's zone */
  zone: string;
}): () => Promise<readonly Alert[]> {
  const { occurrences, sends, clock, zone } = ports;

  async function tomorrow(): Promise<readonly Alert[]> {
    const today = clock.today();
    if (clock.now() < momentOf(zone, today, evening)) return [];
    const [from, to] = [1, 2].map((days) => dayStartIn(zone, addDays(today, days)));
    const found = await occurrences.between(from ?? 0, to ?? 0, ['scheduled', 'about_to_go']);
    return found.filter(needsAdmin).map(alert('admin_needed_tomorrow'));
  }

  async function underWay(): Promise<readonly Alert[]> {
    const now = clock.now();
    const found = await occurrences.between(now - doubtMs, now + 1, ['going', 'paused', 'in_doubt']);
    const alerts = await Promise.all(
      found.map(async (one): Promise<readonly Alert[]> => {
        if (one.state === 'in_doubt') return [alert('send_in_doubt')(one)];
        if (!needsAdmin(one)) return [];
        const waits = (await sends.of(one.id)).some(({ state }) => state === 'awaiting_admin');
        return waits ? [alert('admin_needed_now')(one)] : [];
      }),
    );
    return alerts.flat();
  }

  return async () => [...(await tomorrow()), ...(await underWay())];
}

const alert =
  (kind: Alert['kind']) =>
  ({ id }: Occurrence): Alert => ({ kind, fact: id, params: {} });
