/** A shape for each state, so that none is told by colour alone. Paths on a field of 16 by 16. */
import type { ArticleState } from '../api/article-types.js';

export interface StateShape {
  readonly line: string;
  readonly fill?: string;
  /** somebody has to look at it */
  readonly heed?: boolean;
}

const circle = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';
const square = 'M2.5 2.5h11v11h-11z';
const diamond = 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z';

/** Circles belong to the desk, squares to the platform, diamonds to what is not as it should be. */
export const stateShapes: Readonly<Record<ArticleState, StateShape>> = {
  draft: { line: 'M3 13l1-4l7-7l3 3l-7 7zM9 4l3 3' },
  in_review: { line: circle, fill: 'M8 2a6 6 0 0 1 0 12z' },
  scheduled: { line: `${circle}M8 4.5v3.5l2.5 2` },
  about_to_go: { line: 'M3.5 2l10 6l-10 6z', fill: 'M3.5 2l10 6l-10 6z', heed: true },
  submitted: { line: `${square}M8 11.5v-6M5.5 7.5l2.5-2.5l2.5 2.5` },
  awaiting_admin: { line: `${square}M8 4.5v4.5M8 11v0.6`, heed: true },
  checking: { line: square, fill: 'M2.5 8h11v5.5h-11z' },
  published: { line: circle, fill: circle },
  refused: { line: `${diamond}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`, heed: true },
  partly_published: { line: diamond, fill: 'M8 1.5l-6.5 6.5l6.5 6.5z', heed: true },
  in_doubt: { line: `${diamond}M6.5 6.5a1.6 1.6 0 1 1 2 1.7v0.8M8.5 11v0.3`, heed: true },
  withdrawn: { line: `${circle}M4.5 8h7` },
};
