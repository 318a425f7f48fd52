/** How staff of this line are told, by its settings. */
import { kindOf } from '../../domain/alerts/alert.js';
import type { Deliver } from '../../domain/outbox/ports.js';
import type { Clock } from '../../domain/ports.js';
import type { Config } from '../settings/configuration.js';
import { createMailChannel } from './mail-channel.js';
import { createWebhookChannel } from './webhook-channel.js';

export interface StaffChannel {
  /** the kind of its letters */
  readonly kind: 'staff-mail' | 'staff-webhook';
  readonly deliver: Deliver;
}

/** `paceOf`: from when a letter about work may go out; null: now. Answers null where nothing is set up. */
export function staffChannel(
  { staffNotices, consoleUrl, publicUrl }: Config,
  name: Readonly<Record<'zh' | 'en', string>>,
  clock: Clock,
  paceOf: (letterId: string) => Promise<number | null>,
): StaffChannel | null {
  if (staffNotices === null) return null;
  const paced =
    (deliver: Deliver): Deliver =>
    async (letter) => {
      if (kindOf(letter) !== 'work') return deliver(letter);
      const at = await paceOf(letter.id);
      if (at !== null) return { is: 'later', at };
      const outcome = await deliver(letter);
      // when there was work is kept nowhere; what stands in the outbox for three days would tell the hour
      return outcome.is === 'delivered' ? { is: 'delivered', forgotten: true } : outcome;
    };
  if ('webhook' in staffNotices) {
    const hook = createWebhookChannel({ url: staffNotices.webhook, publicUrl, clock });
    return { kind: 'staff-webhook', deliver: paced(hook) };
  }
  const mail = createMailChannel({ server: staffNotices.smtp, name, consoleUrl, publicUrl, clock });
  return { kind: 'staff-mail', deliver: paced(mail) };
}
