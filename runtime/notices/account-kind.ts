import type { AccountKind } from '../../domain/notices/budget.js';
import { kindOf, type Capabilities, type Kind } from '../../wechat/capabilities.js';
import { platformPatience, within } from './within.js';

const kinds: Readonly<Record<Kind, AccountKind>> = {
  'certified-service': 'service',
  'certified-subscription': 'subscription',
  other: 'none',
  unknown: 'unknown',
};

/** What the Official Account may send to many, as far as it is known in time. Never throws. */
export function createAccountKind(
  account: { readonly capabilities: Pick<Capabilities, 'read'> } | null,
): () => Promise<AccountKind> {
  return async () => {
    if (account === null) return 'none';
    const asked = account.capabilities.read().then((abilities) => kinds[kindOf(abilities)]);
    return within(platformPatience, asked, 'unknown');
  };
}
