/** What a line needs to know itself by. */
import type { KnownFolder, LineMark } from './line-mark.js';

/** The mark in the database; there is one or none. */
export interface LineMarks {
  read(): Promise<LineMark | null>;
  /** False: there is one already. */
  insert(mark: LineMark): Promise<boolean>;
  /** Writes it over the one with the revision before it; false: another write was faster. */
  replace(mark: LineMark): Promise<boolean>;
}

export interface FolderIdentity extends KnownFolder {
  /** whether `confirm` was called for it: some database knows the folder */
  readonly confirmed: boolean;
}

/** The identity of this process's data folder. It is copied with the folder, and never backed up. */
export interface DataFolderIdentity {
  /** Makes one where there is none; of several processes at once all get the same. */
  read(): Promise<FolderIdentity>;
  /** Puts a new one in its place: the old one belongs to the folder that this one is a copy of. */
  renew(): Promise<FolderIdentity>;
  /** The database knows it now. */
  confirm(identity: FolderIdentity): Promise<void>;
}
