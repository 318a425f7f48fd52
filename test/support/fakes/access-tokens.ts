import type { AccessToken, AccessTokens } from '../../../domain/platform/ports.js';

/** Access tokens in memory. */
export function memoryAccessTokens(): AccessTokens {
  const tokens = new Map<string, AccessToken>();
  return {
    async read(appid) {
      return tokens.get(appid) ?? null;
    },
    async replace(appid, token, previous) {
      if ((tokens.get(appid)?.value ?? null) !== previous) return false;
      tokens.set(appid, { ...token });
      return true;
    },
  };
}
