/** The keys and readers of a line that an API is pretended for; everything is sealed and opened by libsodium. */
import { root, signEntry } from '../../../vault/keyring.js';
import { makeLineKeys, recoveryPair } from '../../../vault/line-keys.js';
import { createArgon2Pool } from '../../../vault/node/argon2.js';
import { createRandom } from '../../../vault/node/random.js';
import { createSodium } from '../../../vault/node/sodium.js';
import { openEnvelope } from '../../../vault/report-keys.js';
import type { Envelope, Half, KeyringEntry } from '../../../vault/types.js';

export const sodium = createSodium(createArgon2Pool());
export const random = createRandom();

export function apiLine(fromDay: string) {
  const keys = makeLineKeys(sodium, random, fromDay);
  const recovery = recoveryPair(sodium, keys.private);
  const keyring: KeyringEntry[] = [keys.public.recovery];
  const signSeeds = new Map([['recovery', keys.private.rootSeed]]);

  /** One more reader, signed by the root. */
  function admit(handlerId: string): void {
    const signSeed = random(32);
    const entry = {
      ...{ handlerId, boxPk: sodium.boxPair(random(32)).publicKey, signPk: sodium.signPublic(signSeed) },
      ...{ fromDay, revokedDay: null, signedBy: root },
    };
    signSeeds.set(handlerId, signSeed);
    keyring.push(signEntry(sodium, keys.private.rootSeed, entry));
  }

  /** A reader no more from a day on. */
  function revoke(handlerId: string, revokedDay: string): void {
    const found = keyring.find((entry) => entry.handlerId === handlerId);
    if (!found) throw new Error('no such reader');
    const { signature, ...entry } = found;
    keyring.push(signEntry(sodium, keys.private.rootSeed, { ...entry, revokedDay, signedBy: root }));
  }

  /** The half that an envelope to the recovery key holds. */
  const open = (reportId: string, envelopes: readonly Envelope[], of: Half): Uint8Array | null => {
    const mine = envelopes.find((one) => one.to === 'recovery' && one.of === of);
    return mine ? openEnvelope(sodium, recovery, reportId, mine) : null;
  };

  return {
    ...{ lineId: keys.public.lineId, rootPk: keys.public.rootPk, keyring, signSeeds },
    ...{ admit, revoke, open },
  };
}

export type ApiLine = ReturnType<typeof apiLine>;
