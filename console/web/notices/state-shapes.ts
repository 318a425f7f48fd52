/** A shape for each state, so that none is told by colour alone. Paths on a field of 16 by 16. */
import type { StateShape } from '../articles/list-state-shapes.js';
import type { OccurrenceState } from '../api/occurrence-types.js';

const circle = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';
const square = 'M2.5 2.5h11v11h-11z';
const diamond = 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z';

/** Circles belong to the desk, squares to what is on its way, diamonds to what is not as it should be. */
export const occurrenceShapes: Readonly<Record<OccurrenceState, StateShape>> = {
  draft: { line: 'M3 13l1-4l7-7l3 3l-7 7zM9 4l3 3' },
  in_review: { line: circle, fill: 'M8 2a6 6 0 0 1 0 12z' },
  scheduled: { line: `${circle}M8 4.5v3.5l2.5 2` },
  about_to_go: { line: 'M3.5 2l10 6l-10 6z', fill: 'M3.5 2l10 6l-10 6z', heed: true },
  going: { line: `${square}M8 11.5v-6M5.5 7.5l2.5-2.5l2.5 2.5` },
  paused: { line: `${square}M6.3 5.5v5M9.7 5.5v5`, heed: true },
  done: { line: circle, fill: circle },
  partly_done: { line: diamond, fill: 'M8 1.5l-6.5 6.5l6.5 6.5z', heed: true },
  in_doubt: { line: `${diamond}M6.5 6.5a1.6 1.6 0 1 1 2 1.7v0.8M8.5 11v0.3`, heed: true },
  refused: { line: `${diamond}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`, heed: true },
  missed: { line: `${circle}M5.5 5.5l5 5M10.5 5.5l-5 5` },
  cancelled: { line: `${circle}M4.5 8h7` },
};

/** A bell: what is a notice and no article. */
export const bell =
  'M8 1.8c-2.6 0-4 1.8-4 4.2v3l-1.3 2.2h10.6l-1.3-2.2v-3c0-2.4-1.4-4.2-4-4.2zM6.6 13.2a1.5 1.5 0 0 0 2.8 0';
