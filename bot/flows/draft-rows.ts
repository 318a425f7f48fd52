/** Conversations in their rows: opened, written over under a condition, and given a new key when they end. */
import type { DraftVault, Row, Sessions } from '../../domain/drafts/ports.js';
import type { Clock } from '../../domain/ports.js';
import { burnDay } from '../dialogue/draft.js';
import type { State, Who } from '../dialogue/types.js';
import { decodeKept, encodeKept, isOver, keptFor, type Kept } from './conversation.js';

/** Attempts when somebody else's write came first. */
export const mostAttempts = 8;

/** A conversation as loaded: the row it lies in, and what it holds if that is still due. */
export interface Loaded {
  readonly row: Row | null;
  readonly day: string;
  readonly kept: Kept | null;
}

export interface DraftRows {
  readonly load: (who: Who) => Promise<Loaded>;
  /** As if nothing were stored; what is made of it is kept only if that is so. */
  readonly unread: () => Loaded;
  /** Writes what is to be kept and answers it as loaded; null when somebody was faster. */
  readonly save: (who: Who, loaded: Loaded, kept: Kept) => Promise<Loaded | null>;
  /** Changes a stored report from outside a turn (a file was saved); false when it is gone or nothing was changed. */
  readonly change: (who: Who, by: (state: State) => State | null) => Promise<boolean>;
}

/** Milliseconds that what has ended is still kept: over midnight, where it has to be. */
const leftMs = (kept: Kept): number => ('ended' in kept ? keptFor.tombstone : keptFor.receipt) * 1_000;

/** @throws DomainError storage.unavailable from each of the functions */
export function createDraftRows(ports: {
  readonly sessions: Sessions;
  readonly drafts: DraftVault;
  readonly clock: Clock;
}): DraftRows {
  async function load(who: Who): Promise<Loaded> {
    const row = await ports.sessions.load(who.tags);
    const opened = row === null ? null : ports.drafts.open(row);
    const kept = opened === null ? null : decodeKept(opened.plain);
    const due = kept !== null && !isOver(kept, ports.clock.now() / 1_000);
    return { row, day: opened?.day ?? ports.clock.today(), kept: due ? kept : null };
  }

  const unread = (): Loaded => ({ row: null, day: ports.clock.today(), kept: null });

  async function save(who: Who, loaded: Loaded, kept: Kept): Promise<Loaded | null> {
    const { row } = loaded;
    const today = ports.clock.today();
    const goesOn = row !== null && loaded.kept !== null && 'state' in loaded.kept;
    const tag = goesOn ? row.tag : (who.tags[0] ?? '');
    const day = goesOn ? loaded.day : today;
    const from = row !== null && row.tag === tag ? row.rev : 0;
    // What has ended gets a key of its own: the draft key and every answer under it are overwritten at once.
    const live = 'state' in kept && kept.state.at !== 'receipt';
    const key = goesOn && live ? row.key : null;
    const sealed = ports.drafts.seal(day, tag, key, encodeKept(kept), row?.body.length);
    const until = live ? burnDay(kept.state) : ports.clock.dayAt(ports.clock.now() + leftMs(kept));
    const next: Row = { tag, rev: from + 1, burnDay: until, ...sealed };
    if (!(await ports.sessions.save(next, from))) return null;
    if (row !== null && row.tag !== tag) await ports.sessions.remove(row.tag, row.rev);
    return { row: next, day, kept };
  }

  async function change(who: Who, by: (state: State) => State | null): Promise<boolean> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const loaded = await load(who);
      const state = loaded.kept !== null && 'state' in loaded.kept ? loaded.kept.state : null;
      const next = state === null ? null : by(state);
      if (next === null) return false;
      if ((await save(who, loaded, { state: next })) !== null) return true;
    }
    return false;
  }

  return { load, unread, save, change };
}
