import type { Preview } from '../../api/article-types.js';
import type { Client } from '../../api/client.js';
import type { Named } from '../../api/common-types.js';
import type { PlatformWays } from './desk-types.js';

/** What only the editor asks for: the account on the platform, a test to one's own phone, who else is here. */
export interface DeskApi {
  platform(): Promise<PlatformWays>;
  sendTest(article: string): Promise<void>;
  /** Says that an article is open here, or not any more, and hears who else has it open. It is no sign of activity. */
  presence(article: string, here: boolean): Promise<{ readonly others: readonly Named[] }>;
  /** How a text will look; no sign of activity either. */
  preview(body: string): Promise<Preview>;
}

export const createDeskApi = (client: Client): DeskApi => ({
  platform: () => client.get('/platform'),
  presence: (article, here) =>
    client.post(
      `/articles/${encodeURIComponent(article)}/presence`,
      { editing: here },
      { impatient: true, quiet: true },
    ),
  preview: (body) => client.post('/preview', { body }, { quiet: true }),
  sendTest: (article) => client.post(`/articles/${encodeURIComponent(article)}/tests`),
});
