/** What the form needs of the line: the typed client's face, as far as a page uses it. */
import type { ByteSource } from '../../miniprogram-api/client/ports.js';
import type { FileUpload } from './upload.js';
import type { Answers, Graph } from '../../questions/types.js';

export type Lang = 'zh' | 'en';

export interface InLangs {
  readonly zh: string;
  readonly en: string;
}

export interface WayToReport {
  readonly kind: string;
  readonly name: InLangs;
  readonly value: string;
  readonly note: InLangs | null;
}

export interface Line {
  readonly name: InLangs;
  readonly ways: readonly WayToReport[];
  readonly telephone: string;
  readonly emergency: string;
  /** the line's day, `YYYY-MM-DD` */
  readonly today: string;
  /** false: nobody could read a report, so none may be begun */
  readonly takesReports: boolean;
  readonly limits: {
    readonly reportBytes: number;
    readonly additionBytes: number;
    readonly files: number;
    readonly fileBytes: number;
  };
}

export interface Questions {
  readonly graph: Graph;
  readonly texts: Readonly<Record<string, string>>;
}

export type Media = 'image' | 'voice' | 'video' | 'document';

export interface FileTaker {
  addFile(source: ByteSource, about: { readonly name: string; readonly media: Media }): FileUpload;
}

export interface Sent {
  /** twenty digits */
  readonly receipt: string;
  readonly dueOn: string;
  /** true: an earlier try had arrived after all, and what it said counts, not what was changed since */
  readonly earlier: boolean;
}

export interface ReportInProgress extends FileTaker {
  files(): readonly FileUpload[];
  removeFile(upload: FileUpload): void;
  /** Does beforehand, beside the person's typing, what sending would wait for: the ticket's work, the receipt's key. */
  prepare?(): void;
  /** Repeated after a failure it sends the same bytes, so that it arrives once. */
  send(
    answers: {
      readonly graph: Graph;
      readonly lang: Lang;
      readonly answers: Answers;
      readonly notes: readonly string[];
    },
    options?: { readonly withoutUnfinished?: boolean },
  ): Promise<Sent>;
  /** Overwrites its keys; a report that was not sent can be sent no longer. */
  wipe(): void;
}

export type ThreadState = 'received' | 'read' | 'closed' | 'withdrawn' | 'deleted';

export interface ThreadQuestion {
  readonly kind: 'story' | 'moment' | 'place' | 'choice';
  readonly choices?: readonly string[];
}

export interface ThreadMessage {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly verified: boolean;
  readonly question: ThreadQuestion | null;
}

export interface OpenedThread extends FileTaker {
  readonly caseNumber: string;
  readonly state: ThreadState;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly additions: number;
  readonly outcome: string | null;
  readonly keptUntil: string | null;
  readonly mayAdd: boolean;
  readonly mayWithdraw: boolean;
  readonly mayDispute: boolean;
  readonly messages: readonly ThreadMessage[];
  /** @param answers the id of the message that this answers */
  add(text: string, answers?: string): Promise<void>;
  withdraw(): Promise<void>;
  dispute(text: string): Promise<void>;
  /** Answers the new receipt, which is in force already. */
  changeReceipt(): Promise<string>;
  refresh(): Promise<void>;
  /** Overwrites its keys. */
  close(): void;
}

export interface Client {
  line(): Promise<Line>;
  questions(lang: Lang): Promise<Questions>;
  begin(): ReportInProgress;
  /** null: this receipt opens nothing */
  open(receipt: string): Promise<OpenedThread | null>;
}
