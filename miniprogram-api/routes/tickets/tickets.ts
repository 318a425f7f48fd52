/** Tickets: one report without an account. */
import { DomainError } from '../../../domain/errors.js';
import type { TicketCases } from '../../../domain/tickets/tickets.js';
import type { Login } from '../../login.js';
import { operation, type Operation } from '../../operation.js';
import type { ProofOfWork } from '../../proof-of-work.js';
import { TicketBody } from './tickets.dto.js';
import { ChallengeAnswer, TicketAnswer } from './tickets.presenter.js';

export interface TicketsParts {
  readonly tickets: Pick<TicketCases, 'forChallenge' | 'forLogin'>;
  readonly work: ProofOfWork;
  readonly login: Login;
}

export function ticketOperations({ tickets, work, login }: TicketsParts): readonly Operation[] {
  return [
    operation({
      ...{ method: 'GET', path: '/tickets/challenge', id: 'readChallenge', tag: 'Tickets', actor: 'anyone' },
      summary: 'Some work to do for a ticket: about a second of a phone’s, more while many ask.',
      answer: { status: 200, shape: ChallengeAnswer },
      errors: [],
      example: {},
      handle: (): Promise<ChallengeAnswer> => work.challenge(),
    }),
    operation({
      ...{ method: 'POST', path: '/tickets', id: 'issueTicket', tag: 'Tickets', actor: 'anyone' },
      summary: 'A ticket for one report, for a solved challenge or a login that is forgotten at once.',
      body: TicketBody,
      answer: { status: 201, shape: TicketAnswer },
      errors: ['ticket.refused', 'login.unavailable', 'limit.requests', 'storage.unavailable'],
      example: { body: { challenge: 'eyJwYXJhbWV0ZXJzIjp7fX0', nonce: 4242 } },
      handle: async ({ body: { challenge, nonce, code } }): Promise<TicketAnswer> => {
        if (code !== undefined) {
          if (challenge !== undefined) throw new DomainError('request.invalid');
          if ((await login(code)) === 'refused') throw new DomainError('ticket.refused');
          return tickets.forLogin();
        }
        const solved = await work.solved(challenge ?? '', nonce ?? 0);
        if (solved === null) throw new DomainError('ticket.refused');
        return tickets.forChallenge(solved);
      },
    }),
  ];
}
