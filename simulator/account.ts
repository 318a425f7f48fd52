/** An account as the platform's back office knows it. */
export interface Account {
  readonly appid: string;
  readonly secret: string;
  /** `gh_…`, the name that messages are addressed to */
  readonly originalId: string;
  readonly token: string;
  /** EncodingAESKey, 43 characters */
  readonly aesKey: string;
  /** an older EncodingAESKey, used by the fault `old-key` */
  readonly aesKeyPrevious?: string;
  readonly mode: 'plain' | 'compatible' | 'safe';
  readonly kind: 'subscription' | 'service' | 'mini-program';
  readonly certified: boolean;
  /** addresses that may fetch tokens; unset: any */
  readonly allowList?: readonly string[];
}

/** The Official Account that stands in where none is set (fixed values, part of the public contract). */
export const sampleOfficialAccount: Account = {
  appid: 'wxsimulator00000',
  secret: 'simulator-secret',
  originalId: 'gh_simulator',
  token: 'simulator',
  aesKey: 'A'.repeat(43),
  mode: 'safe',
  kind: 'service',
  certified: true,
};

/** The mini-program that stands in where none is set; its pushes are JSON. */
export const sampleMiniProgram: Account = {
  appid: 'wxsimulator00001',
  secret: 'simulator-secret',
  originalId: 'gh_simulator1',
  token: 'simulator',
  aesKey: 'A'.repeat(43),
  mode: 'safe',
  kind: 'mini-program',
  certified: true,
};
