/** Consents that are counted in memory, under the real seal. */
import { createCountConsents } from '../../../domain/subscriptions/count-consents.js';
import { createConsentSeal } from '../../../vault/consent-seal.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryConsents } from '../../support/fakes/consents.js';
import { countingRandom, sodium } from '../../vault/support.js';

export const secret = new Uint8Array(32).fill(1);
export const nextSecret = new Uint8Array(32).fill(2);

export const sealUnder = (keys: { secret: Uint8Array; previous?: Uint8Array }) =>
  createConsentSeal(sodium, { ...keys, random: countingRandom() });

export function setUp() {
  const clock = handClock('2027-04-14T16:00:00Z'); // 15 April in Shanghai
  const memory = memoryConsents();
  const countedUnder = (keys: { secret: Uint8Array; previous?: Uint8Array }) =>
    createCountConsents({ consents: memory.consents, vault: sealUnder(keys), clock });
  return { ...memory, clock, countedUnder, counts: countedUnder({ secret }) };
}
