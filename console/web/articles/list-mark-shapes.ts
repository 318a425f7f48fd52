/** Shapes of remarks beside a title or a day. Paths on a field of 16 by 16. */
export interface MarkShape {
  readonly line: string;
  readonly fill?: string;
}

const page = 'M3 2.5h2M7 2.5h2M11 2.5h2v2M13 6.5v3M13 11.5v2h-2M9 13.5h-2M5 13.5h-2v-2M3 9.5v-3M3 4.5v-2';

export type Mark = 'missing' | 'live' | 'late' | 'yours' | 'off' | 'worked';

export const markShapes: Readonly<Record<Mark, MarkShape>> = {
  /** a page with gaps */
  missing: { line: page },
  /** an eye */
  live: { line: 'M1.5 8c3-5.5 10-5.5 13 0c-3 5.5-10 5.5-13 0z', fill: 'M8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z' },
  late: { line: 'M8 2l6.5 11.5h-13zM8 6.5v3.5M8 11.5v0.5' },
  /** somebody */
  yours: { line: 'M8 2.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM3 14c0-6 10-6 10 0' },
  /** a day off is empty, one that is worked all the same is full */
  off: { line: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z' },
  worked: { line: 'M3 3h10v10h-10z', fill: 'M3 3h10v10h-10z' },
};
