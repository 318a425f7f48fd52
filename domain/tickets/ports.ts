/** What tickets need from outside. */

/** A ticket as it is kept: nothing in it leads to who got it, and only who holds the ticket can tell which report it is for. */
export interface TicketRow {
  /** hash of the ticket, base64url */
  readonly id: string;
  /** the line's day on which it was given out */
  readonly day: string;
  readonly state: 'open' | 'spent';
  /** a keyed hash of the report's id under the ticket; null until it is used */
  readonly bound: string | null;
}

export interface Tickets {
  /** False: there is one with this id already, and it stays as it is. */
  insert(row: TicketRow): Promise<boolean>;
  byId(id: string): Promise<TicketRow | null>;
  /** Binds one that is open and bound to nothing. False: it is not. */
  bind(id: string, bound: string): Promise<boolean>;
  /** None there is no error. */
  spend(id: string): Promise<void>;
  /** Removes those given out before a day; answers how many. */
  removeBefore(day: string): Promise<number>;
}

/** Cryptography of tickets; `vault/` implements it. */
export interface TicketVault {
  /** The one ticket that a solved challenge gives, whoever asks how often. */
  ticketOf(challenge: string): string;
  newTicket(): string;
  /** Null: this can be no ticket. */
  idOf(ticket: string): string | null;
  /** The keyed hash under the ticket. */
  bound(ticket: string, reportId: string): string;
}
