import { isDomainError } from '../domain/errors.js';

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (result: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers calls into round trips: what comes while one is under way travels together in the next, at most `most` of
 * them. `run` answers one result per item, in order. If a round trip fails because the database is gone, all who
 * wait fail with it: nobody waits for a second failure.
 */
export function coalesce<I, O>(
  run: (items: readonly I[]) => Promise<readonly O[]>,
  most: number,
): (item: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = [];
  let travelling = false;

  const travel = async () => {
    while (waiting.length > 0) {
      const party = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const results = await run(party.map(({ item }) => item));
        party.forEach(({ resolve }, i) => {
          resolve(results[i] as O); // one result per item is what `run` promises
        });
      } catch (error) {
        const gone = isDomainError(error) && error.kind === 'unavailable';
        const failed = gone ? [...party, ...waiting] : party;
        if (gone) waiting = [];
        for (const { reject } of failed) reject(error);
      }
    }
    travelling = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (travelling) return;
      travelling = true;
      setImmediate(() => void travel()); // calls of the same moment come along
    });
}
