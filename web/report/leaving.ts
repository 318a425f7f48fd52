/** Leaving: at once and without a trace where somebody has to, and not by mistake where something would be lost. */
import { createPresses } from './state/presses.js';

export interface LeavingParts {
  readonly window: Window;
  /** the link by which one is gone at once */
  readonly exit: HTMLAnchorElement;
  /** Something was entered that leaving would lose. */
  readonly wouldLose: () => boolean;
  /** Says what, while the browser asks. */
  readonly warn: () => void;
  /** Keys, answers, page: all of it. */
  readonly wipe: () => void;
}

const escapes = 3;
const escapesWithin = 2000;

export function watchLeaving({ window, exit, wouldLose, warn, wipe }: LeavingParts): void {
  const { document, location } = window;
  const isThird = createPresses(escapes, escapesWithin);
  let gone = false;
  const leave = (): void => {
    gone = true;
    wipe();
    document.title = '';
    document.body.hidden = true;
    location.replace(exit.href);
  };
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.repeat && isThird(event.timeStamp)) leave();
  });
  window.addEventListener('beforeunload', (event) => {
    if (gone || !wouldLose()) return;
    warn();
    event.preventDefault();
  });
  window.addEventListener('pagehide', () => {
    gone = true;
    wipe();
  });
  // a page that the browser kept and brings back was emptied when it was left
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
