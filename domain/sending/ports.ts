/** What sending needs from outside. */
import type { ConsentWay } from '../subscriptions/consent.js';
import type { Send, SendLimits, SendOrder, SendState } from './send.js';

/** Sends as the rest of the line works with them. */
export interface Sends {
  /** Makes the send; one that is there already stays as it is. */
  start(order: SendOrder): Promise<void>;
  byId(id: string): Promise<Send | null>;
  /** Those of one occurrence, in the order of their ways. */
  of(occurrence: string): Promise<readonly Send[]>;
  /** Each of these is at once true of the send, and answers it. @throws DomainError send.unknown, send.step_refused */
  pause(id: string): Promise<Send>;
  /** Goes on after the last that is through. */
  resume(id: string): Promise<Send>;
  cancel(id: string): Promise<Send>;
  /** Offers once more, inside its window, what the platform surely refused. */
  retry(id: string): Promise<Send>;
  /** A person found out what became of what is in doubt. Nobody gets it again in either case. */
  settle(id: string, found: 'sent' | 'not_sent'): Promise<Send>;
  /** Also while it is under way. @throws also request.invalid */
  limit(id: string, limits: SendLimits): Promise<Send>;
}

/** What of a send may change. */
export type SendChange = Partial<Omit<Send, keyof SendOrder | 'key'>>;

/** What must be true of a send for a write to be taken. */
export interface SendWhen {
  readonly states?: readonly SendState[];
  readonly fence?: number;
  readonly beat?: number;
}

export interface SendStore {
  /** False: there is one with this id already, and it stays as it is. */
  insert(send: Send): Promise<boolean>;
  byId(id: string): Promise<Send | null>;
  /** By way. */
  of(occurrence: string): Promise<readonly Send[]>;
  /** The one that the platform gave this id to. */
  byJob(jobId: string): Promise<Send | null>;
  /** Those in one of the states, and those that somebody works on or died working on; by id. */
  open(states: readonly SendState[], limit: number): Promise<readonly Send[]>;
  /** Those in one of the states since before a moment whose deliveries are still kept, by id. */
  kept(states: readonly SendState[], before: number, limit: number): Promise<readonly Send[]>;
  /** Writes down that nobody's delivery is kept any more. */
  dropped(id: string): Promise<void>;
  /** One conditional write; answers the send as it is afterwards, null if what must be true is not. */
  change(id: string, when: SendWhen, change: SendChange): Promise<Send | null>;
}

/** Whose consents a send spends. */
export interface ConsentsOf {
  readonly way: ConsentWay;
  readonly template: string;
}

/** What became of one recipient; a claim is one message on its way. */
export type DeliveryState = 'claimed' | 'sent' | 'skipped' | 'doubt';

export interface Delivery {
  readonly state: DeliveryState;
  /** of whom it was claimed */
  readonly fence: number;
  readonly reason: string | null;
}

export interface Recipient {
  /** the tag of the consent */
  readonly id: string;
  /** the openid, sealed */
  readonly sealed: Uint8Array;
  /** messages that are left */
  readonly count: number;
  /** by the send that asks; null: it has not come to them yet */
  readonly delivery: Delivery | null;
}

/** What a claim becomes: `back` where it surely did not go out and may go again. */
export type Settled =
  | { readonly id: string; readonly is: 'sent' }
  | { readonly id: string; readonly is: 'back' }
  | { readonly id: string; readonly is: 'doubt'; readonly reason: string }
  /** `consent`: whether the message that it was to spend is given back, stays spent, or nothing is left at all */
  | {
      readonly id: string;
      readonly is: 'skipped';
      readonly reason: string;
      readonly consent: 'back' | 'gone';
    };

/** The consents as a send sees them. Each call may be repeated when its answer was lost. */
export interface Recipients {
  /** How many have at least one message left. */
  count(of: ConsentsOf): Promise<number>;
  /** How many of those come after an id and have nothing of this send. */
  left(of: ConsentsOf, key: string, after: string | null): Promise<number>;
  /** In the order of their ids, those after one; also who has nothing left. */
  page(of: ConsentsOf, key: string, after: string | null, limit: number): Promise<readonly Recipient[]>;
  /**
   * Takes one message of each that has one and that this send has not come to, and writes down for whom; both in one write
   * each. Answers those of `ids` that this claim has, and nobody else ever.
   */
  claim(
    key: string,
    ids: readonly string[],
    by: { readonly fence: number; readonly batch: number; readonly day: string },
  ): Promise<readonly string[]>;
  /** Writes down what became of claims; those that are not this fence's any more stay as they are. */
  settle(key: string, fence: number, settled: readonly Settled[]): Promise<void>;
  /** Those whose message is on its way, as far as is written down. */
  claimed(of: ConsentsOf, key: string): Promise<readonly string[]>;
  /** Claims of another fence are in doubt now, and this one's: whoever made them is refused. */
  doubt(key: string, ids: readonly string[], fence: number): Promise<void>;
  /** All that is in doubt, after a person looked; answers how many there were. */
  resolve(of: ConsentsOf, key: string, found: 'sent' | 'not_sent'): Promise<number>;
  /** Forgets what became of each. */
  drop(of: ConsentsOf, key: string): Promise<void>;
}
