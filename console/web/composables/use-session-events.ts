import { onScopeDispose } from 'vue';
import { useServices } from '../services/services.js';

/**
 * Tells a page that the session has ended (what it sends from now on waits) and that the same person is back. A page needs
 * this only for what should stop meanwhile: requests wait by themselves.
 */
export function useSessionEvents(listeners: {
  readonly ended?: () => void;
  readonly resumed?: () => void;
}): void {
  const { events } = useServices().session;
  const { ended, resumed } = listeners;
  const offs = [
    ...(ended === undefined ? [] : [events.on('session.ended', ended)]),
    ...(resumed === undefined ? [] : [events.on('session.resumed', resumed)]),
  ];
  onScopeDispose(() => {
    for (const off of offs) off();
  });
}
