/** One derivation, off the page's thread: it takes seconds and 64 MiB. The worker is ended after it. */
import { fromHex, toBase64url, wipe } from '../../../vault/bytes.js';
import { noble } from '../../../vault/noble.js';
import { authOf, staffMaster } from '../../../vault/staff.js';
import type { DeriveAnswer, DeriveRequest } from './derive.js';

async function derive({ lineId, name, passphrase }: DeriveRequest): Promise<string> {
  const master = await staffMaster(noble, fromHex(lineId, 16), name, passphrase);
  const auth = toBase64url(authOf(noble, master));
  wipe(master);
  return auth;
}

const answer = (message: DeriveAnswer): void => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<DeriveRequest>) => {
  derive(data).then(
    (auth) => {
      answer({ auth });
    },
    () => {
      answer({ failed: true });
    },
  );
});
