/** Environments and what became of them. */
import {
  describeMistakes,
  readConfig,
  type Config,
  type Environment,
} from '../../../runtime/settings/config.js';

export const secret = Buffer.alloc(32, 7).toString('base64url');
export const officialAccount = {
  WECHAT_OA_APPID: 'wx0123456789abcdef',
  WECHAT_OA_SECRET: 'account-secret',
  WECHAT_OA_TOKEN: 'token',
  WECHAT_OA_AES_KEY: 'k'.repeat(43),
  WECHAT_OA_ORIGINAL_ID: 'gh_0123456789ab',
};
export const production = {
  NODE_ENV: 'production',
  LINE_SECRET: secret,
  MONGODB_URI: 'mongodb://db.example/line',
  PUBLIC_URL: 'https://line.example',
  CONSOLE_URL: 'https://desk.example',
  ...officialAccount,
};

export function configOf(env: Environment): Config {
  const result = readConfig(env);
  if ('mistakes' in result) throw new Error(describeMistakes(result.mistakes));
  return result.config;
}

export function wrongNames(env: Environment): string[] {
  const result = readConfig(env);
  return 'mistakes' in result ? result.mistakes.map(({ name }) => name) : [];
}
