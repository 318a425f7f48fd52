/** What a new member of staff, or one who comes back, sets up. It is kept while they go back and forth, in memory only. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { toBase64url } from '../../../../vault/bytes.js';
import { noble } from '../../../../vault/noble.js';
import { recoveryAuth, totpSecretLength, totpSecretText } from '../../../../vault/staff.js';
import { staffRecoveryLength } from '../../../../vault/staff-recovery.js';
import type { Deriver } from '../../crypto/derive.js';
import { drawPassphrase } from '../../crypto/passphrase.js';

export interface CredentialsDraft {
  readonly name: Ref<string>;
  readonly passphrase: Ref<string>;
  readonly passphraseRepeat: Ref<string>;
  readonly recovery: ShallowRef<Uint8Array>;
  readonly recoveryRepeat: Ref<string>;
  readonly totpSecret: string;
  readonly code: Ref<string>;
  /** Draws other words; what was typed back counts no more. */
  drawAnother(): void;
  /** What the server is shown of the passphrase. @throws DeriveError */
  auth(): Promise<string>;
  /** What the server is shown of the recovery code. */
  recoveryProof(): string;
}

export function createCredentials(ports: {
  readonly random: (bytes: number) => Uint8Array;
  readonly deriver: Deriver;
  readonly lineId: string;
}): CredentialsDraft {
  const { random, deriver, lineId } = ports;
  const name = ref('');
  const passphrase = ref(drawPassphrase(random, wordlist));
  const passphraseRepeat = ref('');
  const recovery = shallowRef(random(staffRecoveryLength));
  let made: { readonly of: string; readonly auth: string } | null = null;
  return {
    ...{ name, passphrase, passphraseRepeat, recovery },
    recoveryRepeat: ref(''),
    totpSecret: totpSecretText(random(totpSecretLength)),
    code: ref(''),
    drawAnother: () => {
      passphrase.value = drawPassphrase(random, wordlist);
      passphraseRepeat.value = '';
    },
    auth: async () => {
      // a second try with another code need not wait for the same derivation again
      const of = `${name.value}\n${passphrase.value}`;
      if (made?.of !== of)
        made = { of, auth: await deriver.auth({ lineId, name: name.value, passphrase: passphrase.value }) };
      return made.auth;
    },
    recoveryProof: () => proofOf(recovery.value),
  };
}

/** What the server is shown of a recovery code's bytes. */
export const proofOf = (code: Uint8Array): string => toBase64url(recoveryAuth(noble, code));
