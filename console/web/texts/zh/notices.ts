import type { Translated } from '../translated.js';
import type * as en from '../en/notices.js';

export const states: Translated<typeof en.states> = {
  draft: '草稿',
  in_review: '待审核',
  scheduled: '已排期',
  about_to_go: '即将发送',
  going: '发送中',
  paused: '已暂停',
  done: '已发送',
  partly_done: '部分发送',
  in_doubt: '结果不明',
  refused: '被退回',
  missed: '未发送',
  cancelled: '已取消',
};

export const groups: Translated<typeof en.groups> = {
  all: '全部',
  draft: '待编辑确认',
  in_review: '待审核',
  scheduled: '已排期',
  heed: '需要处理',
  over: '已结束',
};

export const sections: Translated<typeof en.sections> = {
  label: '教育日提醒的各部分',
  year: '十二个月',
  definitions: '提醒设置',
  holidays: '节假日',
};

export const ways: Translated<typeof en.ways> = {
  mass: '群发',
  account: '公众号订阅通知',
  mini: '小程序订阅消息',
};

export const reach: Translated<typeof en.reach> = {
  mass_other: '群发给 {{number}} 位关注者',
  massAll: '群发给全部关注者',
  massTag: '群发给标签 {{tag}} 的关注者',
  account_other: '公众号订阅通知，剩余授权 {{number}} 次',
  accountUnknown: '公众号订阅通知',
  mini_other: '小程序订阅消息，剩余授权 {{number}} 次',
  miniUnknown: '小程序订阅消息',
  none: '尚未选择发送方式',
};

export const marks: Translated<typeof en.marks> = {
  unconfirmed: '日期待定',
  moved: '时间由人改过',
  shifted: '原为 {{day}}',
  lead_other: '提前 {{count}} 天',
  nth: '{{nth}}个',
};

export const until: Translated<typeof en.until> = {
  today: '今天',
  tomorrow: '明天',
  yesterday: '昨天',
  ahead_other: '{{count}} 天后',
  ago_other: '{{count}} 天前',
};

export const year: Translated<typeof en.year> = {
  intro:
    '未来一年的每个日子都已列为草稿，沿用去年的文字，换上今年的届数。编辑确认、另一人批准之后，才会发送。',
  introPast: '过去十二个月发送过的，以及没有发出的。',
  filter: '显示哪些',
  notice: '日子',
  anyNotice: '全部日子',
  unconfirmed: '只看日期待定的',
  clear: '显示全部',
  past: '查看过去',
  ahead: '查看未来',
  through_other: '{{count}} 份草稿等待编辑确认。',
  goThrough: '逐一确认',
  band_other: '{{years}}年的节假日尚未录入，{{count}} 个日子还可能变动。',
  enter: '录入 {{year}} 年节假日',
  sure: '这些日子都已确定。',
  emptyTitle: '还没有设置提醒',
  emptyText: '设置一个日子，例如教育日，未来十二个月就会以草稿列在这里。',
  emptyReader: '编辑设置日子之后，会显示在这里。',
  define: '设置第一个日子',
  nonePastTitle: '过去十二个月没有发送',
  nonePastText: '发送过的和没有发出的，都会留在这里。',
  noneTitle: '没有符合的提醒',
  noneText: '请查看全部，或选择另一个日子。',
  zone: '时间均为 {{zone}} 时间。',
  list: '{{month}}的提醒',
  add: '添加日期',
  link: '日历链接',
};

export const budget: Translated<typeof en.budget> = {
  month: '群发：已用 {{sent}} 次，已排 {{planned}} 次，共 {{most}} 次',
  hand: '登记手动群发',
};

export const add: Translated<typeof en.add> = {
  title: '添加日期',
  intro: '用于规则没有列出的日子，例如仅今年举办的活动。添加后为草稿。',
  notice: '哪个提醒？',
  on: '哪一天？',
  onMissing: '请选择今天或之后的日期。',
  button: '添加草稿',
  there: '这一天已经有了。',
  open: '打开',
};

export const feed: Translated<typeof en.feed> = {
  title: '日历链接',
  intro:
    '在您自己的日历软件中查看排期。日历软件无需登录：得到链接的人都能看到日期、状态和名称，看不到提醒的正文。',
  none: '您还没有链接。',
  since: '您的链接生成于 {{day}}。地址只显示一次，系统不保存；生成新链接后，旧链接失效。',
  make: '生成链接',
  again: '生成新链接',
  address: '用于日历软件的地址',
  once: '请现在复制，地址只显示这一次。在日历软件中，选择按网址添加日历。',
  remove: '停用链接',
  removed: '链接已停用。',
  removeHint: '正在使用该链接的软件将看不到任何内容。',
};

export const handSends: Translated<typeof en.handSends> = {
  title: '手动群发登记',
  intro: '有人在平台后台直接发出的群发。本线路看不到这些群发，不登记则当月剩余次数有误。',
  month: '月份',
  none: '这个月没有登记。',
  list: '{{month}}的登记',
  by: '{{name}}登记',
  on: '哪一天发出的？',
  onWrong: '请选择过去十二个月之内、不晚于今天的日期。',
  note: '发的是什么？',
  noteHint: '几个字即可，供同事了解，不会用于别处。',
  noteMissing: '请写明发的是什么。',
  button: '登记',
  done: '已登记。',
};

export const review: Translated<typeof en.review> = {
  title: '教育日提醒',
  list: '等待审核的教育日提醒',
  goesOut: '计划于 {{at}} 发送',
  read: '阅读并审核',
  readLabel: '阅读并审核：{{title}}',
};
