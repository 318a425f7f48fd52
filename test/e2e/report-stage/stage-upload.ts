/** A file that arrives at once, waits, or does not arrive, as the test wants it. */
import type { Media } from '../../../web/report/ports.js';
import type { ByteSource } from '../../../miniprogram-api/client/ports.js';
import type { FileUpload, UploadState } from '../../../web/report/upload.js';

type Cleaned = FileUpload['cleaned'];

export class StageUpload implements FileUpload {
  state: UploadState = 'cleaning';
  cleaned: Cleaned = null;
  sent = 0;
  readonly id: string;
  readonly name: string;
  readonly size: number;
  private readonly listeners = new Set<() => void>();

  constructor(
    source: ByteSource,
    about: { readonly name: string; readonly media: Media },
    private readonly fate: 'arrive' | 'wait' | 'fail',
  ) {
    this.id = about.name;
    this.name = about.name;
    this.size = source.size;
    void source.read(0, Math.min(16, source.size)).then(() => {
      this.cleaned = about.media === 'image' ? 'cleaned' : 'no-picture';
      this.sent = Math.floor(this.size * 0.45);
      this.become('uploading');
      if (fate === 'arrive')
        setTimeout(() => {
          this.arrive();
        }, 30);
      if (fate === 'fail') this.become('failed');
    });
  }

  pause(): void {
    this.become('paused');
  }

  resume(): void {
    this.become('uploading');
    if (this.fate === 'arrive') this.arrive();
  }

  retry(): void {
    this.become('uploading');
    this.arrive();
  }

  cancel(): void {
    this.listeners.clear();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  arrive(): void {
    if (this.state === 'paused') return;
    this.sent = this.size;
    this.become('done');
  }

  private become(state: UploadState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
