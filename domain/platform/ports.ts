/** What the connection to the platform keeps. */
/** The platform's access tokens: one per account for all instances. */
export interface AccessTokens {
  read(appid: string): Promise<AccessToken | null>;
  /** Replaces `previous` (null: there was none); false means that another instance was faster: read again. */
  replace(appid: string, token: AccessToken, previous: string | null): Promise<boolean>;
}

export interface AccessToken {
  readonly value: string;
  /** milliseconds since 1970 */
  readonly expiresAt: number;
}
