import { DomainError, isDomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Pause } from './ports.js';
import { createSlowDown } from './slow-down.js';

/** A try to prove who one is: slowed by account and by network, its refusal told no sooner for one reason than for another. */
export type Attempt = <T>(
  key: { readonly account: string; readonly network: string },
  work: () => Promise<T>,
) => Promise<T>;

/** Failures that cost nothing: a person mistypes, and many people share a network. */
const freeOfAccount = 3;
const freeOfNetwork = 11;

/** Refusals are told at whole steps of this many milliseconds after the try began: what was looked at does not show. */
export const refusalStep = 500;

/**
 * One for sign-in and recovery together. Keys mean nothing outside this process. Where an account got in before, its
 * tries are counted apart: so a stranger who keeps failing in somebody's name does not keep them out of their own office.
 * @throws DomainError limit.sign_in with `details: { retryAfter }` in seconds, and what `work` throws
 */
export function createAttempt({ clock, pause }: { clock: Clock; pause: Pause }): Attempt {
  const accounts = createSlowDown(clock, freeOfAccount);
  const networks = createSlowDown(clock, freeOfNetwork);
  const entered = new Set<string>();
  return async ({ account, network }, work) => {
    const began = clock.now();
    const there = `${network} ${account}`;
    const key = entered.has(there) ? there : account;
    const retryAfter = Math.max(accounts.wait(key), networks.wait(network));
    if (retryAfter > 0) throw new DomainError('limit.sign_in', { details: { retryAfter } });
    accounts.count(key);
    networks.count(network);
    try {
      const result = await work();
      accounts.clear(key);
      networks.forgive(network);
      entered.add(there);
      return result;
    } catch (error) {
      if (isDomainError(error) && error.code === 'session.refused')
        await pause(refusalStep - ((clock.now() - began) % refusalStep));
      else {
        accounts.forgive(key);
        networks.forgive(network);
      }
      throw error;
    }
  };
}
