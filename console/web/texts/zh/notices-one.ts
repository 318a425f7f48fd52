import type { Translated } from '../translated.js';
import type * as en from '../en/notices-one.js';

export const one: Translated<typeof en.one> = {
  page: '教育日提醒',
  back: '十二个月',
  unknownTitle: '没有这个提醒',
  unknownText: '可能是规则已改，或地址有误。',
  through: '第 {{at}} 份草稿，共 {{count}} 份',
  throughLabel: '逐一确认草稿',
  previous: '上一份',
  next: '下一份',
  finished: '后面没有了。',
  left_other: '还剩 {{count}} 份草稿',
  more: '更多',
};

export const menu: Translated<typeof en.menu> = {
  test: '发测试给我',
  definition: '打开提醒设置',
  move: '改到另一个时间',
  cancel: '取消本次提醒',
  unschedule: '取消排期',
};

export const when: Translated<typeof en.when> = {
  title: '时间',
  at: '发送时间',
  window: '如有延误，最晚到 {{at}} 仍会发送；过后不再发送。',
  is: '日子：{{day}}',
  lead_other: '这一份提前 {{count}} 天发送。',
  shifted: '规则所定为 {{nominal}}，当天休息，因此改为 {{on}}。',
  moved: '时间由人改过，之后录入的节假日不会改动它。',
  unconfirmed: '{{year}} 年的节假日尚未录入，这个日子还可能变动。',
  enter: '现在录入',
  off: '发送当天休息。',
  worked: '发送当天调休上班。',
  own: '这个日期由人指定，不随规则变动。',
  move: '改到另一个时间',
};

export const words: Translated<typeof en.words> = {
  title: '文字',
  zh: '中文',
  en: '英文',
  from: {
    rule: '文字沿用提醒设置。',
    copy: '文字沿用去年，已换上今年的届数。',
    hand: '文字沿用提醒设置，日期由人指定。',
  },
  subject: '标题',
  subjectHint: '手机上最多显示 20 个字。',
  body: '正文',
  bodyHint: '没有链接文章时，群发使用正文；订阅消息显示标题、日期和正文的前 20 个字。',
  characters: '{{count}} 字，最多 {{max}} 字',
  bytes: '{{count}} 字节，最多 {{max}} 字节',
  reads: '显示为：{{text}}',
  put: '插入：',
  placeholder: {
    date: '日期',
    monthDay: '月日',
    weekday: '星期',
    year: '年份',
    month: '月份',
    day: '几号',
    nth: '届数，如“第11”',
    ordinal: '届数，如“11”',
    ordinalWord: '届数，如“十一”',
  },
  placeholderHint: '花括号中的内容每年自动填写，按钮上是这一次的内容。',
  unfilled: '{{text}} 没有对应的内容。',
};

export const problems: Translated<typeof en.problems> = {
  missing: '请填写。',
  title: { missing: '请填写标题。' },
  body: { missing: '请填写正文。' },
  name: { missing: '请填写名称。', zh: '请填写中文名称。', en: '请填写英文名称。' },
  too_long: '太长：填写后最多 {{max}} 字。',
  too_many_bytes: '太长：填写后最多 {{max}} 字节，一个汉字占三个字节。',
  placeholder_unknown: '花括号中有无法填写的内容。请使用上方按钮；如需花括号本身，请写 {{braces}}。',
  no_day: '按这条规则，今后没有这样的日子。',
  no_way: '请至少选择一种发送方式。',
  gets_it_twice: '授权公众号订阅通知的人也关注了公众号，会收到两次。两者请只选其一。',
  spends_consents: '一次授权只能发一条：提前发送就用掉了，当天便发不出。',
  no_account: '本线路没有公众号，不能群发。',
  article_unknown: '关联的文章已不存在。',
  article_not_public: '读者还看不到关联的文章。在此之前，提醒会链接到全部文章。',
  at_rest: '所属的日子已停用。',
  calendar_unconfirmed: '当年的节假日尚未录入，这个日子还可能变动。',
  malformed: '格式有误。',
  other: '此处有问题。',
};

export const wayChoice: Translated<typeof en.wayChoice> = {
  title: '发送方式',
  hint: '凡能以此方式送达的人都会收到，与是否举报过无关。',
  mass: {
    name: '公众号群发',
    does: '发给全部关注者或某个标签，占用当月一次群发次数。',
  },
  account: {
    name: '公众号订阅通知',
    does: '发给读完文章后授权一次的人，用掉这次授权。',
  },
  mini: {
    name: '小程序订阅消息',
    does: '发给在小程序中授权一次的人，用掉这次授权。',
  },
  followers_other: '{{number}} 位关注者',
  consents_other: '剩余授权 {{number}} 次',
  unknown: '目前无法得知人数',
  toAll: '发给全部关注者',
  toTag: '发给某个标签的关注者',
  tag: '标签编号',
  tagHint: '以平台后台“用户管理”中的编号为准。',
  tagMissing: '请填写标签编号。',
};

export const cost: Translated<typeof en.cost> = {
  month: '{{period}}群发：已用 {{sent}} 次，共 {{most}} 次，另已排 {{planned}} 次。',
  day: '{{period}} 公众号只能群发一次。',
  room: '还有次数可用。',
  full: '{{period}}已没有次数，不能批准为群发。',
  over: '{{period}}群发多出一次。如果发送这一份，下面这一份就发不出：',
  overMany: '{{period}}群发多出一次。如果发送这一份，下面这些就发不出：',
  do: '请把这一份改到另一{{unit}}，或改动、取消另一份，或在此取消群发。',
  unit: { month: '个月', day: '天' },
  article: '文章',
  notice: '提醒',
  none: '此公众号不能向关注者群发。',
};

export const link: Translated<typeof en.link> = {
  title: '链接的文章',
  none: '没有选定文章，链接到全部文章。',
  choose: '选择文章',
  change: '另选一篇',
  remove: '改为链接到全部文章',
  search: '搜索标题',
  results: '找到的文章',
  nothing: '没有标题含这些字的文章',
  public: '读者看得到。',
  notPublic: '读者还看不到。',
  gone: '这篇文章已不存在。',
  open: '打开文章',
};
