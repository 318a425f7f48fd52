import type { Client } from './client.js';
import type { Page } from './common-types.js';
import type { Letter } from './jobs-types.js';

/** What waits to be delivered, and what was given up. */
export interface OutboxApi {
  /** What was given up comes first. `background`: fails at once when nobody is signed in. */
  list(cursor?: string, background?: boolean): Promise<Page<Letter>>;
  /** From the first try on. */
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes all that were given up. */
  empty(): Promise<void>;
}

export const createOutboxApi = (client: Client): OutboxApi => {
  const at = (id: string): string => `/outbox/${encodeURIComponent(id)}`;
  return {
    list: (cursor, background = false) => client.get('/outbox', { query: { cursor }, impatient: background }),
    retry: (id) => client.post(`${at(id)}/retry`),
    remove: (id) => client.remove(at(id)),
    empty: () => client.remove('/outbox'),
  };
};
