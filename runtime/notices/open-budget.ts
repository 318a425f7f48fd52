/** What the account may still send to many: articles and notices share it, so it is asked in one place. */
import { createAffordable } from '../../domain/notices/affordable.js';
import { createHasPlace } from '../../domain/notices/has-place.js';
import { createReadBudget } from '../../domain/notices/read-budget.js';
import type { Clock } from '../../domain/ports.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import type { Storage } from '../storage/storage.js';
import { createAccountKind } from './account-kind.js';

export type MassBudget = ReturnType<typeof openBudget>;

export function openBudget(parts: {
  readonly storage: Pick<Storage, 'articles' | 'occurrences' | 'handSends'>;
  /** null: no Official Account is set up */
  readonly account: Pick<OfficialAccountClient, 'capabilities'> | null;
  readonly clock: Pick<Clock, 'now' | 'dayAt'>;
  readonly zone: string;
}) {
  const { storage, account, clock, zone } = parts;
  const { articles, occurrences, handSends } = storage;
  const accountKind = createAccountKind(account);
  const budgetOf = createReadBudget({ articles, occurrences, handSends, accountKind, zone });
  return {
    ...{ accountKind, budgetOf },
    affordable: createAffordable({ budgetOf, clock }),
    hasPlace: createHasPlace({ budgetOf, accountKind, clock }),
  };
}
