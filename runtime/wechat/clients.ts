/** Clients of the platform for a line's accounts. */
import {
  createMiniProgramClient,
  createOfficialAccountClient,
  type MiniProgramClient,
  type OfficialAccountClient,
} from '../../wechat/client.js';
import type { Requester } from '../../wechat/requester.js';
import type { TokenStore } from '../../wechat/tokens.js';
import type { Config } from '../settings/configuration.js';

export interface ClientParts {
  readonly config: Config;
  readonly request: Requester;
  readonly tokens: TokenStore;
  readonly clock: { now(): number };
  readonly random: (bytes: number) => Uint8Array;
}

export interface Clients {
  /** null: not set up */
  readonly officialAccount: OfficialAccountClient | null;
  readonly miniProgram: MiniProgramClient | null;
}

export function wechatClients({ config, request, tokens, clock, random }: ClientParts): Clients {
  const { officialAccount, miniProgram, apiBase: base, mpBase: pictureBase } = config.wechat;
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms).unref();
    });
  const shared = { base, request, tokens, clock, random, sleep };
  return {
    officialAccount:
      officialAccount && createOfficialAccountClient({ ...shared, ...officialAccount, pictureBase }),
    miniProgram: miniProgram && createMiniProgramClient({ ...shared, ...miniProgram }),
  };
}
