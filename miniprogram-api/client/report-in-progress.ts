/** A report that is being written: its files are on their way already, and it is sent once however often it is tried. */
import { drawReceipt } from '../../questions/receipt.js';
import type { Answers, Graph } from '../../questions/types.js';
import { wipe } from '../../vault/bytes.js';
import { type Core, drawId } from './core.js';
import { FilesUnfinished, Stopped } from './errors.js';
import { createFiles, type FileAbout, type Files } from './files.js';
import type { FileUpload } from './file-upload.js';
import type { ByteSource, Lang } from './ports.js';
import { createSendReport, type Sent } from './send-report.js';
import { createStop } from './stop.js';
import { askTicket, createToken } from './ticket.js';

export interface ReportAnswers {
  /** the questions that were asked, or their version */
  readonly graph: Graph | string;
  readonly lang: Lang;
  readonly answers: Answers;
  readonly notes: readonly string[];
}

export interface SendOptions {
  /** leaves out what is not done yet: nothing is left out unless this is said */
  readonly withoutUnfinished?: boolean;
  readonly onProgress?: (step: 'files' | 'sealing' | 'sending') => void;
}

export interface ReportInProgress {
  readonly reportId: string;
  /** Gets the leave to send while there is still something to write; what fails is tried again when it is needed. */
  prepare(): void;
  files(): readonly FileUpload[];
  /** Cleans, seals and uploads, from now on. @throws Stopped once the report was sent or wiped */
  addFile(source: ByteSource, about: FileAbout): FileUpload;
  /** Cancels it and takes it out of the report. */
  removeFile(upload: FileUpload): void;
  /**
   * Waits for files under way, seals once and sends until it is answered. After a failure it may be called again: the same
   * answers are sent as the same bytes, other answers under the same id, so that one report arrives in any case.
   * @throws FilesUnfinished (paused or failed); ApiError, NoConnection with all kept; Stopped once it was wiped
   */
  send(answers: ReportAnswers, options?: SendOptions): Promise<Sent>;
  /** Stops the files and overwrites the keys. A report that was not sent can be sent no longer. */
  wipe(): void;
}

/** Draws id, receipt and seeds. Nothing is sent. */
export function beginReport(core: Core): ReportInProgress {
  const { ports } = core;
  const reportId = drawId(ports);
  const draw = (bytes: number): Uint8Array => ports.random(bytes);
  const secrets = { reportId, receipt: drawReceipt(draw), seeds: ports.random(64) };
  const token = createToken(() => askTicket(core.ask, ports));
  const files = createFiles(core, { reportId, token, of: 'ticket' });
  const stop = createStop();
  const sendReport = createSendReport({ core, first: secrets, token, files, stop });
  let sending: Promise<Sent> | null = null;
  let sent: Sent | null = null;

  async function send(answers: ReportAnswers, options: SendOptions): Promise<Sent> {
    options.onProgress?.('files');
    if (options.withoutUnfinished !== true) await allDone(files);
    const { graph: asked, lang } = answers;
    const graph = typeof asked === 'string' ? await core.graph(asked, lang) : asked;
    sent = await sendReport({ ...answers, graph }, options.onProgress ?? (() => undefined));
    forget();
    return sent;
  }

  function forget(): void {
    files.wipe();
    wipe(secrets.seeds);
  }

  return {
    reportId,
    prepare() {
      if (!stop.stopped && sent === null) token.get().catch(() => undefined);
    },
    files: () => files.all(),
    addFile(source, about) {
      if (stop.stopped || sent !== null) throw new Stopped();
      return files.add(source, about);
    },
    removeFile(upload) {
      files.remove(upload);
    },
    async send(answers, options = {}) {
      if (sent !== null) return sent;
      if (stop.stopped) throw new Stopped();
      sending ??= send(answers, options).finally(() => {
        sending = null;
      });
      return sending;
    },
    wipe() {
      stop.stop();
      forget();
    },
  };
}

/** @throws FilesUnfinished if one of them will not be done by itself */
async function allDone(files: Files): Promise<void> {
  await files.rested();
  const unfinished = files.all().filter(({ state }) => state !== 'done');
  if (unfinished.length > 0) throw new FilesUnfinished(unfinished.map(({ name }) => name));
}
