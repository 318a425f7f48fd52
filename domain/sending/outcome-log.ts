/** What became of claims, on its way to the disk: what comes while one write is under way travels in the next. */
import type { Recipients, Settled } from './ports.js';
import { storeAgain } from './store-again.js';

export interface OutcomeLog {
  /** Ends when it is written down. @throws what the store throws, after two minutes of trying */
  write(settled: Settled): Promise<void>;
}

export interface OutcomeLogPorts {
  readonly recipients: Pick<Recipients, 'settle'>;
  readonly wait: (ms: number) => Promise<void>;
  readonly key: string;
  readonly fence: number;
}

interface Waiting {
  readonly settled: Settled;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Written in one go at most. */
const most = 500;

/** A write that was carried out though its answer was lost meets no claim the second time. */
export function createOutcomeLog({ recipients, wait, key, fence }: OutcomeLogPorts): OutcomeLog {
  let waiting: readonly Waiting[] = [];
  let writing = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const party = waiting.slice(0, most);
      waiting = waiting.slice(most);
      const settled = party.map((one) => one.settled);
      try {
        await storeAgain(wait, () => recipients.settle(key, fence, settled));
        for (const { done } of party) done();
      } catch (error) {
        for (const { failed } of party) failed(error);
      }
    }
    writing = false;
  }

  return {
    write: (settled) =>
      new Promise((done, failed) => {
        waiting = [...waiting, { settled, done, failed }];
        if (writing) return;
        writing = true;
        void run();
      }),
  };
}
