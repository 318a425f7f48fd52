import type { Translated } from '../translated.js';
import type * as en from '../en/job-failures.js';

export const failures: Translated<typeof en.failures> = {
  partly: '有一部分失败，其余已完成。',
  database: '数据库没有答复。',
  platform: '平台拒绝，或没有正常答复。',
  network: '连接失败，或中途断开。',
  disk: '磁盘已满。',
  files: '有文件无法读取或写入。',
  memory: '内存不足。',
  lost: '另一个进程接手了这项工作。',
  other: '出了意料之外的问题。',
};

export const reasons: Translated<typeof en.reasons> = {
  notSetUp: '已不再使用此方式：STAFF_SMTP_URL 或 STAFF_WEBHOOK_URL 有改动。',
  noAlert: '当前版本不认识这种信件。',
  signIn: '邮件服务器不接受用户名和密码。',
  tls: '无法与邮件服务器建立安全连接。',
  timedOut: '对方没有及时答复。',
  noConnection: '连不上对方。',
  smtpLater: '邮件服务器暂时不接收（{{code}}）。',
  smtpRefused: '邮件服务器拒收（{{code}}）。',
  httpLater: '网址答复暂时无法接收（{{code}}）。',
  httpRefused: '网址拒绝接收（{{code}}）。',
  other: '出了意料之外的问题。',
};

export const kinds: Translated<typeof en.kinds> = {
  'staff-mail': '发给工作人员的邮件',
  'staff-webhook': '提醒工作人员的网络调用',
};

export const alerts: Translated<typeof en.alerts> = {
  work: '工作台有事项待处理',
  calendar_unconfirmed: '节假日有待录入',
  admin_needed_tomorrow: '明天需要管理员确认群发',
  admin_needed_now: '现在需要管理员确认群发',
  held: '本线路处于暂停状态',
  job_failing: '有任务连续失败',
  send_in_doubt: '有一次发送结果不明',
};
