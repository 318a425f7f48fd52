import type { Client } from './client.js';
import type { Page } from './common-types.js';
import type { Job } from './jobs-types.js';

/** What the line does by itself. */
export interface JobsApi {
  /** `quiet`: only looks, in the background. */
  list(quiet?: boolean): Promise<Page<Job>>;
  /** Asks for a run; it has not begun when this resolves. */
  run(name: string): Promise<void>;
}

export const createJobsApi = (client: Client): JobsApi => ({
  list: (quiet = false) => client.get('/jobs', quiet ? { quiet: true, impatient: true } : {}),
  run: (name) => client.post(`/jobs/${encodeURIComponent(name)}/run`),
});
