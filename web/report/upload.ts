/** A file on its way, as the page shows it. */

export type UploadState = 'cleaning' | 'sealing' | 'uploading' | 'paused' | 'failed' | 'done';

export interface FileUpload {
  readonly id: string;
  readonly name: string;
  readonly state: UploadState;
  /** what became of place, camera and names that a picture carries; null: not known yet */
  readonly cleaned: 'cleaned' | 'unchanged' | 'no-picture' | null;
  /** bytes that arrived, of `size` */
  readonly sent: number;
  readonly size: number;
  pause(): void;
  resume(): void;
  retry(): void;
  cancel(): void;
  onChange(listener: () => void): () => void;
}
