/** The platform's accounts from the WECHAT_ settings, or the simulator's fixed ones. */
import type { Values } from '../settings/settings.js';

export type CallbackMode = 'plain' | 'compatible' | 'safe';

export interface OfficialAccount {
  readonly appid: string;
  readonly secret: string;
  readonly token: string;
  /** undefined only in plain mode */
  readonly aesKey: string | undefined;
  /** the key before the last change, still accepted */
  readonly aesKeyPrevious: string | undefined;
  readonly mode: CallbackMode;
  /** `gh_…` */
  readonly originalId: string;
}

export interface MiniProgram {
  readonly appid: string;
  readonly secret: string;
  readonly token: string;
  readonly aesKey: string | undefined;
  readonly mode: CallbackMode;
  readonly format: 'json' | 'xml';
}

export interface Wechat {
  /** the simulator stands in for the platform */
  readonly simulator: boolean;
  /** where the platform's calls go, without a slash at the end */
  readonly apiBase: string;
  readonly mpBase: string;
  /** null: not set up (never in production with the role bot) */
  readonly officialAccount: OfficialAccount | null;
  readonly miniProgram: MiniProgram | null;
  /** domain proofs: file name to content */
  readonly verifyFiles: ReadonlyMap<string, string>;
}

const sample = {
  secret: 'simulator-secret',
  token: 'simulator',
  aesKey: 'A'.repeat(43),
  mode: 'safe',
} as const;

/** The fixed accounts of the simulator that answers at `address`. */
export function simulatedWechat(address: string): Wechat {
  return {
    simulator: true,
    apiBase: `${address}/simulator/wechat`,
    mpBase: `${address}/simulator/wechat`,
    officialAccount: {
      ...sample,
      appid: 'wxsimulator00000',
      aesKeyPrevious: undefined,
      originalId: 'gh_simulator',
    },
    miniProgram: { ...sample, appid: 'wxsimulator00001', format: 'json' },
    verifyFiles: new Map(),
  };
}

/** The accounts as set; one that lacks a part is null (and a mistake, see config-rules). */
export function realWechat(values: Values): Wechat {
  return {
    simulator: false,
    apiBase: values.WECHAT_API_BASE ?? 'https://api.weixin.qq.com',
    mpBase: values.WECHAT_MP_BASE ?? 'https://mp.weixin.qq.com',
    officialAccount: officialAccount(values),
    miniProgram: miniProgram(values),
    verifyFiles: values.WECHAT_VERIFY_FILES ?? new Map(),
  };
}

function officialAccount(values: Values): OfficialAccount | null {
  const { WECHAT_OA_APPID: appid, WECHAT_OA_SECRET: secret, WECHAT_OA_TOKEN: token } = values;
  const { WECHAT_OA_MODE: mode = 'safe', WECHAT_OA_AES_KEY: aesKey } = values;
  const { WECHAT_OA_AES_KEY_PREVIOUS: aesKeyPrevious, WECHAT_OA_ORIGINAL_ID: originalId } = values;
  if (!appid || !secret || !token || !originalId || (mode !== 'plain' && !aesKey)) return null;
  return { appid, secret, token, mode, aesKey, aesKeyPrevious, originalId };
}

function miniProgram(values: Values): MiniProgram | null {
  const { WECHAT_MP_APPID: appid, WECHAT_MP_SECRET: secret, WECHAT_MP_TOKEN: token } = values;
  const {
    WECHAT_MP_MODE: mode = 'safe',
    WECHAT_MP_AES_KEY: aesKey,
    WECHAT_MP_FORMAT: format = 'json',
  } = values;
  if (!appid || !secret || !token || (mode !== 'plain' && !aesKey)) return null;
  return { appid, secret, token, aesKey, mode, format };
}
