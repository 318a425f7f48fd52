/**
 * The browser's own back and forward. An entry of its history holds the number of a step and nothing else; what the step
 * showed is known to this page alone. Entries that were left carry the address of a harmless page, so that whoever goes
 * back after the form was left comes there.
 */
export interface Steps {
  /** Shows the next step. */
  readonly go: (show: () => void) => void;
  /** Shows something else in the present step. */
  readonly stay: (show: () => void) => void;
  /** Shows something from which no way leads back. */
  readonly only: (show: () => void) => void;
  /** The first step again, as if nothing had been entered. */
  readonly restart: () => void;
}

interface Addresses {
  readonly own: string;
  readonly harmless: string;
}

export function createSteps(window: Window, { own, harmless }: Addresses, start: () => void): Steps {
  const { history } = window;
  let shows: (() => void)[] = [start];
  let at = 0;
  /** below it there is nothing to go back to */
  let floor = 0;
  history.replaceState({ step: 0 }, '', own);

  window.addEventListener('popstate', (event) => {
    const step = stepOf(event.state);
    if (step === null || step === at) return;
    if (step < floor || shows[step] === undefined) {
      history.go(at - step);
      return;
    }
    at = step;
    history.replaceState({ step }, '', own);
    shows[step]();
  });

  return {
    go(show) {
      history.replaceState({ step: at }, '', harmless);
      at += 1;
      history.pushState({ step: at }, '', own);
      shows = [...shows.slice(0, at), show];
      show();
    },
    stay(show) {
      shows[at] = show;
      show();
    },
    only(show) {
      floor = at;
      shows = [];
      shows[at] = show;
      show();
    },
    restart() {
      floor = at;
      shows = [];
      shows[at] = start;
      start();
    },
  };
}

function stepOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('step' in state)) return null;
  return typeof state.step === 'number' ? state.step : null;
}
