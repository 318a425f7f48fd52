import type { Translated } from '../translated.js';
import type * as en from '../en/hold.js';

export const band: Translated<typeof en.band> = {
  title: '暂停发送：计划中的内容都不会发出',
  restored: '数据库是从备份恢复的，{{at}} 起暂停。',
  copied: '数据库遇到了它不认识的数据目录，这里可能是服务器的副本，{{at}} 起暂停。',
  still: '为免重复发送，文章、教育日提醒和进行中的发送都已停下。举报照常受理。',
  others: '主管或管理员可以放行。',
  release: '核对并放行',
  read: '了解原因',
};

export const window: Translated<typeof en.window> = {
  title: '放行计划中的内容？',
  titleRead: '为什么暂停发送',
  restored: '数据库停留在备份当天。此后发出过什么，这里没有记录，一旦放行就会再发一次。',
  copied:
    '数据库启动时，旁边是它不认识的数据目录，复制过服务器就会这样。如果另一台服务器还在运行，两边会发出同样的内容。',
  after:
    '放行之后，逾时的内容会在几分钟内发给真实的读者；教育日提醒只在时限之内才会补发。发出的内容无法收回。',
  type: '全部核对之后，请输入“{{word}}”',
  word: '放行',
  mismatch: '请只输入“{{word}}”两个字。',
  button: '放行计划中的内容',
};

export const still: Translated<typeof en.still> = {
  title: '哪些停下了',
  articles: '文章：不发布，也不跟进平台的处理结果。',
  notices: '教育日提醒：无论是否到时间，都不发出。',
  sends: '进行中的发送：停在原处，之后从原处继续。',
  letters: '写给个人的信件：等待。',
  goesOn: '举报照常受理，对话照常进行。工作台上可以照常撰写、审核和安排。',
};

export const checks: Translated<typeof en.checks> = {
  title: '放行前请核对',
  restoredOld: '旧服务器已经关闭，不会再启动。两台同时运行，就会各发一遍。',
  restoredSent:
    '备份之后发出过哪些内容：请查看公众平台后台的“发表记录”。已经发出的，请在这里取消发布安排，或取消提醒。',
  restoredDeleted: '备份之后删除或撤下的内容又回来了，请再删除或撤下一次。',
  copiedWhich: '哪一台是正式的，哪一台是副本？用来试验的副本，永远不要放行。',
  copiedOther: '只能有一台在运行，请关闭另一台。',
  copiedSent:
    '复制之后另一台发出过哪些内容：请查看公众平台后台的“发表记录”。已经发出的，请在这里取消发布安排，或取消提醒。',
  copiedMeant: '如果数据目录是有意新建的，例如为本线路增加一台机器，则无须再核对其他事项。',
};

export const released = '已放行，计划中的内容会照常发出。';
export const gone = '已有人放行。';
