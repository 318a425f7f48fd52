/** What the clockwork does, and how it went. */

/** `tick`: at every look, about once a minute, in each process · `hour`, `day`: once for all processes together. */
export type Every = 'tick' | 'hour' | 'day';

/** What everybody may know of a job. */
export interface JobFacts {
  readonly name: string;
  readonly every: Every;
  /** something goes out to people by it: it is skipped while the line is held (domain/line-marks) */
  readonly sends?: true;
}

/** How one run ended. */
export interface JobRun {
  /** milliseconds since 1970, when it began */
  readonly at: number;
  readonly ms: number;
  /** null: how much there was to do is not written down */
  readonly found: number | null;
  readonly done: number | null;
  readonly failed: number;
  /** null: it went well. An error's code or class, or `partly`; never its words. */
  readonly failure: string | null;
}

/** What is written down of a job. */
export interface JobRecord {
  readonly job: string;
  /** the last slot that is done: a day, an hour; '' before the first */
  readonly slot: string;
  /** when somebody asked for a run that has not begun yet, in milliseconds; null: nobody */
  readonly asked: number | null;
  readonly last: JobRun | null;
  /** runs that failed in a row, up to the last one */
  readonly failures: number;
  readonly lastFailureAt: number | null;
}

const hourMs = 3_600_000;

/**
 * The slot in which a moment lies, and the latest that another process can have done by then: a later one was written
 * under a clock that was wrong. Slots of one kind compare as texts.
 */
export function slotOf(
  every: 'hour' | 'day',
  now: number,
  dayAt: (ms: number) => string,
): { readonly slot: string; readonly latest: string } {
  if (every === 'day') return { slot: dayAt(now), latest: dayAt(now + 2 * 24 * hourMs) };
  const hourAt = (ms: number): string => new Date(ms).toISOString().slice(0, 13);
  return { slot: hourAt(now), latest: hourAt(now + 2 * hourMs) };
}
