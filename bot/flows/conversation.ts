/** A conversation as it is stored, sealed: a report under way, or what is left of one for a few minutes. */
import type { State, TurnRecord } from '../dialogue/types.js';

/** An ended conversation: only what answers a repeated delivery, for ten minutes. */
export interface Tombstone {
  /** seconds */
  readonly endedAt: number;
  readonly turns: readonly TurnRecord[];
}

export type Kept = { readonly state: State } | { readonly ended: Tombstone };

/** Seconds that each kind of conversation is kept. */
export const keptFor = { tombstone: 600, receipt: 3_600, draft: 72 * 3_600 } as const;

export function encodeKept(kept: Kept): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ v: 1, ...kept }));
}

/** Reads what `encodeKept` wrote. The seal has proved who wrote it, so only the version is looked at. */
export function decodeKept(bytes: Uint8Array): Kept | null {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as { v: number } & Kept;
  return value.v === 1 ? value : null;
}

/** Whether nothing of it may be left: burned, left with its receipt for an hour, or ended ten minutes ago. */
export function isOver(kept: Kept, nowSeconds: number): boolean {
  if ('ended' in kept) return nowSeconds - kept.ended.endedAt >= keptFor.tombstone;
  const { state } = kept;
  return state.at === 'receipt'
    ? nowSeconds - state.lastAt >= keptFor.receipt
    : nowSeconds - state.begunAt >= keptFor.draft;
}
