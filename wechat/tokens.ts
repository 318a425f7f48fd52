/** One access token per account for all instances: the stable token, kept in a store, fetched by one for all. */

export interface Token {
  readonly value: string;
  /** milliseconds since 1970 */
  readonly expiresAt: number;
}

/** Where instances share their tokens. */
export interface TokenStore {
  read(appid: string): Promise<Token | null>;
  /** Replaces `previous` (null: there was none); false means that another instance was faster. */
  replace(appid: string, token: Token, previous: string | null): Promise<boolean>;
}

export interface Tokens {
  /** A token that should be good; all who wait for a new one share one fetch. */
  get(): Promise<string>;
  /** The platform refused this token: `get` does not answer it again unless the platform itself does. */
  refused(value: string): void;
}

export interface TokensOptions {
  readonly appid: string;
  readonly store: TokenStore;
  /** Asks the platform: stable_token, not forced. */
  readonly fetch: () => Promise<Token>;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** 0 to 1: spreads the instances' renewals */
  readonly jitter: () => number;
}

/** In the last five minutes the platform hands out the next token while the old one still works. */
const overlapMs = 300_000;
const spreadMs = 120_000;

/**
 * A token is renewed within the overlap, spread over two minutes of it; one that cannot be renewed is used to its end.
 * What the store or the platform throw comes through only when there is no usable token left.
 */
export function createTokens({ appid, store, fetch, now, jitter }: TokensOptions): Tokens {
  let current: (Token & { readonly renewAt: number }) | null = null;
  let rejected: string | null = null;
  let renewing: Promise<string> | null = null;

  const keep = (token: Token): string => {
    current = { ...token, renewAt: token.expiresAt - overlapMs + jitter() * spreadMs };
    return token.value;
  };

  async function renew(): Promise<string> {
    const stored = await store.read(appid);
    if (stored && stored.value !== rejected && stored.expiresAt - overlapMs + spreadMs > now())
      return keep(stored);
    const fetched = await fetch();
    rejected = null;
    if (await store.replace(appid, fetched, stored?.value ?? null)) return keep(fetched);
    const other = await store.read(appid);
    return keep(other && other.expiresAt > fetched.expiresAt ? other : fetched);
  }

  return {
    async get() {
      if (current && now() < current.renewAt) return current.value;
      const old = current;
      renewing ??= renew().finally(() => (renewing = null));
      try {
        return await renewing;
      } catch (error) {
        if (old && old.value !== rejected && now() < old.expiresAt) return old.value;
        throw error;
      }
    },
    refused(value) {
      if (current?.value !== value) return;
      rejected = value;
      current = null;
    },
  };
}

/** Tokens of this process alone. */
export function createMemoryTokenStore(): TokenStore {
  const tokens = new Map<string, Token>();
  return {
    read: async (appid) => tokens.get(appid) ?? null,
    async replace(appid, token, previous) {
      if ((tokens.get(appid)?.value ?? null) !== previous) return false;
      tokens.set(appid, token);
      return true;
    },
  };
}
