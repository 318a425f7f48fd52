import type { Translated } from '../translated.js';
import type * as en from '../en/job-names.js';

export const jobs: Translated<typeof en.jobs> = {
  'turn-day-key': {
    name: '日密钥',
    does: '换用当天的密钥，过期的举报草稿从此无法解开。',
  },
  'burn-drafts': {
    name: '未提交的举报',
    does: '销毁已经到期的草稿及其附件。',
  },
  'sweep-sessions': {
    name: '已结束的对话',
    does: '清除残留的内容。',
  },
  'settle-files': {
    name: '加密文件',
    does: '以随机顺序重写前一天的文件，使磁盘不留先后痕迹。',
  },
  'calendar-care': {
    name: '节假日',
    does: '检查哪一年的放假安排尚未录入，并予以提示。',
  },
  'plan-notices': {
    name: '教育日提醒的草稿',
    does: '备好今后十二个月的草稿。',
  },
  'sweep-consents': {
    name: '过期的订阅授权',
    does: '清除一年未使用的授权。',
  },
  'read-figures': {
    name: '平台数据',
    does: '读取文章的阅读数字和消息的送达数字。',
  },
  'token-care': {
    name: '平台访问令牌',
    does: '在到期之前换新。',
  },
  'advance-articles': {
    name: '文章',
    does: '发布到时间的文章，并跟进平台的处理结果。',
  },
  'advance-notices': {
    name: '教育日提醒',
    does: '到时间后先等十分钟，其间可以停止，然后发出。',
  },
  'advance-sends': {
    name: '发送',
    does: '继续进行中的发送，逐一送达。',
  },
  'staff-alerts': {
    name: '提醒工作人员',
    does: '有事项等待处理时，通知工作人员。',
  },
  'retry-outbox': {
    name: '信件',
    does: '投递等待中的信件，失败的稍后重试。',
  },
};
