/** Sends in memory. */
import type { SendStore } from '../../../domain/sending/ports.js';
import type { Send } from '../../../domain/sending/send.js';

/** `stored` shows them by id. */
export function memorySends(): SendStore & { readonly stored: Map<string, Send> } {
  const stored = new Map<string, Send>();
  const gone = new Set<string>();
  const where = (fits: (send: Send) => boolean): Send[] =>
    [...stored.values()].filter(fits).sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    stored,
    async insert(send) {
      if (stored.has(send.id)) return false;
      stored.set(send.id, structuredClone(send));
      return true;
    },
    byId: async (id) => structuredClone(stored.get(id) ?? null),
    of: async (occurrence) =>
      structuredClone(where((send) => send.occurrence === occurrence)).sort((one, other) =>
        one.way < other.way ? -1 : 1,
      ),
    byJob: async (jobId) => structuredClone(where((send) => send.jobId === jobId)[0] ?? null),
    open: async (states, limit) =>
      structuredClone(
        where(({ state, leaseUntil }) => states.includes(state) || leaseUntil > 0).slice(0, limit),
      ),
    kept: async (states, before, limit) =>
      structuredClone(
        where(
          ({ id, state, stateAt, leaseUntil }) =>
            states.includes(state) && stateAt < before && leaseUntil === 0 && !gone.has(id),
        ).slice(0, limit),
      ),
    async dropped(id) {
      gone.add(id);
    },
    async change(id, { states, fence, beat }, change) {
      const send = stored.get(id);
      if (send === undefined) return null;
      if (states !== undefined && !states.includes(send.state)) return null;
      if ((fence ?? send.fence) !== send.fence || (beat ?? send.beat) !== send.beat) return null;
      const changed = structuredClone({ ...send, ...change });
      stored.set(id, changed);
      return structuredClone(changed);
    },
  };
}
