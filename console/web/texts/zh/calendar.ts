import type { Translated } from '../translated.js';
import type * as en from '../en/calendar.js';

export const calendar: Translated<typeof en.calendar> = {
  view: '视图',
  what: '显示内容',
  shows: { all: '全部', articles: '文章', notices: '教育日提醒' },
  noticeWord: '提醒',
  open: '{{years}}年的节假日尚未录入，哪些天休息、哪些天上班还不确定。',
  enter: '录入 {{year}} 年节假日',
  month: '月',
  week: '周',
  previous: { month: '上个月', week: '上一周' },
  next: { month: '下个月', week: '下一周' },
  today: '今天',
  isToday: '今天',
  grid: '按日期排列的发布内容',
  off: '休',
  offLong: '休息日',
  worked: '班',
  workedLong: '调休上班日',
  drafts: '尚未定时间',
  draftsText: '文章在批准时确定发布时间。',
  draftsNone: '所有文章都已有时间。',
  emptyTitle: { month: '这个月没有发布内容', week: '这一周没有发布内容' },
  help: '将已排期的文章或提醒拖到另一天，或选中后按 m 键；时间保持不变。',
  helpPhone: '点按已排期的文章或提醒，可以改到另一个时间。',
};

export const move: Translated<typeof en.move> = {
  key: '改动选中内容的时间',
  undoKey: '撤销上一次改动',
  todayKey: '回到今天',
  title: '改到另一个时间',
  day: '日期',
  time: '时间',
  zone: '时间按 {{zone}} 计算。',
  button: '改动发布时间',
  buttonNotice: '改动发送时间',
  open: '打开文章',
  openNotice: '打开提醒',
  stays: '不能改动时间',
  on: { off: '这一天休息。', worked: '这一天调休上班。' },
  done: '已改到 {{at}}：{{title}}',
  undo: '撤销',
  undone: '已恢复为 {{at}}：{{title}}',
  notMoved: '没有改动：{{why}}',
  none: '请先选中一篇已排期的文章或一份提醒，再按 m 键。',
};

export const fixed: Translated<typeof en.fixed> = {
  right: '您的角色不能改动文章的发布时间。',
  unapproved: '文章批准之后才有发布时间。',
  holding: '十分钟内即将发布。如需停止，请打开文章。',
  going: '文章正在发布。',
  gone: '文章已经发布，这里显示的是当时的时间。',
  refused: '被平台退回。重新审核之后，才有新的时间。',
  withdrawn: '文章已撤下。',
  noticeRight: '只有编辑可以改动提醒的发送时间。',
  noticeReview: '正在审核。请先取回，或在批准之后改动。',
  noticeGoing: '正在发送。',
  noticeGone: '已经发送，这里显示的是当时的时间。',
  noticeOff: '已取消，或时间已过。打开后可以恢复为草稿。',
};

export const moveProblems: Translated<typeof en.moveProblems> = {
  day: '请选择日期',
  time: '请选择时间，例如 09:30',
  gap: '当地时钟在此刻拨快，没有这个时间。请另选一个。',
  past: '这个时间已经过去，请选择更晚的时间。',
  near: '请选择至少十分钟之后的时间，以便仍可停止。',
  same: '现在的计划就是这个时间，请另选一个。',
};
