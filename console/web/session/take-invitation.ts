/** Invitations come as an address with a secret in it. It is taken out before anything else happens. */

const shape = /^#\/join\/([^/?#]+)/;

/** The secret of `#/join/SECRET`; null: none in it. */
export function invitationIn(hash: string): string | null {
  const secret = shape.exec(hash)?.[1];
  if (secret === undefined) return null;
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}

/** Holds the secret for as long as the page is open, and nowhere else. */
export interface InvitationHolder {
  readonly secret: () => string | null;
  /** Takes the secret out of the address bar, if there is one in it. */
  take(bar: { readonly hash: string; replace(hash: string): void }): void;
  forget(): void;
}

export function createInvitationHolder(): InvitationHolder {
  let held: string | null = null;
  return {
    secret: () => held,
    take: (bar) => {
      const secret = invitationIn(bar.hash);
      if (secret === null) return;
      held = secret;
      bar.replace('#/join');
    },
    forget: () => {
      held = null;
    },
  };
}
