/**
 * Tickets: one use of the line without an account. A ticket costs some work, or a login that is forgotten at once; it
 * opens one report's uploads and is spent by that report. It ties nothing together: what is kept is its hash and a day.
 */
import { addDays } from '../../questions/day.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { TicketRow, Tickets, TicketVault } from './ports.js';

export interface TicketCases {
  /** The ticket of a challenge that was solved; asked for again it is the same one, spent if it was. */
  forChallenge(challenge: string): Promise<IssuedTicket>;
  /** A new one, for somebody who logged in. */
  forLogin(): Promise<IssuedTicket>;
  /**
   * The name under which it keeps things for this report; its first use binds it to the report. @throws DomainError
   * ticket.required (not open, or another report's), storage.unavailable
   */
  check(ticket: string, reportId: string): Promise<string>;
  /** The name under which it keeps things, once it is bound. @throws DomainError ticket.required, storage.unavailable */
  ownerOf(ticket: string): Promise<string>;
  /** The report was accepted. Spending twice is the same as once. @throws DomainError storage.unavailable */
  spend(ticket: string): Promise<void>;
  /** Forgets those of earlier days; answers how many. */
  sweep(): Promise<number>;
}

export interface IssuedTicket {
  readonly ticket: string;
  /** the last day on which it is good */
  readonly expiresOn: string;
}

/** Days after its own on which a ticket is still good: who begins before midnight ends after it. */
const goodDays = 1;

export function createTickets(ports: {
  tickets: Tickets;
  vault: TicketVault;
  clock: Pick<Clock, 'today'>;
}): TicketCases {
  const { tickets, vault, clock } = ports;

  const issued = async (ticket: string): Promise<IssuedTicket> => {
    const id = idOf(ticket);
    const day = clock.today();
    await tickets.insert({ id, day, state: 'open', bound: null });
    return { ticket, expiresOn: addDays(day, goodDays) };
  };
  const idOf = (ticket: string): string => {
    const id = vault.idOf(ticket);
    if (id === null) throw new DomainError('ticket.required');
    return id;
  };

  const open = async (id: string): Promise<TicketRow> => {
    const row = await tickets.byId(id);
    if (row?.state !== 'open' || row.day < addDays(clock.today(), -goodDays))
      throw new DomainError('ticket.required');
    return row;
  };

  return {
    forChallenge: (challenge) => issued(vault.ticketOf(challenge)),
    forLogin: () => issued(vault.newTicket()),
    async check(ticket, reportId) {
      const id = idOf(ticket);
      const mine = vault.bound(ticket, reportId);
      const row = await open(id);
      if (row.bound === mine) return mine;
      if (row.bound === null && (await tickets.bind(id, mine))) return mine;
      // the same client's other request was faster, or somebody else's
      if ((await open(id)).bound !== mine) throw new DomainError('ticket.required');
      return mine;
    },
    async ownerOf(ticket) {
      const { bound } = await open(idOf(ticket));
      if (bound === null) throw new DomainError('ticket.required');
      return bound;
    },
    async spend(ticket) {
      await tickets.spend(idOf(ticket));
    },
    sweep: () => tickets.removeBefore(addDays(clock.today(), -goodDays)),
  };
}
