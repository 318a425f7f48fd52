/** What the line's own work on sends needs. */
import type { Clock } from '../ports.js';
import type { MassChannel, NoChannel, NoticeChannel } from './channels.js';
import type { Recipients, SendStore } from './ports.js';
import type { SendOrder } from './send.js';

export interface AdvanceSendsPorts {
  readonly sends: SendStore;
  readonly recipients: Recipients;
  /** The account's name of a consent, opened; null: it cannot be. */
  readonly openid: (id: string, sealed: Uint8Array) => string | null;
  /** The form of an account, filled for an order. */
  readonly channelOf: (order: SendOrder) => NoticeChannel | NoChannel;
  /** null: there is no Official Account */
  readonly mass: MassChannel | null;
  /** Whether the mass send of this occurrence has its place in what the account may send. */
  readonly hasPlace: (occurrence: string) => Promise<boolean>;
  readonly clock: Clock;
  /** Ends after so many milliseconds, by no clock that can be moved. */
  readonly wait: (ms: number) => Promise<void>;
  /** Whether the line is held: nothing goes out then. */
  readonly held: () => Promise<boolean>;
  /** IANA name of the line's zone */
  readonly zone: string;
  /** Hears of what failed; it is tried again by the next call. */
  readonly failed?: (error: unknown) => void;
  /** Milliseconds for which a worker may be silent before it is taken for dead; unset: half a minute. */
  readonly leaseMs?: number;
}

/** Whether the process is about to end. */
export type Stopping = () => boolean;
