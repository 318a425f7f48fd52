/** Who a code of the mini-program's login belongs to: asked of the platform, kept nowhere. */
import { DomainError } from '../../domain/errors.js';
import type { Login } from '../../miniprogram-api/login.js';
import type { MiniProgram } from '../../wechat/mini-program.js';
import { WechatError } from '../../wechat/errors.js';

/** Answers of the platform that say that the code is none, or was used: another one helps. */
const refusals = new Set([40029, 40163, 41008]);

/** @param account null: this line has no mini-program */
export function createMiniLogin(account: Pick<MiniProgram, 'login'> | null): Login {
  return async (code) => {
    if (account === null) throw new DomainError('login.unavailable');
    try {
      const { openid } = await account.login(code);
      return { openid };
    } catch (error) {
      if (error instanceof WechatError && refusals.has(error.code)) return 'refused';
      throw new DomainError('login.unavailable', { cause: error });
    }
  };
}
