import type { Engine } from './engine.js';
import { sweep } from './sweep.js';

/** Of the time, the share that rewriting the file may take: one part in so many. */
const share = 50;

/**
 * What an owner does on its own each minute: removes what has expired, and, if anything was written since, rewrites the
 * file in the order of its keys and empties the log. Until then both tell in which order writes came (the log by its
 * frames, the file by the pages that were taken for long documents); afterwards neither does.
 *
 * A file so large that rewriting it would take more than a fiftieth of the time is rewritten less often; its log is
 * emptied all the same. A full disk is no harm: it is tried again the next time, and the next write says so.
 */
export function createTidy(engine: Engine): () => void {
  let rewritten = -Infinity;
  let took = 0;
  return () => {
    try {
      sweep(engine);
      if (engine.store.logBytes() === 0) return;
      if (engine.now() - rewritten < share * took) {
        engine.store.emptyLog();
        return;
      }
      const began = engine.now();
      engine.store.checkpoint();
      rewritten = engine.now();
      took = rewritten - began;
    } catch {
      // the next minute comes
    }
  };
}

/** Before the file is closed: SQLite would empty the log, and the file would keep the order of the last minute's writes. */
export function leaveInOrder({ store }: Engine): void {
  try {
    if (store.logBytes() > 0) store.checkpoint();
  } catch {
    // closing empties the log all the same
  }
}
