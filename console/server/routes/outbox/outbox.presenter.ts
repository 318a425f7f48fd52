import type { Letter, LetterState } from '../../../../domain/outbox/letter.js';
import { iso } from '../page.js';

export interface LetterView {
  readonly id: string;
  readonly kind: string;
  /** of its text */
  readonly code: string;
  readonly state: LetterState;
  readonly attempts: number;
  /** when it is tried next; null: no more */
  readonly nextAt: string | null;
  /** why it was not delivered the last time: a word; null: not tried yet */
  readonly reason: string | null;
}

/** A letter without its recipient and its parameters. */
export function showLetter({ id, kind, code, state, attempts, nextAt, reason }: Letter): LetterView {
  return { id, kind, code, state, attempts, nextAt: state === 'dead' ? null : iso(nextAt), reason };
}
