import type { Connection } from 'mongoose';
import type { FirstTurns } from '../domain/drafts/ports.js';
import type { Clock } from '../domain/ports.js';
import { stored } from './errors.js';
import { sessionModel } from './session.schema.js';

/** A turn begun before midnight may still save under yesterday's tag: the day's tags are read so long after it. */
const settling = 60_000;

/**
 * Knows the tags of all conversations as of some moment of the day, and who was seen since. A conversation begun later
 * under a tag of today is not among them, which a save from 0 finds out; none begins under an earlier day's tag.
 * @param most how many tags are kept: in a day with more, every turn reads
 */
export function createFirstTurns(connection: Connection, clock: Clock, most = 100_000): FirstTurns {
  const model = sessionModel(connection);
  let day = '';
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
        known = null;
      }
      if (!known) {
        if (!reading && clock.dayAt(clock.now() - settling) === day) void read();
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
