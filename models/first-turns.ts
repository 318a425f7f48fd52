import type { Connection } from 'mongoose';
import type { Clock, FirstTurns } from '../domain/ports.js';
import { stored } from './errors.js';
import { sessionModel } from './session.schema.js';

/** A turn begun before midnight may still save under yesterday's tag: the day's tags are read after this long. */
const settling = 60_000;

/**
 * Knows the tags of all conversations as of the day's first minute, and who was seen since. A conversation begun later
 * under a tag of today is not among them, which a save from 0 finds out; none begins under an earlier day's tag.
 * @param most how many tags are kept: in a day with more, every turn reads
 */
export function createFirstTurns(connection: Connection, clock: Clock, most = 100_000): FirstTurns {
  const model = sessionModel(connection);
  let day = '';
  let since = 0;
  let known: Set<string> | null = null;
  let reading = false;

  const read = async (): Promise<void> => {
    const asked = day;
    reading = true;
    try {
      const found = await stored(() => model.find({}, { _id: 1 }).limit(most).lean(), settling);
      if (day === asked) known = new Set(found.map(({ _id }) => _id));
    } catch {
      // the next turn asks again; until then every turn reads
    } finally {
      reading = false;
    }
  };

  return {
    likely(tags) {
      if (clock.today() !== day) {
        day = clock.today();
        since = clock.now();
        known = null;
      }
      if (!known) {
        if (!reading && clock.now() - since >= settling) void read();
        return false;
      }
      const [today] = tags;
      const full = known.size >= most;
      if (today === undefined || full || tags.some((tag) => known?.has(tag))) return false;
      known.add(today);
      return true;
    },
  };
}
