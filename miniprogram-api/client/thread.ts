/** A thread that a receipt has opened: where the report stands, what the desk wrote, and what may be said. */
import type { Call } from './ask.js';
import type { StopSignal, ByteSource } from './ports.js';
import { toBase64url } from '../../vault/bytes.js';
import { sealItem } from '../../vault/item.js';
import { utf8 } from '../../vault/utf8.js';
import { type Core, drawId } from './core.js';
import { ApiError, isRefusal, Stopped } from './errors.js';
import type { FileFacts, FileUpload } from './file-upload.js';
import { createFiles, type FileAbout, type Files } from './files.js';
import { rememberVerified } from './readers.js';
import { text } from './shape.js';
import type { ThreadAccess } from './thread-access.js';
import {
  openMessages,
  type Page,
  readPage,
  type SealedMessage,
  type ThreadMessage,
} from './thread-messages.js';
import { readStatus, type ThreadStatus } from './thread-state.js';

/** What is shown is as of the last `refresh`; what is done here shows at once as far as it is known. */
export interface OpenedThread extends ThreadStatus {
  /** oldest first */
  readonly messages: readonly ThreadMessage[];
  readonly files: readonly FileUpload[];
  /** a receipt that was to replace this one and got no answer: it may be in force, so keep both */
  readonly pendingReceipt: string | null;
  /**
   * Adds words; `answers` is the id of the message they answer. After a failure the same words go out as the same bytes.
   * @throws ApiError report.closed, report.full, report.too_large, report.receipt_wrong; NoConnection; Stopped
   */
  add(text: string, answers?: string): Promise<void>;
  /** Uploads a file, and adds it once it has arrived. */
  addFile(source: ByteSource, about: FileAbout): FileUpload;
  /** @throws ApiError report.closed; NoConnection; Stopped */
  withdraw(): Promise<void>;
  /** @throws ApiError report.not_closed; NoConnection; Stopped */
  dispute(text: string): Promise<void>;
  /** The new receipt, in force already. After a failure it goes on with the one it has drawn. @throws ApiError, NoConnection, Stopped */
  changeReceipt(): Promise<string>;
  refresh(): Promise<void>;
  /** Stops files under way and overwrites the keys. */
  close(): void;
}

interface Sealed {
  readonly id: string;
  readonly box: string;
}

const current = '/reports/current';

/** Reads the thread. @throws ApiError, NoConnection */
export async function openThread(core: Core, access: ThreadAccess): Promise<OpenedThread> {
  return new Thread(core, access, await read(core, access));
}

interface Read {
  readonly status: ThreadStatus;
  readonly messages: readonly ThreadMessage[];
}

async function read(core: Core, access: ThreadAccess): Promise<Read> {
  const { opened, threadKey } = access;
  const status = await access.ask({ method: 'GET', path: current, status: 200, read: readStatus });
  const sealed: SealedMessage[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const path: string = `${current}/messages${asked}`;
    const page: Page = await access.ask({ method: 'GET', path, status: 200, read: readPage });
    sealed.push(...page.items);
    // a cursor that leads nowhere new would lead there for ever
    cursor = page.nextCursor === cursor || page.items.length === 0 ? null : page.nextCursor;
  }
  const keys = core.keysOf(await core.line(sealed.length > 0));
  const backend = await rememberVerified(core.backend, keys, core.ports);
  if (access.stop.stopped) throw new Stopped();
  const opener = { backend, breath: core.ports, reportId: opened.reportId, threadKey, keys };
  return { status, messages: await openMessages(opener, sealed) };
}

class Thread implements OpenedThread {
  private readonly uploads: Files;
  /** what was sealed and not yet taken, by its words: sent again as it is */
  private readonly pending = new Map<string, Sealed>();

  constructor(
    private readonly core: Core,
    private readonly access: ThreadAccess,
    private shown: Read,
  ) {
    const { token, opened } = access;
    const place = { reportId: opened.reportId, token, of: 'report' } as const;
    this.uploads = createFiles(core, place, (facts, stop) => this.attach(facts, stop));
  }

