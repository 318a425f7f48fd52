/** The way back to a report that was sent: the receipt, then its thread. */
import type { Line, OpenedThread } from '../ports.js';
import { troubleWords } from '../trouble.js';
import type { Complaint } from '../parts.js';
import { busyScreen, plainScreen } from '../screens/plain.js';
import { enterScreen } from '../screens/enter-receipt.js';
import { createThreadJourney } from './thread.js';
import type { JourneyParts } from './parts.js';

export interface CheckJourney {
  readonly begin: () => void;
  /** Something is open, or written and not sent. */
  wouldLose(): string | null;
  wipe(): void;
}

/** @param line what the line says of itself, as soon as it is known */
export function createCheckJourney(parts: JourneyParts, line: () => Promise<Line>): CheckJourney {
  const { client, shell, steps, texts } = parts;
  let thread: ReturnType<typeof createThreadJourney> | null = null;

  function showEnter(typed = '', trouble: Complaint['words'] | null = null): void {
    close();
    const opened = (receipt: string, asTyped: string): void => {
      void open(receipt, asTyped);
    };
    shell.show(enterScreen({ texts, typed, trouble, opened, back: steps.restart }));
  }

  async function open(receipt: string, typed: string): Promise<void> {
    shell.show(busyScreen(texts.check.title, texts.check.opening));
    try {
      const [about, found] = await Promise.all([line(), client.open(receipt)]);
      if (found === null) showEnter(typed, texts.check.problem.unknown);
      else showThread(about, found);
    } catch (error) {
      showEnter(typed, troubleWords(error, texts.trouble, await telephone()));
    }
  }

  const telephone = (): Promise<string> =>
    line().then(
      ({ telephone: number }) => number,
      () => '',
    );

  function showThread(about: Line, found: OpenedThread): void {
    const closed = (): void => {
      close();
      steps.only(() => {
        const again = { label: texts.form.toStart, act: steps.restart };
        shell.show(plainScreen(texts.thread.closed, '', [again]));
      });
    };
    const journey = createThreadJourney({ ...parts, line: about, thread: found, closed });
    thread = journey;
    steps.only(journey.show);
  }

  function close(): void {
    thread?.wipe();
    thread = null;
  }

  return {
    begin() {
      steps.go(() => {
        showEnter();
      });
    },
    wouldLose: () => thread?.wouldLose() ?? null,
    wipe: close,
  };
}
