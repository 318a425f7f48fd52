/** What a turn asks of the world: a thread by its receipt, an addition, a withdrawal, articles, sending. */
import { isDomainError } from '../../domain/errors.js';
import type { AcceptReport } from '../../domain/reports/accept-report.js';
import type { AddToReport } from '../../domain/reports/add-to-report.js';
import type { OpenThread, Thread } from '../../domain/reports/open-thread.js';
import type { ReadThread } from '../../domain/reports/read-thread.js';
import type { WithdrawReport } from '../../domain/reports/withdraw-report.js';
import type { Limits } from '../../domain/limits.js';
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import type { Graph } from '../../questions/types.js';
import { burnDay } from '../dialogue/draft.js';
import type { Found, Input, Query, State, Who } from '../dialogue/types.js';
import type { FollowUps } from './follow-ups.js';
import type { KeepFile } from './keep-files.js';
import { createReadArticles, type ArticlePorts } from './read-articles.js';
import { createRecent } from './recent.js';
import { reportItems } from './report-items.js';

export interface QueryPorts extends ArticlePorts {
  readonly acceptReport: AcceptReport;
  readonly openThread: OpenThread;
  readonly readThread: ReadThread;
  readonly addToReport: AddToReport;
  readonly withdrawReport: WithdrawReport;
  readonly limits: Limits;
  readonly evidence: EvidenceStore;
  readonly keepFile: KeepFile;
  readonly followUps: FollowUps;
  readonly graphs: readonly Graph[];
  readonly random: (bytes: number) => Uint8Array;
  /** An item id (16 bytes, hex) made from the message an addition came in, so that a repeat adds once. */
  readonly itemId: (reportId: string, messageId: string) => string;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** What is found, and the thread that was opened with it. */
export interface Answer {
  readonly found: Found;
  readonly thread?: Thread | null;
}

/** Milliseconds a turn waits for a receipt to be checked before it says "still checking". */
const patience = 3_000;

type Asked = (who: Who, input: Input, state: State | null, query: Query) => Promise<Answer>;

/** Makes the function that answers a turn's queries. @throws DomainError storage.unavailable, report.case_taken, report.receipt_taken */
export function createQueries(ports: QueryPorts): Asked {
  const readArticles = createReadArticles(ports);

  /** Receipts being checked, so that asking again finds the work done. */
  const checking = new Map<string, Promise<Thread | null>>();

  /** Reports that were let through the limit: sent again after a failure, they are not a further one. */
  const granted = createRecent<true>();

  async function openByReceipt(who: Who, receipt: string): Promise<Answer> {
    const key = `${who.handle} ${receipt}`;
    let work = checking.get(key);
    if (work === undefined) {
      if (!ports.limits.tries.allows(who.handle)) return { found: { refused: 'limit' } };
      ports.limits.tries.count(who.handle);
      work = ports.openThread(receipt);
      checking.set(key, work);
      const done = (): void => {
        void ports.wait(30_000).then(() => checking.delete(key));
      };
      work.then(done, () => checking.delete(key));
    }
    const thread = await Promise.race([work, ports.wait(patience).then(() => 'later' as const)]);
    if (thread === 'later') return { found: { refused: 'later' } };
    checking.delete(key);
    const view = thread === null ? null : await ports.readThread(thread);
    return view === null ? { found: { refused: 'unknown' } } : { found: { opened: view }, thread };
  }

  async function onThread(who: Who, act: (thread: Thread) => Promise<void>): Promise<Answer> {
    const open = ports.followUps.get(who.handle);
    if (open === null) return { found: { refused: 'unavailable' } };
    try {
      await act(open.thread);
    } catch (error) {
      if (isDomainError(error) && error.code === 'report.closed') return { found: { refused: 'closed' } };
      if (isDomainError(error) && error.code === 'report.full') return { found: { refused: 'full' } };
      throw error;
    }
    const thread = await ports.readThread(open.thread);
    return { found: thread === null ? { refused: 'closed' } : { thread } };
  }

  async function addFile(
    thread: Thread,
    input: Input,
    query: Extract<Query, { do: 'add-file' }>,
  ): Promise<void> {
    const kept = await ports.keepFile(thread.reportId, settledAtOnce, query.media, query.ref);
    await ports.evidence.settle(settledAtOnce, kept.file);
    const bytes = new TextEncoder().encode(JSON.stringify({ v: 1, media: query.media, ...kept }));
    await ports.addToReport(thread, { id: ports.itemId(thread.reportId, input.id), bytes });
  }

  /** The receipt that is about to be shown opens the report if an earlier sending stored it. */
  async function sent(state: State): Promise<Answer> {
    const { sending } = state;
    const thread = sending === undefined ? null : await ports.openThread(sending.receipt);
    const view = thread === null ? null : await ports.readThread(thread);
    return { found: view === null ? { unsent: 'nowhere' } : { sent: { dueDay: view.dueDay } } };
  }

  async function send(who: Who, state: State): Promise<Answer> {
    const { sending } = state;
    const graph = ports.graphs.find(({ version }) => version === state.graph) ?? ports.graphs[0];
    if (sending === undefined || graph === undefined) return { found: { unsent: 'unavailable' } };
    const again = granted.get(state.reportId) === true;
    if (!again && !ports.limits.reports.allows(who.handle)) return { found: { unsent: 'limit' } };
    granted.set(state.reportId, true);
    for (const { kept } of state.files)
      if (kept !== undefined) await ports.evidence.settle(burnDay(state), kept.file);
    try {
      const { dueDay, already } = await ports.acceptReport({
        reportId: state.reportId,
        caseNumber: sending.caseNumber,
        receipt: sending.receipt,
        seeds: Uint8Array.from(sending.seeds.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
        way: 'chat',
        items: reportItems(graph, state, ports.random),
      });
      if (!already) ports.limits.reports.count(who.handle);
      return { found: { sent: { dueDay } } };
    } catch (error) {
      if (isDomainError(error) && error.code === 'report.not_taken_here')
        return { found: { unsent: 'closed' } };
      if (isDomainError(error) && error.code === 'storage.unavailable')
        return { found: { unsent: 'unavailable' } };
      throw error;
    }
  }

  return async (who, input, state, query) => {
    if ('get' in query) {
      if (query.get === 'thread') return openByReceipt(who, query.receipt);
      if (query.get === 'sent') return state === null ? { found: { unsent: 'nowhere' } } : sent(state);
      return { found: await readArticles(query) };
    }
    switch (query.do) {
      case 'add': {
        const bytes = new TextEncoder().encode(JSON.stringify({ v: 1, text: query.text }));
        return onThread(who, (thread) =>
          ports.addToReport(thread, { id: ports.itemId(thread.reportId, input.id), bytes }),
        );
      }
      case 'add-file':
        return onThread(who, (thread) => addFile(thread, input, query));
      case 'withdraw':
        return onThread(who, (thread) => ports.withdrawReport(thread));
      case 'send':
        return state === null ? { found: { unsent: 'unavailable' } } : send(who, state);
    }
  };
}

/** Files added later belong to no draft: they are kept under no burn day for a moment only. */
const settledAtOnce = '9999-12-31';
