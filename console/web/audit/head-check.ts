/**
 * Somebody who can write the database could write the log of staff acts anew, with every hash right again. So the browser
 * remembers the newest entry it saw, and the next time that entry must still be the same.
 */
import type { AuditHead } from '../api/account-types.js';

export type HeadCheck =
  /** this browser sees the log for the first time */
  | { readonly kind: 'first' }
  /** what was seen is still there */
  | { readonly kind: 'same'; readonly seen: SeenHead }
  /** it is not: changed, or gone */
  | { readonly kind: 'broken'; readonly seen: SeenHead };

export interface SeenHead extends AuditHead {
  /** milliseconds since 1970 */
  readonly at: number;
}

export interface HeadCheckPorts {
  readonly kept: { read(): string | null; write(value: string): void };
  readonly now: () => number;
  readonly head: () => Promise<AuditHead>;
  /** null: there is no such entry */
  readonly entry: (seq: number) => Promise<AuditHead | null>;
}

/** Compares, and remembers the present head unless the log is broken: what was right once is not forgotten for it. */
export async function checkHead(ports: HeadCheckPorts): Promise<HeadCheck> {
  const seen = readSeen(ports.kept.read());
  if (seen !== null && seen.seq > 0) {
    const entry = await ports.entry(seen.seq);
    if (entry?.hash !== seen.hash) return { kind: 'broken', seen };
  }
  await rememberHead(ports);
  return seen === null ? { kind: 'first' } : { kind: 'same', seen };
}

/** Takes the present head as the one to compare with from now on. */
export async function rememberHead(ports: Pick<HeadCheckPorts, 'kept' | 'now' | 'head'>): Promise<void> {
  const { seq, hash } = await ports.head();
  ports.kept.write(JSON.stringify({ seq, hash, at: ports.now() }));
}

function readSeen(text: string | null): SeenHead | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSeen(value) ? value : null;
  } catch {
    return null;
  }
}

function isSeen(value: unknown): value is SeenHead {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash, at } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(seq) && typeof hash === 'string' && typeof at === 'number';
}
