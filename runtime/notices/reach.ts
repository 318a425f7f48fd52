import type { Reach } from '../../domain/notices/ports.js';
import type { Clock } from '../../domain/ports.js';
import type { Recipients } from '../../domain/sending/ports.js';
import type { ConsentWay } from '../../domain/subscriptions/consent.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import { platformPatience, within } from './within.js';
import type { NoticeAccount, NoticeForm } from '../wechat/profile.js';

export interface ReachParts {
  readonly recipients: Pick<Recipients, 'count'>;
  /** the forms that notices fill, by whose consents they are sent */
  readonly forms: readonly Pick<NoticeForm, 'account' | 'template'>[];
  /** null: no Official Account is set up */
  readonly account: Pick<OfficialAccountClient, 'capabilities' | 'followers'> | null;
  readonly clock: Pick<Clock, 'now'>;
}

const accounts: Readonly<Record<ConsentWay, NoticeAccount>> = {
  account: 'officialAccount',
  mini: 'miniProgram',
};

/** How long a number of followers is believed, in milliseconds: the platform gives it a few hundred times a day. */
const believedFor = { known: 10 * 60_000, unknown: 60_000 };

/**
 * How many would get a notice now. Consents are counted by form: who allowed two forms is in both. Never throws for what
 * the platform does not tell. @throws DomainError storage.unavailable
 */
export function createReach({ recipients, forms, account, clock }: ReachParts): () => Promise<Reach> {
  let known: { readonly until: number; readonly count: number | null } = { until: -Infinity, count: null };
  let asking: Promise<number | null> | null = null;

  async function ask(client: Pick<OfficialAccountClient, 'capabilities' | 'followers'>) {
    const { followers: ability } = await client.capabilities.read();
    const count = ability.may === 'yes' ? await client.followers.count().catch(() => null) : null;
    known = { until: clock.now() + believedFor[count === null ? 'unknown' : 'known'], count };
    return count;
  }

  async function followers(): Promise<number | null> {
    if (account === null) return null;
    if (clock.now() < known.until) return known.count;
    asking ??= ask(account).finally(() => {
      asking = null;
    });
    return within(platformPatience, asking, known.count);
  }

  async function consents(way: ConsentWay): Promise<number> {
    const templates = new Set(
      forms.filter((form) => form.account === accounts[way]).map(({ template }) => template),
    );
    const counts = await Promise.all([...templates].map((template) => recipients.count({ way, template })));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  return async () => {
    const [ofAccount, ofMini, all] = await Promise.all([consents('account'), consents('mini'), followers()]);
    return { account: ofAccount, mini: ofMini, followers: all };
  };
}
