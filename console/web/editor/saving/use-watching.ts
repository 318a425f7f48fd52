import { onScopeDispose } from 'vue';
import type { ArticleState } from '../../api/article-types.js';

const everyMs = 30_000;
/** What the line or the platform is busy with is looked at more often. */
const oftenMs = 6000;
const underWay: ReadonlySet<ArticleState> = new Set([
  'about_to_go',
  'submitted',
  'awaiting_admin',
  'checking',
]);
/** Asking renews the session: for a page at which nobody sits, nothing is asked any more. */
const awakeMs = 8 * 60_000;

/** Loads the article anew while somebody looks at it. */
export function useWatching(ports: {
  readonly state: () => ArticleState;
  readonly now: () => number;
  readonly refresh: () => Promise<void>;
  /** False: what is on the page must not be disturbed. */
  readonly free: () => boolean;
}): void {
  let touchedAt = ports.now();
  let askedAt = ports.now();
  const touched = (): void => {
    touchedAt = ports.now();
  };
  const look = (): void => {
    const now = ports.now();
    const pause = underWay.has(ports.state()) ? oftenMs : everyMs;
    const seen = document.visibilityState === 'visible' && now - touchedAt < awakeMs;
    if (!seen || now - askedAt < pause || !ports.free()) return;
    askedAt = now;
    ports.refresh().catch(() => undefined);
  };
  const back = (): void => {
    if (document.visibilityState !== 'visible') return;
    touched();
    look();
  };
  const timer = setInterval(look, 2000);
  for (const event of ['keydown', 'pointerdown'] as const)
    addEventListener(event, touched, { passive: true });
  document.addEventListener('visibilitychange', back);
  onScopeDispose(() => {
    clearInterval(timer);
    for (const event of ['keydown', 'pointerdown'] as const) removeEventListener(event, touched);
    document.removeEventListener('visibilitychange', back);
  });
}
