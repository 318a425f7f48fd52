/** The right to a thread: what a receipt makes, and the token that it is shown for. */
import { drawReceipt } from '../../questions/receipt.js';
import { toBase64url, wipe } from '../../vault/bytes.js';
import { bytesOf, idOf } from '../../vault/json.js';
import { hashProof, type ReceiptKeys, receiptKeys, wrapThread } from '../../vault/receipt.js';
import type { Ask, Body, Call } from './ask.js';
import { type Core, lineIdOf } from './core.js';
import { ApiError, isRefusal, Stopped } from './errors.js';
import type { LineKeys } from './line.js';
import { bytes, text, whole } from './shape.js';
import { createStop, type Stop, unlessStopped } from './stop.js';
import { createToken, type Token } from './ticket.js';

export interface OpenAnswer {
  readonly token: string;
  readonly reportId: string;
  readonly wrappedThread: Uint8Array;
  readonly contentPk: Uint8Array;
}

/** Shows the proof. Null: there is no such receipt. @throws ApiError limit.tries; NoConnection */
export async function askOpen(ask: Ask, proof: Uint8Array): Promise<OpenAnswer | null> {
  try {
    const json = { proof: toBase64url(proof) };
    return await ask({ method: 'POST', path: '/reports/open', json, status: 200, read: readOpen });
  } catch (error) {
    if (isRefusal(error, 'report.receipt_wrong')) return null;
    throw error;
  }
}

const readOpen = (body: Body): OpenAnswer | null =>
  whole({
    token: text(body['token']),
    reportId: idOf(body['reportId']),
    wrappedThread: bytes(body['wrappedThread']),
    contentPk: bytesOf(body['contentPk'], 32),
  });

interface NextReceipt {
  readonly receipt: string;
  readonly keys: ReceiptKeys;
}

/** A thread's bearer: asks in its name, and again with a new token when one ran out. */
export class ThreadAccess {
  readonly token: Token;
  readonly stop: Stop = createStop();
  private next: NextReceipt | null = null;

  constructor(
    private readonly core: Core,
    private readonly line: LineKeys,
    private keys: ReceiptKeys,
    readonly opened: OpenAnswer,
    readonly threadKey: Uint8Array,
  ) {
    this.token = createToken(() => this.reopen(), opened.token);
  }

  /** The receipt that was sent to replace this one and not yet answered: it may be in force. */
  get pendingReceipt(): string | null {
    return this.next?.receipt ?? null;
  }

  async ask<T>(call: Omit<Call<T>, 'token' | 'stop'>): Promise<T> {
    const ask = (token: string): Promise<T> => this.core.ask({ ...call, token, stop: this.stop });
    const token = await this.current();
    try {
      return await ask(token);
    } catch (error) {
      if (!isRefusal(error, 'report.token_required')) throw error;
      this.token.drop(token);
      return ask(await this.current());
    }
  }

  /**
   * Puts another receipt in force and answers it. After a failure it goes on with the one it has drawn, whose sending may
   * have arrived. @throws ApiError report.receipt_wrong (neither receipt is in force); NoConnection; Stopped
   */
  async changeReceipt(): Promise<string> {
    for (let round = 1; ; round += 1) {
      const next = (this.next ??= await unlessStopped(this.draw(), this.stop));
      try {
        await this.sendNext(next);
      } catch (error) {
        // refused, as it would be if an earlier sending of ours had arrived
        const doubtful = ['report.token_required', 'report.receipt_taken', 'report.receipt_wrong'];
        if (round === 3 || !doubtful.some((code) => isRefusal(error, code))) throw error;
        const there = await askOpen(this.core.ask, next.keys.proof);
        if (there?.reportId !== this.opened.reportId) {
          if (!isRefusal(error, 'report.receipt_taken')) throw error;
          this.next = null;
          continue;
        }
      }
      return this.adopt(next);
    }
  }

  /** Overwrites all keys. */
  close(): void {
    this.stop.stop();
    wipe(this.threadKey, this.keys.proof, this.keys.wrap);
    if (this.next !== null) wipe(this.next.keys.proof, this.next.keys.wrap);
    this.next = null;
  }

  private current(): Promise<string> {
    if (this.stop.stopped) throw new Stopped();
    return unlessStopped(this.token.get(), this.stop);
  }

  private async reopen(): Promise<string> {
    const opened = await askOpen(this.core.ask, this.keys.proof);
    if (opened === null) throw new ApiError('report.receipt_wrong', 404);
    return opened.token;
  }

  private async draw(): Promise<NextReceipt> {
    const receipt = drawReceipt((count) => this.core.ports.random(count));
    return { receipt, keys: await receiptKeys(this.core.backend, lineIdOf(this.line), receipt) };
  }

  private async sendNext({ keys }: NextReceipt): Promise<void> {
    const { backend, ports } = this.core;
    const random = (count: number): Uint8Array => ports.random(count);
    const json = {
      proofHash: toBase64url(hashProof(backend, keys.proof)),
      wrappedThread: toBase64url(wrapThread(backend, random, keys.wrap, this.threadKey)),
    };
    const path = '/reports/current/receipt';
    await this.ask({ method: 'POST', path, json, status: 204, read: () => true });
  }

  /** From now on the new receipt's keys count. */
  private adopt({ receipt, keys }: NextReceipt): string {
    const before = this.keys;
    this.keys = keys;
    this.next = null;
    wipe(before.proof, before.wrap);
    this.token.forget();
    return receipt;
  }
}