  get caseNumber() {
    return this.shown.status.caseNumber;
  }
  get state() {
    return this.shown.status.state;
  }
  get receivedOn() {
    return this.shown.status.receivedOn;
  }
  get dueOn() {
    return this.shown.status.dueOn;
  }
  get additions() {
    return this.shown.status.additions;
  }
  get outcome() {
    return this.shown.status.outcome;
  }
  get keptUntil() {
    return this.shown.status.keptUntil;
  }
  get mayAdd() {
    return this.shown.status.mayAdd;
  }
  get mayWithdraw() {
    return this.shown.status.mayWithdraw;
  }
  get mayDispute() {
    return this.shown.status.mayDispute;
  }
  get messages() {
    return this.shown.messages;
  }
  get files() {
    return this.uploads.all();
  }
  get pendingReceipt() {
    return this.access.pendingReceipt;
  }

  async add(words: string, answers?: string): Promise<void> {
    const plain = { v: 1, text: words, ...(answers === undefined ? {} : { answers }) };
    await this.say(`${current}/messages`, plain);
    this.patch({ additions: this.additions + 1 });
  }

  addFile(source: ByteSource, about: FileAbout): FileUpload {
    if (this.access.stop.stopped) throw new Stopped();
    return this.uploads.add(source, about);
  }

  async dispute(words: string): Promise<void> {
    await this.say(`${current}/dispute`, { v: 1, dispute: true, text: words });
    this.patch({ additions: this.additions + 1, mayDispute: false });
  }

  async withdraw(): Promise<void> {
    const path = `${current}/withdraw`;
    try {
      await this.access.ask({ method: 'POST', path, json: {}, status: 204, read: () => true });
    } catch (error) {
      if (!isRefusal(error, 'report.closed')) throw error;
      const ask = { method: 'GET', path: current, status: 200, read: readStatus } as const;
      // withdrawn by a sending of ours whose answer was lost
      if ((await this.access.ask(ask)).state !== 'withdrawn') throw error;
    }
    this.patch({ state: 'withdrawn', mayAdd: false, mayWithdraw: false });
  }

  changeReceipt(): Promise<string> {
    return this.access.changeReceipt();
  }

  async refresh(): Promise<void> {
    this.shown = await read(this.core, this.access);
  }

  close(): void {
    this.access.close();
    this.uploads.wipe();
    this.pending.clear();
  }

  private async attach(facts: FileFacts, stop: StopSignal): Promise<void> {
    await this.say(`${current}/messages`, { v: 1, ...facts }, [facts.file], stop);
    this.patch({ additions: this.additions + 1 });
  }

  private async say(
    path: string,
    plain: object,
    files?: readonly string[],
    stop?: StopSignal,
  ): Promise<void> {
    const json = JSON.stringify(plain);
    const sealed = this.pending.get(json) ?? (await this.seal(json));
    this.pending.set(json, sealed);
    const call: Omit<Call<string>, 'token' | 'stop'> = {
      ...{ method: 'POST', path, status: 201 },
      json: files === undefined ? sealed : { ...sealed, files },
      read: (body) => text(body['id']),
    };
    if (stop?.stopped === true) throw new Stopped();
    await this.access.ask(call);
    this.pending.delete(json);
  }

  /** Seals an addition to those who read the report. */
  private async seal(json: string): Promise<Sealed> {
    const { ports, backend } = this.core;
    const { reportId, contentPk } = this.access.opened;
    const bytes = utf8(json);
    const { additionBytes } = (await this.core.line()).limits;
    if (bytes.length > additionBytes) throw new ApiError('report.too_large', 0);
    const id = drawId(ports);
    const item = { id, purpose: 'addition', bytes } as const;
    return {
      id,
      box: toBase64url(sealItem(backend, (count) => ports.random(count), contentPk, reportId, item)),
    };
  }

  private patch(changes: Partial<ThreadStatus>): void {
    this.shown = { ...this.shown, status: { ...this.shown.status, ...changes } };
  }
}
