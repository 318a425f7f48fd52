/** A ticket: leave to send one report, for some work done. */
import { solveChallenge } from '../../vault/proof-of-work.js';
import type { Ask } from './ask.js';
import { isRefusal, NoConnection } from './errors.js';
import type { ClientPorts } from './ports.js';
import { text } from './shape.js';

/** A bearer token that can run out and be had anew. */
export interface Token {
  /** The present one, got if there is none. @throws ApiError, NoConnection */
  get(): Promise<string>;
  /** Forgets this one, which the server knows no more; a newer one stays. */
  drop(token: string): void;
  /** Forgets whatever there is. */
  forget(): void;
}

/** One token for all who ask, got by `fetch`; a failure is forgotten, so that the next one tries again. */
export function createToken(fetch: () => Promise<string>, first?: string): Token {
  let present: Promise<string> | null = first === undefined ? null : Promise.resolve(first);
  let known = first ?? '';
  return {
    async get() {
      const asked = (present ??= fetch());
      try {
        known = await asked;
        return known;
      } catch (error) {
        if (present === asked) present = null;
        throw error;
      }
    },
    drop(token) {
      if (token === known) present = null;
    },
    forget() {
      present = null;
    },
  };
}

/** Challenges in a row that may run out before they are solved. */
const rounds = 3;

/** Gets a ticket by work. Solved once, it is asked for until it is answered: the same solution gives the same ticket. */
export async function askTicket(ask: Ask, ports: ClientPorts): Promise<string> {
  for (let round = 1; ; round += 1) {
    const challenge = await ask({
      method: 'GET',
      path: '/tickets/challenge',
      status: 200,
      read: (body) => text(body['challenge']),
    });
    const nonce = await solveChallenge(challenge, ports);
    // a challenge that nobody can solve is none that the line gave
    if (nonce === null) throw new NoConnection();
    try {
      return await ask({
        ...{ method: 'POST', path: '/tickets', json: { challenge, nonce }, status: 201 },
        read: (body) => text(body['ticket']),
      });
    } catch (error) {
      if (!isRefusal(error, 'ticket.refused') || round === rounds) throw error;
    }
  }
}
