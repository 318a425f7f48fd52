/** What a line's database says of itself: which data folders belong to it, and whether it is held. */

/**
 * A held line sends nothing that was planned: the database may be a copy of one that sends it too, or be older than what
 * has gone out. `restored`: it came from a backup · `copied`: it was found beside a data folder that it does not know.
 */
export interface Hold {
  /** milliseconds since 1970 */
  readonly since: number;
  readonly why: HoldReason;
}

export const holdReasons = ['restored', 'copied'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** A data folder as the database knows it. */
export interface KnownFolder {
  /** the folder's identity: 16 random bytes, hex */
  readonly id: string;
  /** what changes when the folder itself is copied; null where it does not matter */
  readonly place: string | null;
}

export interface LineMark {
  /** counts writes from 1 */
  readonly revision: number;
  /** the last one joined last */
  readonly folders: readonly KnownFolder[];
  readonly hold: Hold | null;
}

/** Folders that are remembered: machines of one line, and those it moved away from. */
export const mostFolders = 32;

/** Whether the database knows the folder, in its place. */
export function knows({ folders }: LineMark, { id, place }: KnownFolder): boolean {
  return folders.some(
    (one) => one.id === id && (one.place === null || place === null || one.place === place),
  );
}

/** The mark with this folder as the last one. A hold that stands keeps its reason and its time. */
export function joined(mark: LineMark, folder: KnownFolder, hold: Hold | null): LineMark {
  const others = mark.folders.filter(({ id }) => id !== folder.id);
  return {
    revision: mark.revision + 1,
    folders: [...others, folder].slice(-mostFolders),
    hold: mark.hold ?? hold,
  };
}
