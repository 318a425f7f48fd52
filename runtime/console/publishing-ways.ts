import { sendsAMonth, type PublishingWays } from '../../domain/articles/publishing-ways.js';
import { dayStartIn } from '../../domain/calendar/moments.js';
import type { Core } from '../compose.js';

/** What the Official Account may, whom it reaches, and what is left of the month. The platform's silence is "unknown". */
export async function readWays({ config, clock, storage, account }: Core): Promise<PublishingWays> {
  const today = clock.today();
  const month = today.slice(0, 7);
  const from = dayStartIn(config.zone, `${month}-01`);
  const sent = await storage.articles.sentBetween(from, clock.now() + 1);
  const budget = { month, sent, most: sendsAMonth };
  if (account === null) return { account: false, quiet: 'no', send: 'no', followers: null, budget };
  const abilities = await account.capabilities.read();
  const followers =
    abilities.followers.may === 'yes' ? await account.followers.count().catch(() => null) : null;
  return {
    ...{ account: true, followers, budget },
    quiet: abilities.publishing.may,
    send: abilities.massSends.may,
  };
}
