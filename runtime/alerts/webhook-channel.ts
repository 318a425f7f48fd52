/** Staff web hook: an alert as a POST to STAFF_WEBHOOK_URL, for whatever passes it on. */
import { kindOf } from '../../domain/alerts/alert.js';
import type { Deliver, Outcome } from '../../domain/outbox/ports.js';
import type { Clock } from '../../domain/ports.js';

export interface HookParts {
  readonly url: string;
  /** which line speaks */
  readonly publicUrl: string;
  readonly clock: Clock;
  /** milliseconds that an answer may take */
  readonly patience?: number;
}

const usualPatience = 10_000;
/** Answers that may be others in a while. */
const passing: readonly number[] = [408, 425, 429];

/** Delivers alerts as `{ line, kind, at }`. No redirect is followed: it could lead anywhere. */
export function createWebhookChannel({
  url,
  publicUrl,
  clock,
  patience = usualPatience,
}: HookParts): Deliver {
  return async (letter) => {
    const kind = kindOf(letter);
    if (kind === null) return { is: 'final', reason: 'no-alert' };
    const body = JSON.stringify({ line: publicUrl, kind, at: new Date(clock.now()).toISOString() });
    try {
      const answer = await fetch(url, {
        ...{ method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(patience) },
        headers: { 'content-type': 'application/json', 'idempotency-key': letter.id },
      });
      await answer.body?.cancel();
      return judged(answer.status);
    } catch (error) {
      const late = (Object(error) as { readonly name?: unknown }).name === 'TimeoutError';
      return { is: 'failed', reason: late ? 'timed-out' : 'no-connection' };
    }
  };
}

function judged(status: number): Outcome {
  if (status >= 200 && status < 300) return { is: 'delivered' };
  const again = status >= 500 || passing.includes(status);
  return { is: again ? 'failed' : 'final', reason: `http-${status}` };
}
