/** A shape for each state of a send. Paths on a field of 16 by 16. */
import type { SendState } from '../../api/occurrence-types.js';
import type { StateShape } from '../../articles/list-state-shapes.js';

const circle = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';
const square = 'M2.5 2.5h11v11h-11z';
const diamond = 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z';

export const sendShapes: Readonly<Record<SendState, StateShape>> = {
  waiting: { line: `${square}M8 4.5v3.5l2.5 2` },
  sending: { line: `${square}M8 11.5v-6M5.5 7.5l2.5-2.5l2.5 2.5` },
  paused: { line: `${square}M6.3 5.5v5M9.7 5.5v5`, heed: true },
  limited: { line: square, fill: 'M2.5 10h11v3.5h-11z' },
  awaiting_admin: { line: `${square}M8 4.5v4.5M8 11v0.6`, heed: true },
  checking: { line: square, fill: 'M2.5 8h11v5.5h-11z' },
  done: { line: circle, fill: circle },
  cancelled: { line: `${circle}M4.5 8h7` },
  missed: { line: `${circle}M5.5 5.5l5 5M10.5 5.5l-5 5`, heed: true },
  in_doubt: { line: `${diamond}M6.5 6.5a1.6 1.6 0 1 1 2 1.7v0.8M8.5 11v0.3`, heed: true },
  refused: { line: `${diamond}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`, heed: true },
};
