/** A file on its way: cleaned, sealed and sent, and what may happen meanwhile. */
import { toBase64url, toHex } from '../../vault/bytes.js';
import { partSize } from '../../vault/evidence.js';
import type { CleanedFile, CleanFile, Media } from './clean-file.js';
import { isRefusal, Stopped } from './errors.js';
import { drawSecrets, type FileSecrets, wipeSecrets } from './file-secrets.js';
import { typeOf } from './file-types.js';
import type { FileFacts, Upload, UploadState } from './file-upload.js';
import type { ByteSource, StopSignal } from './ports.js';
import { type Destination, sendParts } from './send-parts.js';
import { createStop, type Stop, unlessStopped } from './stop.js';

export interface UploadParts {
  readonly to: Destination;
  readonly clean: CleanFile;
  readonly source: ByteSource;
  readonly name: string;
  readonly media: Media;
  /** the most bytes that a file may have. @throws ApiError evidence.too_large through what it answers */
  readonly admit: (size: number) => Promise<void>;
  /** what is still to do once all of it has arrived, before it counts as done */
  readonly attach?: (facts: FileFacts, stop: StopSignal) => Promise<void>;
}

const moving: readonly UploadState[] = ['cleaning', 'sealing', 'uploading'];
/** Times that a token which ran out is had anew for one file in a row. */
const mostRenewals = 2;

/** Starts at once. */
export function startUpload(parts: UploadParts): Upload {
  const upload = new RunningUpload(parts);
  upload.go();
  return upload;
}

class RunningUpload implements Upload {
  readonly id: string;
  readonly name: string;
  readonly done: Promise<void>;
  state: UploadState = 'cleaning';
  error: Error | null = null;
  private cleaning: Promise<CleanedFile> | null = null;
  private file: CleanedFile | null = null;
  private secrets: FileSecrets | null = null;
  private run: { readonly stop: Stop; readonly over: Promise<void> } | null = null;
  /** all of it has arrived and was compared */
  private uploaded = false;
  private cancelled = false;
  private arrived: () => void = () => undefined;
  private given: (error: Error) => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: UploadParts) {
    this.id = toHex(parts.to.ports.random(16));
    this.name = parts.name;
    this.done = new Promise((resolve, reject) => {
      this.arrived = resolve;
      this.given = reject;
    });
    this.done.catch(() => undefined); // who does not ask is not told
  }

  get cleaned() {
    return this.file?.cleaned ?? null;
  }

  get size(): number {
    return (this.file?.source ?? this.parts.source).size;
  }

  get sent(): number {
    if (this.state === 'done') return this.size;
    const bytes = (n: number): number => Math.min(partSize, this.size - n * partSize);
    const parts = this.secrets?.parts ?? [];
    return parts.reduce((sum, { accepted }, n) => sum + (accepted ? bytes(n) : 0), 0);
  }

  pause(): void {
    if (!moving.includes(this.state)) return;
    this.run?.stop.stop();
    this.become('paused');
  }

  resume(): void {
    if (this.state === 'paused') this.go();
  }

  retry(): void {
    if (this.state === 'failed' && !this.cancelled) this.go();
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    this.wipe();
    this.given(new Stopped());
    this.fail(new Stopped());
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  async rested(): Promise<void> {
    while (this.run !== null && moving.includes(this.state)) await this.run.over;
  }

  facts(): FileFacts | null {
    return this.state === 'done' ? this.describe() : null;
  }

  startOver(): void {
    if (this.cancelled) return;
    this.wipe();
    this.go();
  }

  wipe(): void {
    this.run?.stop.stop();
    this.forget();
  }

  /** A run of the whole, from what is known already. */
  go(): void {
    this.error = null;
    this.become(this.file === null ? 'cleaning' : 'sealing');
    const stop = createStop();
    const over = this.work(stop).then(
      () => {
        this.become('done');
        this.arrived();
      },
      (error: unknown) => {
        const own = !stop.stopped;
        stop.stop(); // nothing of a failed run stays at work
        if (own) this.fail(error instanceof Error ? error : new Error('the file could not be read'));
      },
    );
    this.run = { stop, over };
  }

  private async work(stop: Stop): Promise<void> {
    const { admit, attach } = this.parts;
    this.file ??= await this.clean(stop);
    const { source } = this.file;
    this.become('sealing');
    await unlessStopped(admit(source.size), stop);
    if (!this.uploaded) await this.send(source, stop);
    this.uploaded = true;
    const facts = this.describe();
    if (facts !== null) await attach?.(facts, stop);
    if (stop.stopped) throw new Stopped();
  }

  /** Cleans once: a pause does not end it. */
  private async clean(stop: Stop): Promise<CleanedFile> {
    const cleaning = (this.cleaning ??= this.parts.clean(this.parts.source));
    try {
      return await unlessStopped(cleaning, stop);
    } catch (error) {
      if (!stop.stopped) this.cleaning = null;
      throw error;
    }
  }

  /** Sends with a token, and with a new one if it ran out: a new ticket finds nothing of what the old one sent. */
  private async send(source: ByteSource, stop: Stop): Promise<void> {
    const { to } = this.parts;
    const onProgress = (): void => {
      if (!stop.stopped) this.become('uploading');
    };
    for (let renewals = 0; ; renewals += 1) {
      const token = await unlessStopped(to.token.get(), stop);
      const secrets = (this.secrets ??= drawSecrets((bytes) => to.ports.random(bytes), source.size));
      try {
        await sendParts({ to, source, secrets, stop, onProgress }, token);
        return;
      } catch (error) {
        const ranOut = ['ticket.required', 'report.token_required'].some((code) => isRefusal(error, code));
        if (renewals === mostRenewals || !(ranOut || isRefusal(error, 'evidence.unknown'))) throw error;
        if (ranOut) to.token.drop(token);
        if (!ranOut || to.of === 'ticket') this.forget();
      }
    }
  }

  private describe(): FileFacts | null {
    if (this.secrets === null || this.file === null) return null;
    const { media, name } = this.parts;
    const { source, cleaned } = this.file;
    const { fileId, key } = this.secrets;
    return {
      media,
      file: fileId,
      key: toBase64url(key),
      type: typeOf(name),
      size: source.size,
      name,
      cleaned,
    };
  }

  private forget(): void {
    if (this.secrets !== null) wipeSecrets(this.secrets);
    this.secrets = null;
    this.uploaded = false;
  }

  private fail(error: Error): void {
    // what had arrived is not there any more
    if (isRefusal(error, 'evidence.unknown')) this.forget();
    this.error = error;
    this.become('failed');
  }

  private become(state: UploadState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}
