import type { ReportState } from './report.js';

/** How large things may be. One stored report stays far below a document's 16 MB. */
export const bounds = {
  /** plain bytes of all items when it is sent */
  reportBytes: 1_048_576,
  /** sealed bytes of all items when it is sent: padding adds an eighth at most, the seals some more */
  sealedBytes: 1_310_720,
  /** items when it is sent */
  reportItems: 100,
  /** plain bytes of one addition */
  additionBytes: 16_384,
  /** the same sealed */
  sealedAdditionBytes: 20_480,
  /** bytes of one reply's text: with what is said around it, one message of the chat */
  replyBytes: 1_500,
  /** items in a report up to which the reporter may add, and up to which the desk may: it can always answer */
  itemsForReporter: 200,
  itemsForDesk: 300,
} as const;

/** States in which the reporter may still add. */
export const openToReporter: readonly ReportState[] = ['received', 'read'];

/** States in which the desk may write: also to say how it ended, but not to somebody who withdrew. */
export const openToDesk: readonly ReportState[] = ['received', 'read', 'closed'];
