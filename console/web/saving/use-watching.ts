import { onScopeDispose } from 'vue';

const everyMs = 30_000;
const oftenMs = 6000;
/** Asking renews the session: for a page at which nobody sits, nothing is asked any more. */
const awakeMs = 8 * 60_000;

/** Loads what is shown anew while somebody looks at it. */
export function useWatching(ports: {
  /** The line or the platform is busy with it: it is looked at more often. */
  readonly busy: () => boolean;
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
    const pause = ports.busy() ? oftenMs : everyMs;
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
