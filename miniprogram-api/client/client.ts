/**
 * The line's API for whoever writes to it: seals before anything leaves, repeats what may have been lost, and keeps what it
 * could not send. It runs where there is nothing but ECMAScript; everything else is passed in.
 */
import { parseReceipt } from '../../questions/receipt.js';
import { wipe } from '../../vault/bytes.js';
import { openThread as unwrapThread, receiptKeys } from '../../vault/receipt.js';
import { type ClientOptions, createCore, type Line, lineIdOf } from './core.js';
import type { ClientPorts, Lang } from './ports.js';
import type { Questions } from './questions.js';
import { beginReport, type ReportInProgress } from './report-in-progress.js';
import { askOpen, ThreadAccess } from './thread-access.js';
import { openThread, type OpenedThread } from './thread.js';

export interface Client {
  /** The line, read anew; its keys are checked. @throws ApiError, NoConnection */
  line(): Promise<Line>;
  /** The questions, today's unless a version is given. @throws ApiError questions.unknown_version; NoConnection */
  questions(lang: Lang, version?: string): Promise<Questions>;
  begin(): ReportInProgress;
  /** Null: this opens nothing, and what is no receipt is not even asked for. @throws ApiError limit.tries; NoConnection */
  open(receipt: string): Promise<OpenedThread | null>;
}

/** A client of one line. */
export function createClient(ports: ClientPorts, options: ClientOptions = {}): Client {
  const core = createCore(ports, options);

  async function open(typed: string): Promise<OpenedThread | null> {
    const parsed = parseReceipt(typed);
    if (typeof parsed === 'string') return null;
    const line = core.keysOf(await core.line());
    const keys = await receiptKeys(core.backend, lineIdOf(line), parsed.receipt);
    const wipeKeys = (): void => {
      wipe(keys.proof, keys.wrap);
    };
    try {
      const opened = await askOpen(core.ask, keys.proof);
      const threadKey = opened && unwrapThread(core.backend, keys.wrap, opened.wrappedThread);
      if (opened !== null && threadKey !== null)
        return await openThread(core, new ThreadAccess(core, line, keys, opened, threadKey));
    } catch (error) {
      wipeKeys();
      throw error;
    }
    wipeKeys();
    return null;
  }

  return {
    line: () => core.line(true),
    questions: (lang, version) => core.questions(lang, version),
    begin: () => beginReport(core),
    open,
  };
}
