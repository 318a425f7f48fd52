/** Who a code of the platform's login belongs to. */

/** @throws DomainError login.unavailable: the platform does not answer, or the line has no mini-program */
export type Login = (code: string) => Promise<{ readonly openid: string } | 'refused'>;
