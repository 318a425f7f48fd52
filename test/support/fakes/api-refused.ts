/** What the pretended API refuses with. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details?: Readonly<Record<string, unknown>>,
    readonly retryAfter?: number,
  ) {
    super(code);
  }
}
