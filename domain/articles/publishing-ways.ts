/** What an article can reach beside the web, the chat and the API. */
export interface PublishingWays {
  /** an Official Account is set up */
  readonly account: boolean;
  /** whether it may publish without telling anybody, and send to its followers */
  readonly quiet: 'yes' | 'no' | 'unknown';
  readonly send: 'yes' | 'no' | 'unknown';
  /** how many follow it; null: not known */
  readonly followers: number | null;
  readonly budget: {
    /** `YYYY-MM` in the line's zone */
    readonly month: string;
    /** mass sends that went out in it, and how many there may be */
    readonly sent: number;
    readonly most: number;
  };
}

/** A follower of a service account gets at most so many mass sends a month; the platform drops what is beyond. */
export const sendsAMonth = 4;
