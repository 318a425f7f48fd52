import type { Client } from './client.js';
import type { Hold } from './jobs-types.js';

/** Whether what is planned is held back. */
export interface HoldApi {
  /** Asked beside whatever is shown: it never counts as somebody being there. */
  hold(): Promise<{ readonly hold: Hold | null }>;
  /** Lets what is planned go out again. A line that is not held stays as it is. */
  release(): Promise<void>;
}

export const createHoldApi = (client: Client): HoldApi => ({
  hold: () => client.get('/hold', { quiet: true, impatient: true }),
  release: () => client.post('/hold/release'),
});
