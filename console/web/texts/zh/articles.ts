import type { Translated } from '../translated.js';
import type * as en from '../en/articles.js';

export const kinds: Translated<typeof en.kinds> = {
  case: '案例',
  law: '法律',
  advice: '建议',
  notice: '通知',
  figures: '数据',
};

export const kindHints: Translated<typeof en.kindHints> = {
  case: '发生过的事，写清楚行为本身',
  law: '法律怎么规定，从何时起',
  advice: '遇到时可以怎么做',
  notice: '需要告知大家的事',
  figures: '数字，例如年度统计',
};

export const states: Translated<typeof en.states> = {
  draft: '草稿',
  in_review: '待审核',
  scheduled: '已排期',
  about_to_go: '即将发布',
  submitted: '发布中',
  awaiting_admin: '待确认',
  checking: '平台审核中',
  published: '已发布',
  refused: '平台退回',
  partly_published: '部分发布',
  in_doubt: '结果不明',
  withdrawn: '已撤下',
};

export const late: Translated<typeof en.late> = {
  held: '逾时：线路已暂停发送',
  no_jobs: '逾时：定时任务未运行',
  platform: '逾时：平台没有答复',
};

export const lateDo: Translated<typeof en.lateDo> = {
  held: '数据库恢复或复制之后，线路暂停发送：已安排的内容要等主管或管理员在“定时任务”中放行。',
  no_jobs:
    '本线路目前没有进程处理到期的任务，或处理任务的进程连不上存储。请告知运维人员，恢复之后文章即会发布。',
  platform: '平台还没有答复，或页面尚未显示。每分钟会再查询一次，不会重复发送。',
};

export const titles: Translated<typeof en.titles> = {
  none: '尚无标题',
  missing: { zh: '缺中文', en: '缺英文' },
};

export const times: Translated<typeof en.times> = {
  planned: '计划于 {{at}} 发布',
  missed: '原定于 {{at}} 发布',
  published: '已于 {{at}} 发布',
  zone: '所有时间均为 {{zone}} 时间。',
};

export const live: Translated<typeof en.live> = {
  short: '读者可见',
  is: '读者看得到：编号 {{number}}，版本为 {{at}}。',
  not: '读者看不到。',
};

export const events: Translated<typeof en.events> = {
  create: '新建',
  copy: '以副本新建',
  edit: '重新打开修改',
  restore: '恢复了旧版本',
  submit: '送审',
  return: '退回修改',
  take_back: '取回',
  approve: '批准',
  reschedule: '改动发布时间',
  unschedule: '取消发布安排',
  hold: '即将发布，仍可停止',
  stop: '停止发布',
  refuse: '被平台退回',
  go: '网页和对话中已公开',
  await_admin: '等待公众号管理员确认',
  check: '平台审核中',
  confirm: '已发布',
  fall_short: '平台未接受',
  doubt: '没有收到平台的答复',
  retry: '再次提交平台',
  withdraw: '撤下',
  platform_gone: '平台上的副本也已删除',
  platform_stays: '平台上的副本未能删除',
  other: '有改动',
};

export const nextSteps: Translated<typeof en.nextSteps> = {
  begin: '还没有正文，请先撰写。',
  missing_other: '还缺 {{count}} 项，补齐后才能送审。',
  ready: '内容齐全，可以送审。',
  in_review: '由没有参与撰写的人审核。',
  scheduled: '到时间自动发布。发布前十分钟之外，都可以改时间。',
  about_to_go: '十分钟内发布，现在仍可停止。',
  submitted: '网页和对话中的读者已经看得到，平台还没有答复。',
  awaiting_admin: '网页和对话中的读者已经看得到。公众号管理员须在 30 分钟内用手机确认，平台才会发送。',
  checking: '网页和对话中的读者已经看得到，平台仍在审核。',
  published: '无需操作。修改会另起新草稿，新版发布之前读者看到的仍是这一版。',
  refused: '平台在公开之前退回了这篇文章。请修改后重新送审。',
  partly_published: '网页和对话中的读者已经看得到，平台上没有。平台部分可以重试。',
  in_doubt: '不清楚平台是否已经发布。请到平台查看，再选定结果。',
  withdrawn: '读者已经看不到。修改会另起新草稿。',
};
