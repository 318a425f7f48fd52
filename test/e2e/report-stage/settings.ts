/** What a test tells the line that the form talks to on the stage. */
import type { Graph } from '../../../questions/types.js';
import type { ThreadMessage, ThreadState } from '../../../web/report/ports.js';

export interface StageSettings {
  readonly graph: Graph;
  readonly texts: Readonly<Record<string, string>>;
  readonly telephone: string;
  readonly emergency: string;
  readonly today: string;
  readonly takesReports: boolean;
  /** what happens to a file that is added */
  readonly files: 'arrive' | 'wait' | 'fail';
  /** what the next sendings come to, in turn; then they arrive */
  readonly sends: readonly ('lost' | 'limit' | 'nobody')[];
  /** an earlier try had arrived */
  readonly earlier: boolean;
  readonly thread: {
    readonly state: ThreadState;
    readonly messages: readonly ThreadMessage[];
    readonly outcome: string | null;
  };
}

/** A receipt with a right check digit. */
export const stageReceipt = '12345678901234567891';
