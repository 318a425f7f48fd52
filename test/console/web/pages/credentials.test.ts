import { describe, expect, test } from '@jest/globals';
import { createCredentials, proofOf } from '../../../../console/web/pages/join/credentials.js';
import { fromBase64url } from '../../../../vault/bytes.js';
import { noble } from '../../../../vault/noble.js';
import { recoveryAuth } from '../../../../vault/staff.js';
import { seeded } from '../../../support/line.js';

function drafting() {
  const derived: object[] = [];
  const deriver = {
    expected: () => 0,
    auth: async (request: object) => {
      derived.push(request);
      return `auth ${derived.length}`;
    },
  };
  return { derived, draft: createCredentials({ random: seeded(5), deriver, lineId: 'ff' }) };
}

describe('what is set up for an account', () => {
  test('is drawn at the beginning: six words, 32 bytes, a secret of 32 letters', () => {
    const { draft } = drafting();
    expect(draft.passphrase.value.split(' ')).toHaveLength(6);
    expect(draft.recovery.value).toHaveLength(32);
    expect(draft.totpSecret).toMatch(/^[A-Z2-7]{32}$/);
  });

  test('with other words has to be typed back anew', () => {
    const { draft } = drafting();
    const before = draft.passphrase.value;
    draft.passphraseRepeat.value = before;
    draft.drawAnother();
    expect(draft.passphrase.value).not.toBe(before);
    expect(draft.passphraseRepeat.value).toBe('');
  });

  test('is derived once for a name and its passphrase', async () => {
    const { draft, derived } = drafting();
    draft.name.value = 'Lin Mei';
    expect([await draft.auth(), await draft.auth()]).toEqual(['auth 1', 'auth 1']);
    draft.name.value = '王立新';
    expect(await draft.auth()).toBe('auth 2');
    draft.drawAnother();
    expect(await draft.auth()).toBe('auth 3');
    expect(derived[1]).toMatchObject({ lineId: 'ff', name: '王立新' });
  });

  test('shows the server the proof of the recovery code that the vault makes', () => {
    const { draft } = drafting();
    expect(draft.recoveryProof()).toBe(proofOf(draft.recovery.value));
    expect(fromBase64url(draft.recoveryProof())).toEqual(recoveryAuth(noble, draft.recovery.value));
  });
});
