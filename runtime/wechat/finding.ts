/** One line of the doctor's: what was looked at, and what to do where it is not as it should be. */
export interface Finding {
  /** - `good`: checked, as it should be · `bad`: keeps something from working · `ask`: no call tells; a person has to look */
  readonly state: 'good' | 'bad' | 'ask';
  readonly what: string;
  readonly todo?: string;
  /** where in the platform's back office, or which setting */
  readonly where?: string;
}

export const good = (what: string): Finding => ({ state: 'good', what });
export const bad = (what: string, todo: string, where: string): Finding => ({
  state: 'bad',
  what,
  todo,
  where,
});
export const ask = (what: string, todo: string, where: string): Finding => ({
  state: 'ask',
  what,
  todo,
  where,
});

/** Pages of the back office, by the words that stand there. */
export const pages = {
  basics: '公众平台 › 设置与开发 › 开发接口管理 › 基本配置',
  server: '公众平台 › 设置与开发 › 开发接口管理 › 基本配置 › 服务器配置',
  allowList: '公众平台 › 设置与开发 › 开发接口管理 › 基本配置 › IP白名单',
  permissions: '公众平台 › 设置与开发 › 开发接口管理 › 接口权限',
  certification: '公众平台 › 设置与开发 › 公众号设置 › 认证详情',
  notices: '公众平台 › 广告与服务 › 订阅通知',
  miniNotices: '小程序后台 › 基础功能 › 订阅消息',
  miniBasics: '小程序后台 › 开发管理 › 开发设置',
  safety: '公众平台 › 设置与开发 › 安全中心 › 风险操作保护',
  domains: '公众平台 › 设置与开发 › 公众号设置 › 功能设置',
  people: '公众平台 › 设置与开发 › 人员设置',
} as const;

const marks = { good: ['✓', 32], bad: ['✗', 31], ask: ['?', 33] } as const;

/** The line as an operator reads it, coloured for a terminal. */
export function shown({ state, what, todo, where }: Finding, colour: boolean): string {
  const [mark, code] = marks[state];
  const head = colour ? `\u001b[${String(code)}m${mark}\u001b[0m` : mark;
  const rest = [todo, where === undefined ? undefined : `(${where})`].filter((part) => part !== undefined);
  return [`${head} ${what}`, ...(rest.length === 0 ? [] : [`    ${rest.join(' ')}`])].join('\n');
}
