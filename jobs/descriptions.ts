/** What each job does, for the people who look after a line. */

export const descriptions = {
  'turn-day-key': {
    zh: '启用当天的日密钥，过期草稿从此无法解开。',
    en: 'Turns to the key of the day, so that drafts whose days are over cannot be opened again.',
  },
  'burn-drafts': {
    zh: '销毁到期未提交的举报草稿及其附件。',
    en: 'Erases half-written reports whose last day is over, with their files.',
  },
  'sweep-sessions': {
    zh: '清除已经结束的对话。',
    en: 'Removes conversations that have ended.',
  },
  'settle-files': {
    zh: '以随机顺序重写前一天的证据文件，使磁盘不留先后痕迹。',
    en: 'Rewrites yesterday’s sealed files in random order, so that the disk does not tell what came when.',
  },
  'calendar-care': {
    zh: '核对节假日安排，提示尚未确认的年份。',
    en: 'Looks at the holidays and says which year is not confirmed yet.',
  },
  'plan-notices': {
    zh: '按规则备好今后十二个月的宣教日通知草稿。',
    en: 'Keeps the next twelve months of education-day notices ready as drafts.',
  },
  'sweep-consents': {
    zh: '清除一年未使用的订阅授权。',
    en: 'Erases consents that nobody used for a year.',
  },
  'read-figures': {
    zh: '读取平台公布的阅读与送达数字。',
    en: 'Reads the platform’s figures of what was read and delivered.',
  },
  'token-care': {
    zh: '在平台访问令牌到期前换新。',
    en: 'Renews the platform’s access tokens before they end.',
  },
  'advance-articles': {
    zh: '发布到时间的文章，并跟进平台的处理结果。',
    en: 'Publishes the articles that are due, and follows what the platform makes of them.',
  },
  'advance-notices': {
    zh: '推进到时间的宣教日通知：静候十分钟，然后发出。',
    en: 'Takes the steps of education-day notices that are due: ten minutes on hold, then out.',
  },
  'advance-sends': {
    zh: '继续进行中的发送，逐一送达。',
    en: 'Goes on with what is being sent, one recipient after the other.',
  },
  'staff-alerts': {
    zh: '有事需要处理时，通知工作人员。',
    en: 'Tells staff when something waits for them.',
  },
  'retry-outbox': {
    zh: '投递待发信件，失败的稍后重试。',
    en: 'Delivers what waits in the outbox, and tries again later what failed.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>>;

export type JobName = keyof typeof descriptions;
