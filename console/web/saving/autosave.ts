/**
 * Saves by itself: some seconds after the last change, one request at a time, again and again while there is no
 * connection, and never over what somebody else wrote.
 */
import { isRefusal, OfflineError } from '../api/api-error.js';

/** What is saved: `Whole` as the server has it, `Content` the part of it that is written on the page. */
export type SaveState<Whole> =
  | { readonly kind: 'saved' }
  /** changed, and saved in a moment */
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  /** somebody else saved meanwhile; nothing is saved until it is decided what holds */
  | { readonly kind: 'stale'; readonly theirs: Whole }
  /** it may not be written in any more, as it was sent on meanwhile */
  | { readonly kind: 'closed'; readonly theirs: Whole }
  | { readonly kind: 'refused'; readonly error: unknown };

interface Revised {
  readonly revision: number;
}

/** How the two hang together. */
export interface Saveable<Whole, Content> {
  readonly contentOf: (whole: Whole | Content) => Content;
  readonly same: (one: Content, other: Content) => boolean;
  /** Whether somebody may write in it now. */
  readonly isOpen: (whole: Whole) => boolean;
  /** codes by which the server says that it is not what was written on */
  readonly overtaken: readonly string[];
}

export interface AutosavePorts<Whole, Content, Saved extends Revised> {
  /** as it stands on the page */
  readonly content: () => Content;
  readonly send: (content: Content, revision: number) => Promise<Saved>;
  /** as it stands at the server */
  readonly newest: () => Promise<Whole>;
  /** Calls once after so many milliseconds; answers how to call it off. */
  readonly later: (act: () => void, ms: number) => () => void;
  readonly show: (state: SaveState<Whole>) => void;
  /** The server has it. */
  readonly saved: (answer: Saved | Whole) => void;
}

export interface Autosave<Whole, Content> {
  /** Something changed on the page. */
  touch(): void;
  /** Saves at once what is not saved. True: nothing is unsaved now. */
  flush(): Promise<boolean>;
  /** The connection is back. */
  retry(): void;
  /** It may be written in again, after it was closed. */
  reopen(): void;
  /** Looks at what somebody else has saved since it was overtaken. True: there are two texts to decide about. */
  look(): Promise<boolean>;
  /** What is known of the server's: after loading, a step, a version brought back, a decision about two texts. */
  rebase(known: Revised & (Whole | Content)): void;
  /** the revision that is written on */
  revision(): number;
  /** as the server has it, as far as is known */
  base(): Content;
  /** Whether the page holds what the server does not. */
  isDirty(): boolean;
  stop(): void;
}

const restMs = 3000;
const pausesMs = [2000, 4000, 8000, 15_000, 30_000, 60_000];

export function createSaving<Whole extends Revised, Content, Saved extends Revised>(
  first: Revised & (Whole | Content),
  { contentOf, same, isOpen, overtaken }: Saveable<Whole, Content>,
  ports: AutosavePorts<Whole, Content, Saved>,
): Autosave<Whole, Content> {
  let base = contentOf(first);
  let { revision } = first;
  let state: SaveState<Whole> = { kind: 'saved' };
  let running: Promise<boolean> | null = null;
  let callOff = (): void => undefined;
  let tries = 0;
  let stopped = false;

  const show = (next: SaveState<Whole>): void => {
    state = next;
    if (!stopped) ports.show(next);
  };
  const wait = (ms: number): void => {
    callOff();
    if (!stopped) callOff = ports.later(() => void flush(), ms);
  };
  const isDirty = (): boolean => !same(ports.content(), base);
  const isStale = (): boolean => state.kind === 'stale';
  const settle = (): void => {
    if (isDirty()) {
      show({ kind: 'changed' });
      wait(restMs);
    } else show({ kind: 'saved' });
  };

  async function flush(): Promise<boolean> {
    callOff();
    if (running !== null) await running;
    if (state.kind === 'stale' || state.kind === 'closed') return false;
    if (!isDirty()) {
      show({ kind: 'saved' });
      return true;
    }
    // of several who waited for the same request, one sends the next
    running ??= save().finally(() => {
      running = null;
    });
    return running;
  }

  async function save(): Promise<boolean> {
    const content = ports.content();
    show({ kind: 'saving' });
    try {
      took(content, await ports.send(content, revision));
      return true;
    } catch (error) {
      return failed(error, content);
    }
  }

  function took(content: Content, answer: Saved | Whole): void {
    base = content;
    revision = answer.revision;
    tries = 0;
    ports.saved(answer);
    settle();
  }

  async function failed(error: unknown, content: Content): Promise<boolean> {
    if (error instanceof OfflineError) {
      show({ kind: 'offline' });
      wait(pausesMs[Math.min(tries, pausesMs.length - 1)] ?? restMs);
      tries += 1;
      return false;
    }
    if (!overtaken.some((code) => isRefusal(error, code))) {
      show({ kind: 'refused', error });
      return false;
    }
    try {
      return await compare(await ports.newest(), content);
    } catch (unread) {
      return failed(unread instanceof OfflineError ? unread : new OfflineError(), content);
    }
  }

  /** Somebody was faster, or it was this page, and the answer was lost. */
  async function compare(theirs: Whole, content: Content): Promise<boolean> {
    if (same(contentOf(theirs), content)) {
      took(content, theirs);
      return true;
    }
    if (!isOpen(theirs)) {
      show({ kind: 'closed', theirs });
      return false;
    }
    if (!same(contentOf(theirs), base)) {
      show({ kind: 'stale', theirs });
      return false;
    }
    // what changed is not the text
    if (theirs.revision === revision) {
      show({ kind: 'refused', error: null });
      return false;
    }
    revision = theirs.revision;
    return save();
  }

  return {
    touch: () => {
      if (state.kind === 'stale' || state.kind === 'closed') return;
      if (running === null && state.kind !== 'offline') show({ kind: 'changed' });
      if (state.kind !== 'offline') wait(restMs);
    },
    flush,
    retry: () => {
      if (state.kind !== 'offline') return;
      tries = 0;
      void flush();
    },
    reopen: () => {
      if (state.kind !== 'closed') return;
      show({ kind: 'changed' });
      void flush();
    },
    look: async () => {
      if (!isStale()) return false;
      try {
        await compare(await ports.newest(), ports.content());
      } catch {
        // what is known of it is enough to decide about
      }
      return isStale();
    },
    rebase: (known) => {
      base = contentOf(known);
      revision = known.revision;
      state = { kind: 'saved' };
      settle();
    },
    revision: () => revision,
    base: () => base,
    isDirty,
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
