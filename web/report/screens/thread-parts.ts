/** What the screen of an opened report shows and does. */
import type { ThreadParts, Written } from '../journeys/parts.js';
import type { Complaint } from '../parts.js';
import type { OpenedThread } from '../ports.js';
import type { FileUpload } from '../upload.js';

export interface ThreadActs {
  readonly add: (words: string) => void;
  readonly addFile: OpenedThread['addFile'];
  readonly answer: (id: string, words: string) => void;
  readonly dispute: (words: string) => void;
  readonly askWithdraw: () => void;
  readonly changeReceipt: () => void;
  readonly refresh: () => void;
  readonly closed: () => void;
}

export interface ThreadScreenParts extends ThreadParts {
  readonly written: Written;
  readonly answered: ReadonlySet<string>;
  readonly uploads: readonly FileUpload[];
  readonly notice: string;
  readonly trouble: readonly Complaint[];
  readonly acts: ThreadActs;
}
