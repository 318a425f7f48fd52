/** What every subject needs from outside, and nothing else: time and chance. What one subject needs stands in its own ports. */
/** Time and the line's calendar day. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
  /** today in the line's zone, `YYYY-MM-DD` */
  today(): string;
  /** The day in the line's zone at a moment given in milliseconds, `YYYY-MM-DD`. */
  dayAt(ms: number): string;
}

/** Unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array;
