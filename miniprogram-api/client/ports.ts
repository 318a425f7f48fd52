/** What the client needs from outside: it knows no browser, no mini-program and no Node. */
import type { Backend } from '../../vault/backend.js';

/** Tells a request under way that nobody waits for it any more. */
export interface StopSignal {
  readonly stopped: boolean;
  /** Calls back when it is stopped; at once if it is already. */
  onStop(listener: () => void): void;
}

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** from `/api/v1` on, with its query */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly stop?: StopSignal;
}

export interface TransportAnswer {
  readonly status: number;
  /** the header of that name, in whatever case; null if there is none */
  header(name: string): string | null;
  readonly text: string;
}

/** Sends one request. It rejects when no answer came, and follows no redirect to another host. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export interface ClientPorts {
  readonly request: Transport;
  /** unpredictable bytes, never the same twice */
  random(bytes: number): Uint8Array;
  /** milliseconds since 1970 */
  now(): number;
  /** lets the page go on, for `ms` milliseconds or longer */
  pause(ms: number): Promise<void>;
  /** what seals; left out, the one that runs everywhere */
  readonly backend?: Backend;
}

/** A file as the client reads it: in pieces, the same bytes each time. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` up to, without, `to`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export type Lang = 'zh' | 'en';
